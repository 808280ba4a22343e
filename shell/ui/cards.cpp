#include "shell/ui/cards.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/paint.h"
#include "shell/ui/progress.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

struct DecisionColors {
    Color ground = 0, border = 0, box = 0, box_border = 0, glyph = 0, value = 0;
};

DecisionColors colors_of(const DecisionCardSpec& spec) {
    const Tokens& t = tokens();
    if (spec.listed) {
        const bool decided = spec.state == DecisionState::Decided;
        return {spec.selected ? t.surface_2 : 0,
                spec.selected ? t.accent_line : 0,
                decided ? t.accent_soft : t.surface_3,
                0,
                decided ? t.accent : t.text_3,
                decided || spec.selected ? t.text_1 : t.text_2};
    }
    switch (spec.state) {
        case DecisionState::Decided:
            return {t.surface_2, t.hairline, t.accent_soft, 0, t.accent, t.text_1};
        case DecisionState::Waiting:
            return {t.surface_2, t.accent_line, 0, t.accent_line, t.text_3, t.text_1};
        case DecisionState::Open:
            break;
    }
    return {0, t.hairline, t.surface_3, 0, t.text_3, t.text_2};
}

constexpr float kCardGap = 10;
constexpr float kConfidenceBar = 32;

ButtonSpec confirm_spec() {
    return {.label = "Confirm", .kind = ButtonKind::Soft, .size = ButtonSize::Small};
}

// What stands at the right: Confirm, the confidence, or the note.
float card_end_width(const DecisionCardSpec& spec) {
    if (spec.state == DecisionState::Waiting) {
        return button_width(confirm_spec());
    }
    if (spec.state == DecisionState::Decided && spec.percent >= 0) {
        const float words = text_width(TextStyle::Meta, spec.sure);
        return std::max(kConfidenceBar, std::ceil(words) + 1);
    }
    return spec.note.empty() ? 0 : std::ceil(text_width(TextStyle::Meta, spec.note)) + 1;
}

void draw_confidence(Ui& ui, Rect place, int percent, std::string_view words) {
    const Tokens& t = tokens();
    Rect column = centred(place, place.width, scaled(16) + 8);
    draw_text(ui, cut_top(column, scaled(16), 4), TextStyle::Meta, t.text_2, words, Align::Right);
    const Rect bar{place.right() - kConfidenceBar, column.y, kConfidenceBar, 4};
    meter(ui, "confidence", bar, {.percent = static_cast<float>(percent), .height = 4});
}

std::string spoken(const DecisionCardSpec& spec) {
    std::string text(spec.label);
    text.append(": ").append(spec.value);
    if (spec.state == DecisionState::Decided && spec.percent >= 0) {
        text.append(", ").append(spec.sure).append(" sure");
    } else if (!spec.note.empty()) {
        text.append(", ").append(spec.note);
    }
    return text;
}

}  // namespace

Rect card(Ui& ui, Rect rect, bool accent_border) {
    const Tokens& t = tokens();
    panel(ui, rect, t.surface_2, accent_border ? t.accent_line : t.hairline, t.r_3);
    return inset(rect, t.s_4);
}

namespace {

bool meta_fits(std::string_view title, std::string_view meta, float width) {
    const float words = text_width(TextStyle::Heading, title) + text_width(TextStyle::Meta, meta);
    return words + tokens().s_4 <= width;
}

}  // namespace

float card_head_height(std::string_view title, std::string_view meta, float width) {
    const float below = meta_fits(title, meta, width) ? 0 : line_height(TextStyle::Meta);
    return line_height(TextStyle::Heading) + below + tokens().s_4;
}

void card_head(Ui& ui, Rect& inside, std::string_view title, std::string_view meta) {
    const Tokens& t = tokens();
    const bool beside = meta_fits(title, meta, inside.width);
    Rect head = cut_top(inside, card_head_height(title, meta, inside.width));
    const Rect line = cut_top(head, line_height(TextStyle::Heading));
    heading(ui, line, 3, TextStyle::Heading, t.text_1, title);
    if (!meta.empty()) {
        const Rect below{head.x, head.y, head.width, line_height(TextStyle::Meta)};
        label(ui,
              beside ? line : below,
              TextStyle::Meta,
              t.text_3,
              meta,
              beside ? Align::Right : Align::Left);
    }
}

