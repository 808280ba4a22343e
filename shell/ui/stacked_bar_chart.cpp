#include <algorithm>
#include <cmath>

#include "shell/ui/chart_axis.h"
#include "shell/ui/charts.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

constexpr float kBottom = 24;  // ticks
constexpr float kTop = 20;     // words above the highest line
constexpr float kWidest = 20;
constexpr float kGap = 1;
// A threshold more than so many times above the highest bar would press the bars to the ground.
constexpr double kFarAbove = 4;

double total_of(const StackedBarSpec& spec, std::size_t bar) {
    double total = 0;
    for (const StackedPart& part : spec.parts) {
        total += bar < part.values.size() ? part.values[bar] : 0;
    }
    return total;
}

double largest_total(const StackedBarSpec& spec) {
    double largest = 0;
    for (std::size_t i = 0; i < spec.bars.size(); ++i) {
        largest = std::max(largest, total_of(spec, i));
    }
    return largest;
}

// From values to places.
struct Plot {
    Rect area;
    double top = 1;
    float pitch = 1;
    float bar = 1;

    float height(double value) const {
        return area.height * static_cast<float>(std::clamp(value / top, 0.0, 1.0));
    }

    // The whole height above the bar's place.
    Rect column(std::size_t index) const {
        const float left = area.x + pitch * static_cast<float>(index);
        return {left, area.y, pitch, area.height};
    }
};

std::string parts_words(const StackedBarSpec& spec, std::size_t bar) {
    std::string words = spec.bars[bar].name + ": " + spec.words(total_of(spec, bar), spec.context);
    for (const StackedPart& part : spec.parts) {
        if (spec.parts.size() > 1 && bar < part.values.size() && part.values[bar] > 0) {
            words +=
                ", " + std::string(part.label) + " " + spec.words(part.values[bar], spec.context);
        }
    }
    return words;
}

// Edges on whole pixels, so that a thin part is as sharp as a high one.
void draw_parts(Ui& ui, const Plot& plot, const StackedBarSpec& spec, std::size_t bar) {
    const Rect column = plot.column(bar);
    const float left = std::round(column.x + (plot.pitch - plot.bar) / 2);
    const float ground = std::round(plot.area.bottom());
    double below = 0;
    for (const StackedPart& part : spec.parts) {
        const double value = bar < part.values.size() ? part.values[bar] : 0;
        if (value > 0) {
            const float bottom = ground - std::round(plot.height(below));
            const float top = ground - std::round(plot.height(below + value));
            // What is there is seen, be it a line.
            const float height = std::max(1.0f, bottom - top - kGap);
            fill(ui,
                 {left, bottom - height, plot.bar, height},
                 part.color,
                 std::min(2.0f, height / 2));
        }
        below += value;
    }
}

bool reaches(const StackedBarSpec& spec, std::size_t bar) {
    return spec.threshold.value > 0 && total_of(spec, bar) >= spec.threshold.value;
}

// The place of the value beside the dot, at the left where the right has no room.
Rect reached_words_place(const Plot& plot, const StackedBarSpec& spec, std::size_t bar) {
    const Rect column = plot.column(bar);
    const float x = column.x + column.width / 2;
    const float y = plot.area.bottom() - plot.height(total_of(spec, bar)) - 8;
    const std::string words = spec.words(total_of(spec, bar), spec.context);
    const float width = std::ceil(text_width(TextStyle::MetaMedium, words));
    const bool fits = x + 12 + width <= plot.area.right();
    return {fits ? x + 12 : x - 12 - width, y - scaled(16) / 2, width, scaled(16)};
}

void draw_reached(Ui& ui, const Plot& plot, const StackedBarSpec& spec, std::size_t bar) {
    const Tokens& t = tokens();
    const Rect column = plot.column(bar);
    const Rect place = reached_words_place(plot, spec, bar);
    circle(ui, column.x + column.width / 2, place.y + place.height / 2, 3.5f, t.danger);
    draw_text(
        ui, place, TextStyle::MetaMedium, t.danger, spec.words(total_of(spec, bar), spec.context));
}

void draw_ticks(Ui& ui, const Plot& plot, const StackedBarSpec& spec) {
    // From the right, so that the last one, today, is among those that have room.
    float free = plot.area.right() + 32;
    for (std::size_t i = spec.bars.size(); i-- > 0;) {
        const std::string& tick = spec.bars[i].tick;
        const Rect column = plot.column(i);
        const float width = std::ceil(text_width(TextStyle::Micro, tick));
        const float left =
            std::min(column.x + (column.width - width) / 2, plot.area.right() - width);
        if (!tick.empty() && left + width + 8 <= free) {
            draw_text(ui,
                      {left, plot.area.bottom() + 8, width, scaled(16)},
                      TextStyle::Micro,
                      tokens().text_3,
                      tick);
            free = left;
        }
    }
}

