#include "shell/ui/plan_list.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/buttons.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

std::string_view state_words(TickState state) {
    switch (state) {
        case TickState::Now:
            return "now";
        case TickState::Done:
            return "done";
        case TickState::Skipped:
            return "skipped";
        case TickState::Late:
            return "late";
        case TickState::Open:
            break;
    }
    return "";
}

std::string row_name(const PlanRowSpec& spec) {
    std::string name(spec.label);
    for (std::string_view part : {spec.hours, state_words(spec.state)}) {
        if (!part.empty()) {
            name.append(", ").append(part);
        }
    }
    return name;
}

Color words_color(TickState state) {
    const Tokens& t = tokens();
    return state == TickState::Done || state == TickState::Skipped ? t.text_3 : t.text_1;
}

Color hours_color(const PlanRowSpec& spec, bool current) {
    const Tokens& t = tokens();
    return current ? t.text_2 : spec.state == TickState::Late ? t.warning : t.text_3;
}

constexpr float kAfterTick = 10;
constexpr int kLabelLines = 2;
constexpr float kBeforeHours = 8;

// The row's edges, its tick and, for fingers, its handle.
float around_label(bool movable, bool touch) {
    const float handle = touch && movable ? scaled(24) : 0;
    return 4 * tokens().s_2 + scaled(16) + kAfterTick + handle;
}

ButtonSpec action_spec(const PlanRowSpec& spec) {
    return {.label = spec.action,
            .kind = ButtonKind::Soft,
            .size = ButtonSize::Small,
            .icon = spec.action_icon,
            .busy = spec.busy};
}

// The tick as a checkbox of its own, 24 square so that it can be hit.
bool press_tick(Ui& ui, Rect place, const PlanRowSpec& spec) {
    const bool done = spec.state == TickState::Done;
    const Press press = ui.press("tick",
                                 centred(place, tokens().h_1, tokens().h_1),
                                 {.role = Role::Checkbox,
                                  .name = std::string(spec.label) + " done",
                                  .checked = done ? Toggle::On : Toggle::Off,
                                  .disabled = spec.state == TickState::Skipped});
    if (press.hover > 0 && !done) {
        circle(ui,
               place.x + place.width / 2,
               place.y + place.height / 2,
               scaled(16) / 2 - 1,
               faded(tokens().accent_soft_hover, press.hover));
    }
    tick(ui, place, spec.state);
    if (press.ring) {
        focus_ring(ui, centred(place, scaled(16), scaled(16)), scaled(16) / 2);
    }
    return press.activated;
}

// Before the tick, where it takes no room, and to be held from the pane's edge on; under fingers at
// the row's right, wide enough for one.
bool hold_handle(Ui& ui, float pane_edge, Rect& row, bool pointed) {
    const bool fingers = ui.touch();
    const float before = tokens().s_2;  // between the row's ground and its tick
    const Rect place = fingers ? inset(cut_right(row, scaled(24)), 0, 0, -8, 0)
                               : Rect{pane_edge, row.y, row.x - pane_edge, row.height};
    const Press press = ui.grab("handle", place);
    if (fingers || pointed || press.held) {
        const Color color = press.hovered ? tokens().text_1 : tokens().text_3;
        const Rect sign = fingers ? place : Rect{row.x - before, row.y, before, row.height};
        icon(ui, sign, kIconGripVertical, 14, color);
    }
    return press.held;
}

}  // namespace

void tick(Ui& ui, Rect rect, TickState state) {
    const Tokens& t = tokens();
    const Rect box = centred(rect, scaled(16), scaled(16));
    const float radius = box.width / 2;
    const float x = box.x + radius;
    const float y = box.y + radius;
    switch (state) {
        case TickState::Open:
            circle_outline(ui, x, y, radius, t.outline, 1);
            break;
        case TickState::Late:
            circle_outline(ui, x, y, radius, t.warning, 1);
            break;
        case TickState::Now:
            circle_outline(ui, x, y, radius, t.accent, 2);
            circle(ui, x, y, radius - 5, t.accent);
            break;
        case TickState::Done:
            circle(ui, x, y, radius, t.accent_soft_hover);
            icon(ui, box, kIconCheck, 12, t.accent);
            break;
        case TickState::Skipped:
            circle_outline(ui, x, y, radius, t.hairline, 1);
            fill(ui, {x - 3, y - 0.5f, 6, 1}, t.text_3);
            break;
    }
}