Rect pane_head(Ui& ui, Rect& pane, std::string_view title, float padding) {
    const Tokens& t = tokens();
    const Rect bar = cut_top(pane, t.h_bar);
    horizontal_rule(ui, bar.x, bar.bottom() - 1, bar.width);
    Rect inside = inset(bar, padding, 0, padding, 1);
    if (!title.empty()) {
        const float width = std::min(inside.width, text_width(TextStyle::Heading, title));
        heading(ui, inside, 2, TextStyle::Heading, t.text_1, title);
        cut_left(inside, width, t.s_2);
    }
    return inside;
}

namespace {

constexpr float kCardStart = 10;
constexpr float kCardEnd = 12;
constexpr int kValueLines = 2;

float card_words_width(const DecisionCardSpec& spec, float width) {
    const float end = card_end_width(spec);
    return width - kCardStart - scaled(32) - kCardGap - (end > 0 ? end + kCardGap : 0) - kCardEnd;
}

float value_height(Ui& ui, const DecisionCardSpec& spec, float width) {
    const float line = line_height(TextStyle::DenseMedium);
    const float all = paragraph_height(ui, TextStyle::DenseMedium, spec.value, width);
    return std::min(all, kValueLines * line);
}

}  // namespace

float decision_card_height(Ui& ui, const DecisionCardSpec& spec, float width, float least) {
    const float value = value_height(ui, spec, card_words_width(spec, width));
    return std::max(least, 16 + line_height(TextStyle::Meta) + value);
}

DecisionCardAnswer decision_card(Ui& ui,
                                 std::string_view key,
                                 Rect rect,
                                 const DecisionCardSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const Press press = ui.press("card",
                                 rect,
                                 {.role = Role::Button,
                                  .name = spoken(spec),
                                  .selected = spec.selected ? Toggle::On : Toggle::None});
    const DecisionColors colors = colors_of(spec);
    if (colors.border != 0) {
        panel(ui, rect, colors.ground, mixed(colors.border, t.outline, press.hover), t.r_2);
    } else {
        fill(ui, rect, faded(t.surface_3, press.hover), t.r_2);
    }

    Rect row = inset(rect, kCardStart, 0, kCardEnd, 0);
    const Rect box = centred_left(cut_left(row, scaled(32), kCardGap), scaled(32), scaled(32));
    if (colors.box_border != 0) {
        stroke(ui, box, colors.box_border, t.r_1);
    } else {
        fill(ui, box, colors.box, t.r_1);
    }
    icon(ui, box, spec.icon, 16, colors.glyph);

    DecisionCardAnswer answer{.opened = press.activated};
    const float end_width = card_end_width(spec);
    const Rect end = end_width > 0 ? cut_right(row, end_width, kCardGap) : Rect{};
    if (spec.state == DecisionState::Waiting) {
        const std::string name = "Confirm " + std::string(spec.label);
        ButtonSpec named = confirm_spec();
        named.name = name;
        answer.confirmed = button(ui, "confirm", end, named);
    } else if (spec.state == DecisionState::Decided && spec.percent >= 0) {
        draw_confidence(ui, end, spec.percent, spec.sure);
    } else if (!spec.note.empty()) {
        draw_text(ui, end, TextStyle::Meta, t.text_2, spec.note, Align::Right);
    }
    const float label_line = line_height(TextStyle::Meta);
    Rect words = centred(row, row.width, label_line + value_height(ui, spec, row.width));
    draw_text(ui, cut_top(words, label_line), TextStyle::Meta, t.text_3, spec.label);
    draw_paragraph(ui,
                   words.x,
                   words.y,
                   words.width,
                   TextStyle::DenseMedium,
                   colors.value,
                   spec.value,
                   Align::Left,
                   kValueLines);
    if (press.ring) {
        focus_ring(ui, rect, t.r_2);
    }
    return answer;
}

