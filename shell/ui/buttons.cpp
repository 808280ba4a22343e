#include "shell/ui/buttons.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

struct ButtonLook {
    TextStyle style;
    float height, padding, radius, gap, icon;
};

ButtonLook look_of(ButtonSize size) {
    const Tokens& t = tokens();
    switch (size) {
        case ButtonSize::Small:
            return {TextStyle::MetaMedium, t.h_1, 8, t.r_1, 4, 12};
        case ButtonSize::Medium:
            return {TextStyle::DenseMedium, t.h_2, 12, t.r_2, 8, 16};
        case ButtonSize::Large:
            return {TextStyle::BodyMedium, t.h_3, 16, t.r_2, 8, 16};
        case ButtonSize::Touch:
            break;
    }
    return {TextStyle::BodyMedium, t.h_touch, 16, t.r_2, 8, 20};
}

struct ButtonColors {
    Color ground = 0, border = 0, label = 0;
};

ButtonColors disabled_colors(ButtonKind kind) {
    const Tokens& t = tokens();
    const bool bare = kind == ButtonKind::Quiet || kind == ButtonKind::DangerQuiet;
    const bool line = kind == ButtonKind::Line;
    return {bare || line ? 0 : t.surface_3, line ? t.hairline : 0, t.text_3};
}

ButtonColors colors_of(ButtonKind kind, const Press& press) {
    const Tokens& t = tokens();
    const auto hovered = [&](Color rest, Color hover) {
        return mixed(rest, hover, press.hover);
    };
    const Color shade = faded(t.surface_3, press.hover);
    switch (kind) {
        case ButtonKind::Primary:
            return {
                press.held ? t.accent_press : hovered(t.accent, t.accent_hover), 0, t.on_accent};
        case ButtonKind::Soft:
            return {hovered(t.accent_soft, t.accent_soft_hover), 0, t.accent};
        case ButtonKind::Line:
            return {
                hovered(t.surface_2, t.surface_3), press.held ? t.outline : t.hairline, t.text_1};
        case ButtonKind::Quiet:
            return {press.held ? t.hairline : shade, 0, hovered(t.text_2, t.text_1)};
        case ButtonKind::Danger:
            return {hovered(t.danger_fill, t.danger_fill_hover), 0, t.on_danger};
        case ButtonKind::DangerQuiet:
            return {press.held ? t.hairline : shade, 0, t.danger};
    }
    return {};
}

float icon_space(const ButtonLook& look, const char* glyph) {
    return glyph == nullptr ? 0 : scaled(look.icon) + look.gap;
}

void draw_content(Ui& ui, Rect box, const ButtonSpec& spec, const ButtonLook& look, Color color) {
    const bool leads = spec.icon != nullptr || spec.busy;
    const float lead = leads ? scaled(spec.busy ? 16 : look.icon) + look.gap : 0;
    const float tail = icon_space(look, spec.icon_end);
    const float room = box.width - 2 * look.padding - 2;
    const float words = std::min(text_width(look.style, spec.label), room - lead - tail);
    Rect row = centred(box, lead + words + tail, box.height);
    if (leads) {
        const Rect place = cut_left(row, lead - look.gap, look.gap);
        spec.busy ? spinner(ui, place, color) : icon(ui, place, spec.icon, look.icon, color);
    }
    // Half a pixel more than measured, so that a label that fits is never cut.
    draw_text(ui, {row.x, row.y, words + 1, row.height}, look.style, color, spec.label);
    if (spec.icon_end != nullptr) {
        const Rect place = cut_right(row, scaled(look.icon));
        icon(ui, place, spec.icon_end, look.icon, color);
    }
}

}  // namespace

float button_height(ButtonSize size) {
    return look_of(size).height;
}