// No bar and no value of one is in the way of words at this place.
bool is_free(const Plot& plot, const StackedBarSpec& spec, Rect place) {
    const auto meets = [&place](Rect other) {
        const Rect both = intersection(inset(place, -4, 0), other);
        return both.width > 0 && both.height > 0;
    };
    for (std::size_t i = 0; i < spec.bars.size(); ++i) {
        const Rect column = plot.column(i);
        const float height = plot.height(total_of(spec, i));
        const Rect bar{column.x, plot.area.bottom() - height, column.width, height};
        if (meets(bar) || (reaches(spec, i) && meets(reached_words_place(plot, spec, i)))) {
            return false;
        }
    }
    return true;
}

// Above the line at the left or the right, else above everything.
Rect threshold_words_place(const Plot& plot, const StackedBarSpec& spec, float y) {
    const float width = std::ceil(text_width(TextStyle::MetaMedium, spec.threshold.words));
    const Rect left{plot.area.x + 4, y - 4 - scaled(16), width, scaled(16)};
    const Rect right{plot.area.right() - width - 4, y - 4 - scaled(16), width, scaled(16)};
    return is_free(plot, spec, left)    ? left
           : is_free(plot, spec, right) ? right
                                        : Rect{left.x, plot.area.y - scaled(16), width, scaled(16)};
}

// The line with its words; far above the bars, only the words.
void draw_threshold(Ui& ui, const Plot& plot, const StackedBarSpec& spec, bool is_near) {
    if (spec.threshold.value <= 0) {
        return;
    }
    const Tokens& t = tokens();
    if (!is_near) {
        const std::string words = std::string(spec.threshold.words) + ", above this chart";
        const Rect place{plot.area.x + 4, plot.area.y - scaled(16), plot.area.width, scaled(16)};
        draw_text(ui, place, TextStyle::MetaMedium, t.warning, words);
        return;
    }
    const float y = std::round(plot.area.bottom() - plot.height(spec.threshold.value)) + 0.5f;
    dashed_line(ui, plot.area.x, y, plot.area.right(), y, t.warning, 1, 6, 4);
    const Rect place = threshold_words_place(plot, spec, y);
    draw_text(ui, place, TextStyle::MetaMedium, t.warning, spec.threshold.words);
}

void bar_ui(Ui& ui, const Plot& plot, const StackedBarSpec& spec, std::size_t bar) {
    const auto scope = ui.push(static_cast<std::uint64_t>(bar));
    const Rect column = plot.column(bar);
    const std::string words = parts_words(spec, bar);
    const NodeId id =
        ui.add({.id = ui.id("bar"), .role = Role::ListItem, .name = words, .rect = column});
    Press over;
    over.id = id;
    over.hovered = ui.hovering(column);
    if (over.hovered) {
        fill(ui, column, tokens().surface_3, 2);
    }
    ui.tooltip(over, column, words);
    draw_parts(ui, plot, spec, bar);
}

}  // namespace

void stacked_bar_chart(Ui& ui, std::string_view key, Rect rect, const StackedBarSpec& spec) {
    if (spec.bars.empty()) {
        return;
    }
    const auto scope = ui.push(key);
    const double largest = largest_total(spec);
    const bool is_near = spec.threshold.value <= largest * kFarAbove;
    const AxisSteps steps =
        axis_steps(is_near ? std::max(largest, spec.threshold.value) : largest, spec.least);
    const AxisWords words{spec.words, spec.context};
    Plot plot;
    plot.area = inset(rect, axis_width(steps, words), scaled(kTop), 0, scaled(kBottom));
    plot.top = steps.step * steps.count;
    plot.pitch = plot.area.width / static_cast<float>(spec.bars.size());
    plot.bar = std::clamp(std::floor(plot.pitch * 0.7f), 2.0f, kWidest);
    const auto list = ui.group("bars", Role::List, spec.name, rect);
    draw_axis(ui, plot.area, steps, words);
    for (std::size_t i = 0; i < spec.bars.size(); ++i) {
        bar_ui(ui, plot, spec, i);
    }
    draw_ticks(ui, plot, spec);
    draw_threshold(ui, plot, spec, is_near);
    for (std::size_t i = 0; i < spec.bars.size(); ++i) {
        if (reaches(spec, i)) {
            draw_reached(ui, plot, spec, i);
        }
    }
}

}  // namespace atrium::shell