bool empty_state(Ui& ui, std::string_view key, Rect rect, const EmptyStateSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const float width = std::min(scaled(280), rect.width);
    const float words = paragraph_height(ui, TextStyle::Dense, spec.text, width);
    const float action = spec.action.empty() ? 0 : 16 + t.h_2;
    const float height = 20 + 16 + line_height(TextStyle::Heading) + 8 + words + action;
    Rect column = centred(rect, rect.width, height);
    const Rect top = cut_top(column, 20, 16);
    const ArchState open[5] = {};
    arches(ui, centred(top, arches_width(ArchSize::Medium), 20), ArchSize::Medium, open, "");
    heading(ui,
            cut_top(column, line_height(TextStyle::Heading), 8),
            3,
            TextStyle::Heading,
            t.text_1,
            spec.title,
            Align::Centre);
    const Rect place = centred(cut_top(column, words, 16), width, words);
    paragraph(
        ui, "text", place.x, place.y, width, TextStyle::Dense, t.text_2, spec.text, Align::Centre);
    if (spec.action.empty()) {
        return false;
    }
    const ButtonSpec button_spec{
        .label = spec.action, .kind = ButtonKind::Soft, .icon = spec.action_icon};
    return button(ui, "action", centred(column, button_width(button_spec), t.h_2), button_spec);
}

void milestone(Ui& ui,
               Rect rect,
               std::string_view title,
               std::string_view text,
               const ArchState (&states)[5],
               double seconds_shown) {
    const Tokens& t = tokens();
    fill(ui, rect, t.accent_soft, t.r_2);
    float filled = 1;
    if (t.m_celebrate > 0 && seconds_shown < static_cast<double>(t.m_celebrate)) {
        const float rest = 1 - static_cast<float>(seconds_shown) / t.m_celebrate;
        filled = 1 - rest * rest * rest;
        ui.wake_in(0);
    }
    Rect column =
        centred(rect, rect.width, 36 + 16 + line_height(TextStyle::Title) + 4 + scaled(20));
    const Rect top = cut_top(column, 36, 16);
    arches(
        ui, centred(top, arches_width(ArchSize::Large), 36), ArchSize::Large, states, "", filled);
    heading(ui,
            cut_top(column, line_height(TextStyle::Title), 4),
            3,
            TextStyle::Title,
            t.text_1,
            title,
            Align::Centre);
    label(ui, column, TextStyle::Dense, t.text_2, text, Align::Centre);
}

namespace {

constexpr float kLineEdge = 12;
constexpr float kLineClose = 32;  // where the caller's button stands

float line_words_width(float width) {
    return width - 2 * kLineEdge - arches_width(ArchSize::Small) - kLineEdge - scaled(kLineClose);
}

}  // namespace

float milestone_line_height(Ui& ui, std::string_view text, float width) {
    const float words = paragraph_height(ui, TextStyle::Meta, text, line_words_width(width));
    return 16 + line_height(TextStyle::DenseMedium) + words;
}

void milestone_line(Ui& ui,
                    Rect rect,
                    std::string_view title,
                    std::string_view text,
                    const ArchState (&states)[5]) {
    const Tokens& t = tokens();
    fill(ui, rect, t.accent_soft, t.r_2);
    Rect inside = inset(rect, kLineEdge, 8);
    const float arches_room = arches_width(ArchSize::Small);
    const Rect sign = cut_left(inside, arches_room, kLineEdge);
    arches(ui,
           centred(sign, arches_room, arches_height(ArchSize::Small)),
           ArchSize::Small,
           states,
           "");
    const float width = line_words_width(rect.width);
    const Rect head = cut_top(inside, line_height(TextStyle::DenseMedium));
    heading(ui, {head.x, head.y, width, head.height}, 3, TextStyle::DenseMedium, t.text_1, title);
    paragraph(ui, "text", inside.x, inside.y, width, TextStyle::Meta, t.text_2, text);
}

}  // namespace atrium::shell
