#include "shell/ui/cards.h"

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

void draw_confidence(Ui& ui, Rect& row, int percent) {
    const Tokens& t = tokens();
    const std::string words = std::to_string(percent) + "%";
    const Rect place = cut_right(row, std::max(32.0f, text_width(TextStyle::Meta, words)), 10);
    Rect column = centred(place, place.width, scaled(16) + 8);
    draw_text(ui, cut_top(column, scaled(16), 4), TextStyle::Meta, t.text_2, words, Align::Right);
    const Rect bar{place.right() - 32, column.y, 32, 4};
    meter(ui, "confidence", bar, {.percent = static_cast<float>(percent), .height = 4});
}

std::string spoken(const DecisionCardSpec& spec) {
    std::string text(spec.label);
    text.append(": ").append(spec.value);
    if (spec.state == DecisionState::Decided && spec.percent >= 0) {
        text += ", " + std::to_string(spec.percent) + "% sure";
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

void card_head(Ui& ui, Rect& inside, std::string_view title, std::string_view meta) {
    const Tokens& t = tokens();
    const Rect head = cut_top(inside, line_height(TextStyle::Heading), t.s_4);
    const float width = heading(ui, head, 3, TextStyle::Heading, t.text_1, title);
    if (!meta.empty()) {
        label(ui, inset(head, width + 16, 0, 0, 0), TextStyle::Meta, t.text_3, meta, Align::Right);
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
    const Color border = mixed(colors.border, t.outline, press.hover);
    panel(ui, rect, colors.ground, border, t.r_2);

    Rect row = inset(rect, 10, 0, 12, 0);
    const Rect box = centred_left(cut_left(row, scaled(32), 10), scaled(32), scaled(32));
    if (colors.box_border != 0) {
        stroke(ui, box, colors.box_border, t.r_1);
    } else {
        fill(ui, box, colors.box, t.r_1);
    }
    icon(ui, box, spec.icon, 16, colors.glyph);

    DecisionCardAnswer answer{.opened = press.activated};
    if (spec.state == DecisionState::Waiting) {
        const ButtonSpec confirm{
            .label = "Confirm", .kind = ButtonKind::Soft, .size = ButtonSize::Small};
        const std::string name = "Confirm " + std::string(spec.label);
        ButtonSpec named = confirm;
        named.name = name;
        answer.confirmed = button(ui, "confirm", cut_right(row, button_width(named), 10), named);
    } else if (spec.state == DecisionState::Decided && spec.percent >= 0) {
        draw_confidence(ui, row, spec.percent);
    } else if (!spec.note.empty()) {
        const Rect place = cut_right(row, std::ceil(text_width(TextStyle::Meta, spec.note)), 10);
        draw_text(
            ui, inset(place, -1, 0, 0, 0), TextStyle::Meta, t.text_2, spec.note, Align::Right);
    }
    Rect words = centred(row, row.width, scaled(16) + scaled(20));
    draw_text(ui, cut_top(words, scaled(16)), TextStyle::Meta, t.text_3, spec.label);
    draw_text(ui, words, TextStyle::DenseMedium, colors.value, spec.value);
    if (press.ring) {
        focus_ring(ui, rect, t.r_2);
    }
    return answer;
}

bool empty_state(Ui& ui, std::string_view key, Rect rect, const EmptyStateSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const float width = std::min(280.0f, rect.width);
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

}  // namespace atrium::shell