bool phase_header(Ui& ui, std::string_view key, Rect rect, const PhaseSpec& spec) {
    const Tokens& t = tokens();
    const Press press = ui.press(key,
                                 rect,
                                 {.role = Role::Button,
                                  .name = std::string(spec.label),
                                  .description = std::string(spec.note),
                                  .expanded = spec.open ? Toggle::On : Toggle::Off});
    Rect row = inset(rect, t.s_4, 0);
    const Color chevron = mixed(t.text_3, t.text_1, press.hover);
    icon(ui,
         cut_left(row, scaled(16), t.s_2),
         spec.open ? kIconChevronDown : kIconChevronRight,
         16,
         chevron);
    // The figures stay whole; the title gives way.
    const float note = std::ceil(text_width(TextStyle::Meta, spec.note)) + 1;
    draw_text(ui, cut_right(row, note, t.s_2), TextStyle::Meta, t.text_3, spec.note, Align::Right);
    draw_text(ui, row, TextStyle::DenseMedium, t.text_1, spec.label);
    if (press.ring) {
        focus_ring(ui, inset(rect, 10, 6), t.r_1);
    }
    return press.activated;
}

float plan_row_label_width(float width, bool movable, bool touch) {
    return width - around_label(movable, touch);
}

float plan_row_width(const PlanRowSpec& spec, bool touch) {
    return around_label(spec.movable, touch) + std::ceil(text_width(TextStyle::Dense, spec.label)) +
           1 + kBeforeHours + std::ceil(text_width(TextStyle::Meta, spec.hours));
}

PlanRowAnswer plan_row(Ui& ui, std::string_view key, Rect rect, const PlanRowSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const Rect box = inset(rect, t.s_2, 0);
    const auto group = ui.group("row", Role::ListItem, "", box);
    const bool current = spec.state == TickState::Now || spec.selected;
    const Press press = ui.press("open",
                                 box,
                                 {.role = Role::Button,
                                  .name = row_name(spec),
                                  .selected = spec.selected ? Toggle::On : Toggle::None});
    // While something is dragged over it, the row is not what the pointer is about.
    const bool hovering = ui.hovering(box) && !ui.pointer().down;
    const bool pointed = press.hover > 0 || press.ring || hovering;
    fill(ui, box, current ? t.accent_soft : faded(t.surface_3, hovering ? 1 : press.hover), t.r_1);

    PlanRowAnswer answer{.opened = press.activated};
    Rect row = inset(box, t.s_2, 0);
    if (spec.movable) {
        answer.handle_held =
            hold_handle(ui, rect.x, row, pointed || (ui.hovering(rect) && !ui.pointer().down));
    }
    answer.ticked = press_tick(ui, cut_left(row, scaled(16), kAfterTick), spec);
    const bool shows_action = !spec.action.empty() && (pointed || spec.busy || ui.touch());
    if (shows_action) {
        const ButtonSpec action = action_spec(spec);
        answer.action = button(ui, "action", cut_right(row, button_width(action), 8), action);
    } else if (!spec.hours.empty() && !spec.hours_below) {
        const float width = std::ceil(text_width(TextStyle::Meta, spec.hours));
        const Color color = hours_color(spec, current);
        draw_text(ui,
                  cut_right(row, width, kBeforeHours),
                  TextStyle::Meta,
                  color,
                  spec.hours,
                  Align::Right);
    }
    if (spec.hours_below) {
        const float label = std::min(paragraph_height(ui, TextStyle::Dense, spec.label, row.width),
                                     kLabelLines * line_height(TextStyle::Dense));
        row = centred(row, row.width, label + line_height(TextStyle::Meta));
        const Rect hours = cut_bottom(row, line_height(TextStyle::Meta));
        draw_text(ui, hours, TextStyle::Meta, hours_color(spec, current), spec.hours);
        draw_paragraph(ui,
                       row.x,
                       row.y,
                       row.width,
                       TextStyle::Dense,
                       words_color(spec.state),
                       spec.label,
                       Align::Left,
                       kLabelLines);
    } else {
        draw_text(ui, row, TextStyle::Dense, words_color(spec.state), spec.label);
    }
    if (press.ring) {
        focus_ring(ui, inset(box, 4), t.r_1);
    }
    return answer;
}

}  // namespace atrium::shell
