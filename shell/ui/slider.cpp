#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "shell/ui/choices.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

double snapped(double value, const SliderSpec& spec) {
    const double step = spec.step > 0 ? spec.step : 1;
    const double steps = std::round((value - spec.minimum) / step);
    return std::clamp(spec.minimum + steps * step, spec.minimum, spec.maximum);
}

float share_of(double value, const SliderSpec& spec) {
    const double range = spec.maximum - spec.minimum;
    return range <= 0 ? 0
                      : static_cast<float>(std::clamp((value - spec.minimum) / range, 0.0, 1.0));
}

void draw_track(Ui& ui, Rect track, float at, const SliderSpec& spec, const Press& press) {
    const Tokens& t = tokens();
    const Color color = spec.disabled ? t.chart_mute : t.accent;
    const float middle = track.y + track.height / 2;
    const float x = track.x + track.width * at;
    fill(ui, {track.x, middle - 2, track.width, 4}, t.surface_3, 2);
    fill(ui, {track.x, middle - 2, x - track.x, 4}, color, 2);
    if (spec.suggested >= spec.minimum) {
        const float mark = std::round(track.x + track.width * share_of(spec.suggested, spec));
        fill(ui, {mark - 1, middle - 4, 2, 8}, t.text_3, 1);
    }
    const float radius = 8 + 2 * (press.held ? 1 : press.hover);
    circle(ui, x, middle, radius, color);
    circle(ui, x, middle, radius - 3, t.surface_2);
    if (press.ring) {
        circle_outline(ui, x, middle, radius + 4, t.focus, 2);
    }
}

// The label's room beside the value.
float label_width(const SliderSpec& spec, float width) {
    return width - std::ceil(text_width(TextStyle::DenseMedium, spec.value_text)) - 12;
}

float label_height(Ui& ui, const SliderSpec& spec, float width) {
    return paragraph_height(ui, TextStyle::Dense, spec.label, label_width(spec, width));
}

}  // namespace

float slider_height(Ui& ui, const SliderSpec& spec, float width) {
    return scaled(24) + (spec.label_hidden ? 0 : label_height(ui, spec, width) + 4);
}

bool slider(Ui& ui, std::string_view key, Rect rect, double& value, const SliderSpec& spec) {
    const Tokens& t = tokens();
    Rect track = rect;
    if (!spec.label_hidden) {
        const float width = label_width(spec, track.width);
        Rect words = cut_top(track, label_height(ui, spec, track.width), 4);
        draw_paragraph(ui, words.x, words.y, width, TextStyle::Dense, t.text_1, spec.label);
        words.height = line_height(TextStyle::Dense);
        draw_text(ui, words, TextStyle::DenseMedium, t.text_1, spec.value_text, Align::Right);
    }
    track = cut_top(track, scaled(24));
    const Press press = ui.drag(key,
                                inset(track, -8, 0),
                                {.role = Role::Slider,
                                 .name = std::string(spec.label),
                                 .value = spec.value_text,
                                 .disabled = spec.disabled,
                                 .minimum = spec.minimum,
                                 .maximum = spec.maximum,
                                 .current = value,
                                 .step = spec.step});
    const double before = value;
    if (const std::string* typed = ui.semantics().new_value(press.id)) {
        value = snapped(std::strtod(typed->c_str(), nullptr), spec);
    }
    if (press.held && !spec.disabled && ui.pose() == Pose::None) {
        const float at = std::clamp((ui.pointer().x - track.x) / track.width, 0.0f, 1.0f);
        value =
            snapped(spec.minimum + static_cast<double>(at) * (spec.maximum - spec.minimum), spec);
    }
    draw_track(ui, track, share_of(value, spec), spec, press);
    return value != before;
}

}  // namespace atrium::shell