float button_width(const ButtonSpec& spec) {
    const ButtonLook look = look_of(spec.size);
    const float lead = spec.busy ? scaled(16) + look.gap : icon_space(look, spec.icon);
    const float content =
        lead + text_width(look.style, spec.label) + icon_space(look, spec.icon_end);
    return std::ceil(content + 2 * look.padding + 2);
}

bool button(Ui& ui, std::string_view key, Rect rect, const ButtonSpec& spec) {
    const ButtonLook look = look_of(spec.size);
    const Rect box = centred(rect, rect.width, look.height);
    const std::string_view name = spec.name.empty() ? spec.label : spec.name;
    const Press press = ui.press(key,
                                 box,
                                 {.role = Role::Button,
                                  .name = std::string(name),
                                  .checked = spec.pressed,
                                  .expanded = spec.expanded,
                                  .disabled = spec.disabled || spec.busy});
    if (ui.visible(inset(box, -6))) {
        ButtonColors colors =
            spec.disabled ? disabled_colors(spec.kind) : colors_of(spec.kind, press);
        if (spec.color != 0 && !spec.disabled) {
            colors.label = spec.color;
        }
        if (colors.border != 0) {
            panel(ui, box, colors.ground, colors.border, look.radius);
        } else if (colors.ground >> 24 != 0) {
            fill(ui, box, colors.ground, look.radius);
        }
        draw_content(ui, box, spec, look, colors.label);
        if (press.ring) {
            focus_ring(ui, box, look.radius);
        }
    }
    if (!spec.tooltip.empty()) {
        ui.tooltip(press, box, spec.tooltip);
    }
    return press.activated;
}

bool icon_button(Ui& ui, std::string_view key, Rect rect, const IconButtonSpec& spec) {
    const Tokens& t = tokens();
    const float size = button_height(spec.size);
    const float icon_size = spec.size == ButtonSize::Small    ? 14.0f
                            : spec.size == ButtonSize::Medium ? 16.0f
                                                              : 20.0f;
    const float radius = spec.size == ButtonSize::Small ? t.r_1 : t.r_2;
    const Rect box = centred(rect, size, size);
    const Toggle state = spec.toggles ? (spec.on ? Toggle::On : Toggle::Off) : Toggle::None;
    const Press press = ui.press(key,
                                 box,
                                 {.role = Role::Button,
                                  .name = std::string(spec.name),
                                  .checked = state,
                                  .expanded = spec.expanded,
                                  .disabled = spec.disabled,
                                  .opens_menu = spec.opens_menu});
    const float lit = spec.on ? 1 : press.hover;
    const Color ground = press.held ? t.hairline : faded(t.surface_3, lit);
    if (ground >> 24 != 0) {
        fill(ui, box, ground, radius);
    }
    const Color rest = spec.color != 0 ? spec.color : t.text_2;
    icon(ui, box, spec.icon, icon_size, spec.disabled ? t.text_3 : mixed(rest, t.text_1, lit));
    if (press.ring) {
        focus_ring(ui, box, radius);
    }
    ui.tooltip(press, box, spec.name, spec.keys);
    return press.activated;
}

float chip_width(const ChipSpec& spec) {
    // The tick has its room before it is there, so that no chip moves when another is chosen.
    const bool has_icon = spec.icon != nullptr || spec.toggles;
    const float lead = has_icon ? scaled(14) + 8 : 0;
    const float tail = spec.removable ? scaled(14) + 8 : 0;
    return std::ceil(lead + text_width(TextStyle::DenseMedium, spec.label) + tail + 30);
}

