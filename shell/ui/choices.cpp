#include "shell/ui/choices.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

Press press_choice(
    Ui& ui, std::string_view key, Rect rect, Role role, Toggle state, const ChoiceSpec& spec) {
    return ui.press(key,
                    rect,
                    {.role = role,
                     .name = std::string(spec.label),
                     .description = std::string(spec.description),
                     .checked = state,
                     .disabled = spec.disabled});
}

// What can be pressed: the whole row, or only the box where the label is elsewhere.
Rect pressable(Rect rect, const ChoiceSpec& spec) {
    const float box = scaled(20);
    return spec.label_hidden ? centred_left(rect, box, box) : rect;
}

void draw_label(Ui& ui, Rect rect, const ChoiceSpec& spec) {
    if (!spec.label_hidden) {
        const Tokens& t = tokens();
        const Rect words = inset(rect, scaled(20) + 8, 0, 0, 0);
        draw_text(ui, words, TextStyle::Body, spec.disabled ? t.text_3 : t.text_1, spec.label);
    }
}

void draw_box(Ui& ui, Rect box, bool on, bool disabled, const Press& press, float radius) {
    const Tokens& t = tokens();
    if (disabled) {
        panel(ui, box, on ? t.surface_3 : t.surface_1, t.hairline, radius);
    } else if (on) {
        fill(ui, box, mixed(t.accent, t.accent_hover, press.hover), radius);
    } else {
        panel(ui, box, t.surface_2, mixed(t.outline, t.text_2, press.hover), radius);
    }
    if (press.ring) {
        focus_ring(ui, box, radius);
    }
}

}  // namespace

bool checkbox(Ui& ui, std::string_view key, Rect rect, bool& on, const ChoiceSpec& spec) {
    const Tokens& t = tokens();
    const Toggle state = spec.mixed ? Toggle::Mixed : on ? Toggle::On : Toggle::Off;
    const Press press = press_choice(ui, key, pressable(rect, spec), Role::Checkbox, state, spec);
    const Rect box = centred_left(rect, scaled(20), scaled(20));
    const bool filled = on || spec.mixed;
    draw_box(ui, box, filled, spec.disabled, press, t.r_1);
    if (filled) {
        const char* glyph = spec.mixed ? kIconMinus : kIconCheck;
        icon(ui, box, glyph, 14, spec.disabled ? t.text_3 : t.on_accent);
    }
    draw_label(ui, rect, spec);
    if (press.activated) {
        on = spec.mixed || !on;
    }
    return press.activated;
}

bool radio(Ui& ui, std::string_view key, Rect rect, bool on, const ChoiceSpec& spec) {
    const Tokens& t = tokens();
    const Press press = press_choice(
        ui, key, pressable(rect, spec), Role::Radio, on ? Toggle::On : Toggle::Off, spec);
    const Rect box = centred_left(rect, scaled(20), scaled(20));
    const float radius = box.width / 2;
    draw_box(ui, box, on, spec.disabled, press, radius);
    if (on) {
        circle(
            ui, box.x + radius, box.y + radius, scaled(4), spec.disabled ? t.text_3 : t.surface_2);
    }
    draw_label(ui, rect, spec);
    return press.activated && !on;
}

bool switch_(
    Ui& ui, std::string_view key, Rect rect, bool& on, std::string_view name, bool disabled) {
    const Tokens& t = tokens();
    const Rect box = centred_right(rect, 40, 24);
    const Press press = ui.press(key,
                                 box,
                                 {.role = Role::Switch,
                                  .name = std::string(name),
                                  .checked = on ? Toggle::On : Toggle::Off,
                                  .disabled = disabled});
    if (press.activated) {
        on = !on;
    }
    const float at = ui.ease(press.id, 1, on ? 1.0f : 0.0f, t.m_base);
    if (disabled) {
        panel(ui, box, t.surface_1, t.hairline, 12);
    } else {
        const Color border = mixed(t.outline, t.text_2, press.hover);
        panel(ui, box, mixed(t.surface_3, t.accent, at), mixed(border, t.accent, at), 12);
    }
    const Color knob = disabled ? t.surface_3 : mixed(t.text_2, t.on_accent, at);
    circle(ui, box.x + 12 + at * 16, box.y + 12, 7, knob);
    if (press.ring) {
        focus_ring(ui, box, 12);
    }
    return press.activated;
}

namespace {

constexpr float kSegmentEdge = 4;
constexpr float kSegmentGap = 2;

float segment_width(const SegmentSpec& item) {
    const float glyph = item.icon == nullptr ? 0 : scaled(14) + 6;
    return std::ceil(glyph + text_width(TextStyle::DenseMedium, item.label) + 24);
}

Wrap segment_places(Rect box) {
    return Wrap(inset(box, kSegmentEdge), tokens().h_2 - 2 * kSegmentEdge, kSegmentGap);
}

}  // namespace

