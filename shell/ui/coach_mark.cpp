#include "shell/ui/coach_mark.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "shell/ui/buttons.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

constexpr float kWidth = 320;
constexpr float kEdge = 12;
constexpr float kGap = 16;
constexpr float kPadding = 16;
constexpr int kShownStep = 1;

bool is_empty(Rect rect) {
    return rect.width <= 0 || rect.height <= 0;
}

Rect kept_inside(Rect box, Rect area) {
    box.x = std::clamp(box.x, area.x, std::max(area.x, area.right() - box.width));
    box.y = std::clamp(box.y, area.y, std::max(area.y, area.bottom() - box.height));
    return {std::round(box.x), std::round(box.y), box.width, box.height};
}

// Above or below what is wide, beside what is high; in the middle where neither is possible.
Rect place(Rect screen, Rect target, float width, float height) {
    if (is_empty(target)) {
        return centred(screen, width, height);
    }
    const Rect area = inset(screen, kEdge);
    const float middle = target.x + (target.width - width) / 2;
    const Rect above{middle, target.y - kGap - height, width, height};
    const Rect below{middle, target.bottom() + kGap, width, height};
    const Rect right{target.right() + kGap, target.y, width, height};
    const Rect left{target.x - kGap - width, target.y, width, height};
    const bool is_wide = target.width > target.height;
    const std::array places =
        is_wide ? std::array{above, below, right, left} : std::array{right, left, above, below};
    for (const Rect& wanted : places) {
        const Rect box = kept_inside(wanted, area);
        if (is_empty(intersection(box, target))) {
            return box;
        }
    }
    return centred(screen, width, height);
}

void spotlight(Ui& ui, Rect target) {
    if (is_empty(target)) {
        return;
    }
    const Tokens& t = tokens();
    const Rect ring = intersection(inset(target, -6), inset(ui.screen(), 2));
    stroke(ui, inset(ring, -2), t.accent_soft, t.r_3, 4);
    stroke(ui, ring, t.accent, t.r_3, 2);
}

CoachAnswer buttons_ui(Ui& ui, Rect row, const CoachMarkSpec& spec) {
    const bool last = spec.step == spec.steps;
    const ButtonSpec next{.label = last ? "Done" : "Next", .kind = ButtonKind::Primary};
    const ButtonSpec back{.label = "Back", .kind = ButtonKind::Line};
    const ButtonSpec skip{.label = "Skip", .kind = ButtonKind::Quiet, .name = "Skip the tour"};
    CoachAnswer answer = CoachAnswer::None;
    const Rect next_place = cut_right(row, button_width(next), 8);
    const Rect back_place = cut_right(row, button_width(back), 8);
    if (!last && button(ui, "skip", cut_left(row, button_width(skip)), skip)) {
        answer = CoachAnswer::Skip;
    }
    if (spec.step > 1 && button(ui, "back", back_place, back)) {
        answer = CoachAnswer::Back;
    }
    if (button(ui, "next", next_place, next)) {
        answer = CoachAnswer::Next;
    }
    return answer;
}

std::string count_words(const CoachMarkSpec& spec) {
    return std::to_string(spec.step) + " of " + std::to_string(spec.steps);
}

}  // namespace

float coach_card_height(Ui& ui, const CoachMarkSpec& spec, float width) {
    return kPadding + line_height(TextStyle::Heading) + 8 +
           paragraph_height(ui, TextStyle::Body, spec.text, width - 2 * kPadding) + 16 +
           tokens().h_2 + kPadding;
}

CoachAnswer coach_card(Ui& ui, Rect box, const CoachMarkSpec& spec) {
    const Tokens& t = tokens();
    panel(ui, box, t.surface_2, t.accent_line, t.r_3);
    const auto node = ui.group("card", Role::Dialog, spec.title, box);
    Rect inside = inset(box, kPadding);
    Rect head = cut_top(inside, line_height(TextStyle::Heading), 8);
    const std::string count = count_words(spec);
    const float width = std::ceil(text_width(TextStyle::Meta, count));
    label(ui, cut_right(head, width, 8), TextStyle::Meta, t.text_3, count, Align::Right);
    heading(ui, head, 2, TextStyle::Heading, t.text_1, spec.title);
    const Rect row = cut_bottom(inside, t.h_2, 16);
    paragraph(ui, "text", inside.x, inside.y, inside.width, TextStyle::Body, t.text_2, spec.text);
    return buttons_ui(ui, row, spec);
}

CoachAnswer coach_mark(Ui& ui, std::string_view key, const CoachMarkSpec& spec) {
    const auto layer = ui.on_layer(Layer::Menu);
    const auto scope = ui.push(key);
    const float width = std::min(scaled(kWidth), ui.screen().width - 2 * kEdge);
    const float risen = ui.arrival(ui.id(spec.title), tokens().m_base);
    const float height = coach_card_height(ui, spec, width);
    spotlight(ui, spec.target);
    const Rect box = moved(place(ui.screen(), spec.target, width, height), 0, (1 - risen) * 4);
    ui.block(box);
    shadow(ui, box, tokens().r_3);
    const CoachAnswer answer = coach_card(ui, box, spec);
    float& shown = ui.memory(ui.id("step"), kShownStep);
    if (shown != static_cast<float>(spec.step)) {
        shown = static_cast<float>(spec.step);
        ui.semantics().request_focus(ui.id("next"));
        ui.semantics().announce(std::string(spec.title) + ", " + count_words(spec) + ". " +
                                std::string(spec.text));
    }
    return answer;
}

}  // namespace atrium::shell