bool chip(Ui& ui, std::string_view key, Rect rect, const ChipSpec& spec) {
    const Tokens& t = tokens();
    const float height = ui.touch() ? t.h_3 : t.h_2;
    const Rect box = centred(rect, rect.width, std::min(height, std::max(t.h_2, rect.height)));
    const Toggle state = spec.toggles ? (spec.on ? Toggle::On : Toggle::Off) : Toggle::None;
    const Press press = ui.press(key,
                                 box,
                                 {.role = Role::Button,
                                  .name = std::string(spec.name.empty() ? spec.label : spec.name),
                                  .checked = state,
                                  .disabled = spec.disabled});
    const Color ground = spec.disabled ? 0
                         : spec.on     ? mixed(t.accent_soft, t.accent_soft_hover, press.hover)
                                       : mixed(t.surface_2, t.surface_3, press.hover);
    const Color border =
        spec.on ? t.accent_line : mixed(t.hairline, t.outline, spec.disabled ? 0 : press.hover);
    const Color words = spec.disabled ? t.text_3 : t.text_1;
    panel(ui, box, ground, border, t.r_3);
    Rect row = inset(box, 15, 0);
    const char* lead = spec.toggles && spec.on ? kIconCheck : spec.icon;
    if (lead != nullptr) {
        icon(ui, cut_left(row, scaled(14), 8), lead, 14, words);
    }
    if (spec.removable) {
        icon(ui, cut_right(row, scaled(14), 8), kIconX, 14, words);
    }
    draw_text(ui, row, TextStyle::DenseMedium, words, spec.label, Align::Centre);
    if (press.ring) {
        focus_ring(ui, box, t.r_3);
    }
    return press.activated;
}

bool link(Ui& ui,
          std::string_view key,
          Rect rect,
          TextStyle style,
          std::string_view text,
          std::string_view href) {
    const Tokens& t = tokens();
    const float width = std::min(rect.width, text_width(style, text));
    const TextMetrics metrics = text_metrics(style);
    const Rect box = centred_left(rect, width, metrics.line);
    const Press press = ui.press(key,
                                 box,
                                 {.role = href.empty() ? Role::Button : Role::Link,
                                  .name = std::string(text),
                                  .href = std::string(href)});
    const Color color = mixed(t.accent, t.accent_hover, press.hover);
    draw_text(ui, inset(box, 0, 0, -1, 0), style, color, text);
    fill(
        ui, {box.x, box.bottom() - std::floor((metrics.line - metrics.size) / 2), width, 1}, color);
    if (press.ring) {
        focus_ring(ui, box, 2);
    }
    if (press.activated && !href.empty()) {
        ui.platform().open_link(href);
    }
    return press.activated;
}

void notice_dot(Ui& ui, Rect icon_place) {
    const Tokens& t = tokens();
    const float x = icon_place.x + icon_place.width / 2 + scaled(12);
    const float y = icon_place.y + scaled(4);
    circle(ui, x, y, 4, t.surface_0);
    circle(ui, x, y, 3, t.warning);
}

bool rail_item(Ui& ui, std::string_view key, Rect rect, const RailItemSpec& spec) {
    const Tokens& t = tokens();
    const Rect box =
        centred(rect, std::min(scaled(64), rect.width), std::min(scaled(56), rect.height));
    const Press press = ui.press(key,
                                 box,
                                 {.role = Role::Button,
                                  .name = std::string(spec.label),
                                  .description = std::string(spec.notice ? spec.notice_name : ""),
                                  .selected = spec.current ? Toggle::On : Toggle::Off});
    const Color ground = spec.current ? t.accent_soft : faded(t.surface_3, press.hover);
    fill(ui, box, ground, t.r_2);
    const Color words = spec.current ? t.text_1 : mixed(t.text_3, t.text_1, press.hover);
    const float content = scaled(20) + 4 + scaled(16);
    Rect column = centred(box, box.width, content);
    const Rect sign = cut_top(column, scaled(20), 4);
    icon(ui, sign, spec.icon, 20, spec.current ? t.accent : words);
    draw_text(ui, column, TextStyle::Micro, words, spec.label, Align::Centre);
    if (spec.notice) {
        notice_dot(ui, sign);
    }
    if (press.ring) {
        focus_ring(ui, inset(box, 2), t.r_2);
    }
    return press.activated;
}

}  // namespace atrium::shell