float segments_width(std::span<const SegmentSpec> items) {
    float width = 2 * kSegmentEdge + kSegmentGap * static_cast<float>(items.size() - 1);
    for (const SegmentSpec& item : items) {
        width += segment_width(item);
    }
    return width;
}

float segments_height(std::span<const SegmentSpec> items, float width) {
    Wrap places = segment_places({0, 0, width, 0});
    for (const SegmentSpec& item : items) {
        places.next(segment_width(item));
    }
    return places.used() + 2 * kSegmentEdge;
}

bool segments(Ui& ui,
              std::string_view key,
              Rect rect,
              std::string_view name,
              std::span<const SegmentSpec> items,
              int& selected) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const float width = std::min(segments_width(items), rect.width);
    const Rect box = centred_left(rect, width, segments_height(items, width));
    const auto list = ui.group("list", Role::TabList, name, box);
    panel(ui, box, t.surface_0, t.hairline, t.r_2);
    Wrap places = segment_places(box);
    bool changed = false;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const SegmentSpec& item = items[static_cast<std::size_t>(i)];
        const float glyph = item.icon == nullptr ? 0 : scaled(14) + 6;
        const float words = text_width(TextStyle::DenseMedium, item.label);
        const Rect place = places.next(segment_width(item));
        const auto item_scope = ui.push(static_cast<std::uint64_t>(i));
        const Press press = ui.press("item",
                                     place,
                                     {.role = Role::Tab,
                                      .name = std::string(item.label),
                                      .selected = i == selected ? Toggle::On : Toggle::Off});
        if (press.activated && selected != i) {
            selected = i;
            changed = true;
        }
        const float on = ui.ease(press.id, 1, i == selected ? 1.0f : 0.0f, t.m_base);
        fill(ui, place, faded(t.surface_3, on), t.r_1);
        const Color color = mixed(t.text_2, t.text_1, std::max(on, press.hover));
        Rect content = centred(place, glyph + words, place.height);
        if (item.icon != nullptr) {
            icon(ui, cut_left(content, scaled(14), 6), item.icon, 14, color);
        }
        draw_text(ui, inset(content, 0, 0, -2, 0), TextStyle::DenseMedium, color, item.label);
        if (press.ring) {
            focus_ring(ui, place, t.r_1);
        }
    }
    return changed;
}

bool tabs(Ui& ui,
          std::string_view key,
          Rect rect,
          std::string_view name,
          std::span<const TabSpec> items,
          int& selected) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    const Rect bar = centred(rect, rect.width, t.h_3);
    const auto list = ui.group("list", Role::TabList, name, bar);
    horizontal_rule(ui, bar.x, bar.bottom() - 1, bar.width);
    Rect row = bar;
    bool changed = false;
    Rect chosen;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const TabSpec& item = items[static_cast<std::size_t>(i)];
        const float words = std::ceil(text_width(TextStyle::BodyMedium, item.label));
        const float extra = item.badge.empty()
                                ? 0
                                : 8 + std::ceil(text_width(TextStyle::MetaMedium, item.badge)) + 16;
        const Rect place = cut_left(row, words + extra, 24);
        const auto item_scope = ui.push(static_cast<std::uint64_t>(i));
        const Press press = ui.press("item",
                                     place,
                                     {.role = Role::Tab,
                                      .name = std::string(item.label),
                                      .selected = i == selected ? Toggle::On : Toggle::Off});
        if (press.activated && selected != i) {
            selected = i;
            changed = true;
        }
        if (i == selected) {
            chosen = place;
        }
        const Color color = i == selected ? t.text_1 : mixed(t.text_3, t.text_1, press.hover);
        draw_text(ui, inset(place, 0, 0, -1, 1), TextStyle::BodyMedium, color, item.label);
        if (!item.badge.empty()) {
            const Rect box = centred_right(inset(place, 0, 0, 0, 1), extra - 8, scaled(20));
            fill(ui, box, t.surface_3, t.r_1);
            draw_text(ui, box, TextStyle::MetaMedium, t.text_2, item.badge, Align::Centre);
        }
        if (press.ring) {
            focus_ring(ui, inset(place, 0, 6), t.r_1);
        }
    }
    const NodeId id = ui.id("underline");
    const float x = ui.ease(id, 1, chosen.x, t.m_base);
    const float width = ui.ease(id, 2, chosen.width, t.m_base);
    fill(ui, {x, bar.bottom() - 2, width, 2}, t.accent, 1);
    return changed;
}

}  // namespace atrium::shell
