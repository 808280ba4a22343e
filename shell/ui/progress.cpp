#include "shell/ui/progress.h"

#include <algorithm>
#include <cmath>

#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

enum Slot : int { kValueSlot = 1 };

Color color_of(MeterTone tone) {
    const Tokens& t = tokens();
    switch (tone) {
        case MeterTone::Sun:
            return t.sun;
        case MeterTone::Warning:
            return t.warning;
        case MeterTone::Danger:
            return t.danger;
        case MeterTone::Mute:
            return t.chart_mute;
        case MeterTone::Accent:
            break;
    }
    return t.accent;
}

std::string percent_words(float percent) {
    return std::to_string(static_cast<int>(std::lround(percent))) + "%";
}

void add_progress_node(
    Ui& ui, NodeId id, std::string_view name, float percent, std::string_view words, Rect rect) {
    ui.add({.id = id,
            .role = Role::ProgressBar,
            .name = std::string(name),
            .value = words.empty() ? percent_words(percent) : std::string(words),
            .rect = rect,
            .minimum = 0,
            .maximum = 100,
            .current = std::round(static_cast<double>(percent))});
}

}  // namespace

void meter(Ui& ui, std::string_view key, Rect rect, const MeterSpec& spec) {
    const float percent = std::clamp(spec.percent, 0.0f, 100.0f);
    const Rect track = centred(rect, rect.width, spec.height);
    const NodeId id = ui.id(key);
    if (!spec.name.empty()) {
        add_progress_node(ui, id, spec.name, percent, spec.words, track);
    }
    const float radius = spec.height / 2;
    fill(ui, track, tokens().surface_3, radius);
    const float shown = ui.ease(id, kValueSlot, percent, tokens().m_slow);
    if (shown > 0) {
        // Never less than a dot, so that a beginning is seen.
        const float width = std::max(spec.height, track.width * shown / 100);
        fill(ui, {track.x, track.y, width, track.height}, color_of(spec.tone), radius);
    }
}

void labelled_meter(Ui& ui,
                    std::string_view key,
                    Rect rect,
                    std::string_view label,
                    std::string_view value,
                    const MeterSpec& spec,
                    Color value_color) {
    const Tokens& t = tokens();
    Rect rest = rect;
    const Rect words = cut_top(rest, line_height(TextStyle::Meta), 4);
    draw_text(ui, words, TextStyle::Meta, t.text_2, label);
    draw_text(
        ui, words, TextStyle::Meta, value_color == 0 ? t.text_2 : value_color, value, Align::Right);
    MeterSpec named = spec;
    named.name = label;
    named.words = spec.words.empty() ? value : spec.words;
    meter(ui, key, {rest.x, rest.y, rest.width, spec.height}, named);
}

void ring(Ui& ui,
          std::string_view key,
          Rect rect,
          float percent,
          std::string_view name,
          std::string_view words) {
    const Tokens& t = tokens();
    const float size = scaled(72);
    const float width = 8;
    const Rect box = centred(rect, size, size);
    const NodeId id = ui.id(key);
    add_progress_node(ui, id, name, percent, words, box);
    const float x = box.x + size / 2;
    const float y = box.y + size / 2;
    const float radius = (size - width) / 2;
    const float shown = ui.ease(id, kValueSlot, std::clamp(percent, 0.0f, 100.0f), t.m_slow);
    arc(ui, x, y, radius, 0, 360, t.surface_3, width);
    arc(ui, x, y, radius, -90, -90 + shown * 3.6f, t.accent, width, shown < 100);
    draw_text(ui, box, TextStyle::Heading, t.text_1, words, Align::Centre);
}

void dial(Ui& ui, std::string_view key, Rect rect, const DialSpec& spec) {
    const Tokens& t = tokens();
    const float outer = spec.radius + spec.stroke / 2 + 1;
    const float x = rect.x + std::round(rect.width / 2);
    const float y = rect.y + outer;
    const NodeId id = ui.id(key);
    std::string words(spec.figure);
    if (!spec.caption.empty()) {
        words.append(", ").append(spec.caption);
    }
    ui.add({.id = id,
            .role = Role::Image,
            .name = std::move(words),
            .rect = {x - outer, rect.y, outer * 2, outer}});

    const auto total = static_cast<float>(std::max(1, spec.total_minutes));
    const float minute = ui.ease(id, kValueSlot, std::clamp(spec.minute, 0.0f, total), t.m_slow);
    const float per_minute = 180 / total;
    constexpr float kHalfGap = 0.9f;
    const float now = 180 + minute * per_minute;
    const bool small = spec.stroke < 10;
    const float halo = small ? 9 : 10;
    // What the dot's halo leaves of a short arc would be a stray dash.
    const float least = (halo + spec.stroke / 2) / spec.radius * 180 / 3.14159265f;
    for (const DialStep& step : spec.steps) {
        const float from = 180 + static_cast<float>(step.from_minute) * per_minute +
                           (step.from_minute > 0 ? kHalfGap : 0);
        const float to = 180 + static_cast<float>(step.to_minute) * per_minute -
                         (step.to_minute < spec.total_minutes ? kHalfGap : 0);
        const float passed = std::clamp(now, from, to);
        if (passed == from || to - passed >= least) {
            arc(ui, x, y, spec.radius, passed, to, t.surface_3, spec.stroke);
        }
        if (passed == to || passed - from >= least) {
            arc(ui, x, y, spec.radius, from, passed, t.sun, spec.stroke);
        }
    }
    const float angle = now * 3.14159265f / 180;
    const float dot_x = x + spec.radius * std::cos(angle);
    const float dot_y = y + spec.radius * std::sin(angle);
    circle(ui, dot_x, dot_y, halo, spec.ground == 0 ? t.surface_2 : spec.ground);
    circle(ui, dot_x, dot_y, small ? 6 : 7, t.sun);

    const float figure_line = line_height(TextStyle::Figure);
    const float caption_line = spec.caption.empty() ? 0 : line_height(TextStyle::Meta);
    // The words stand above the dial's base, the figure a little above half its height.
    const float base = spec.caption.empty() ? y - spec.radius * 0.27f : y - spec.radius * 0.06f;
    const Rect caption{rect.x, base - caption_line, rect.width, caption_line};
    const float between = spec.caption.empty() ? 0 : 5;
    const Rect figure{rect.x, caption.y - between - figure_line, rect.width, figure_line};
    draw_text(ui, figure, TextStyle::Figure, t.text_1, spec.figure, Align::Centre);
    draw_text(ui, caption, TextStyle::Meta, t.text_2, spec.caption, Align::Centre);
}

}  // namespace atrium::shell
