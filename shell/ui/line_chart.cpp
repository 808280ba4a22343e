#include <algorithm>
#include <cmath>
#include <vector>

#include <imgui.h>

#include "shell/ui/chart_axis.h"
#include "shell/ui/charts.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

constexpr float kBottom = 24;  // months
constexpr float kMonthGap = 4;
constexpr float kEndGap = 12;  // before the last values
constexpr float kEndLabel = 32;

double largest_value(const LineChartSpec& spec) {
    double largest = spec.target.value;
    for (const ChartSeries& series : spec.series) {
        for (const double value : series.values) {
            largest = std::max(largest, value);
        }
    }
    return largest;
}

// From values to places.
struct Plot {
    Rect area;
    double top = 1;
    std::size_t count = 1;

    float x(std::size_t index) const {
        const float share =
            count < 2 ? 0 : static_cast<float>(index) / static_cast<float>(count - 1);
        return area.x + area.width * share;
    }

    float y(double value) const {
        const double share = std::clamp(value / top, 0.0, 1.0);
        return area.y + area.height * static_cast<float>(1 - share);
    }
};

std::vector<ImVec2> points_of(const Plot& plot, const ChartSeries& series) {
    std::vector<ImVec2> points;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        points.emplace_back(plot.x(i), plot.y(series.values[i]));
    }
    return points;
}

// Quads without smoothed edges: where two meet, a smoothed edge would show as a line.
void draw_band(Ui& ui, const Plot& plot, const ChartSeries& low, const ChartSeries& high) {
    ImDrawList* canvas = ui.canvas();
    const ImDrawListFlags flags = canvas->Flags;
    canvas->Flags &= ~ImDrawListFlags_AntiAliasedFill;
    const std::size_t count = std::min(low.values.size(), high.values.size());
    for (std::size_t i = 0; i + 1 < count; ++i) {
        canvas->AddQuadFilled({plot.x(i), plot.y(high.values[i])},
                              {plot.x(i + 1), plot.y(high.values[i + 1])},
                              {plot.x(i + 1), plot.y(low.values[i + 1])},
                              {plot.x(i), plot.y(low.values[i])},
                              tokens().chart_band);
    }
    canvas->Flags = flags;
}

AxisWords axis_words(const LineChartSpec& spec) {
    return {spec.axis_words == nullptr ? spec.words : spec.axis_words, spec.context};
}

void draw_months(Ui& ui, const Plot& plot, const LineChartSpec& spec) {
    const float y = plot.area.bottom() + 8;
    const auto place_of = [&](std::size_t index, const std::string& words) {
        const float width = std::ceil(text_width(TextStyle::Micro, words)) + 2;
        return Rect{plot.x(index) - width / 2, y, width, scaled(16)};
    };
    const std::string last = std::to_string(plot.count);
    const float end = place_of(plot.count - 1, last).x;
    float free = -1e6f;
    for (std::size_t i = 0; i < plot.count; ++i) {
        const bool is_last = i + 1 == plot.count;
        if (i != 0 && (i + 1) % 3 != 0 && !is_last) {
            continue;
        }
        const std::string words = i == 0 ? std::string(spec.first) : std::to_string(i + 1);
        const Rect place = place_of(i, words);
        const bool fits = place.x >= free && (is_last || place.right() + kMonthGap <= end);
        if (i == 0 || is_last || fits) {
            draw_text(ui, place, TextStyle::Micro, tokens().text_3, words, Align::Centre);
            free = place.right() + kMonthGap;
        }
    }
}

// Where no line runs through the words above the target's: tried from left to right.
float target_words_x(const Plot& plot, const LineChartSpec& spec, float y) {
    const float width = text_width(TextStyle::MetaMedium, spec.target.words);
    const auto is_free = [&](float x) {
        for (const ChartSeries& series : spec.series) {
            for (std::size_t i = 0; i < series.values.size(); ++i) {
                const float at = plot.x(i);
                const float height = plot.y(series.values[i]);
                const float step = plot.area.width / static_cast<float>(plot.count);
                if (at > x - step && at < x + width + step && height > y - 8 - scaled(16) &&
                    height < y + 4) {
                    return false;
                }
            }
        }
        return true;
    };
    const float first = plot.area.x + 8;
    for (float x = first; x + width < plot.area.right(); x += 24) {
        if (is_free(x)) {
            return x;
        }
    }
    return first;
}

void draw_target(Ui& ui, const Plot& plot, const LineChartSpec& spec) {
    if (spec.target.value <= 0) {
        return;
    }
    const Tokens& t = tokens();
    const float y = std::round(plot.y(spec.target.value)) + 0.5f;
    dashed_line(ui, plot.area.x, y, plot.area.right(), y, t.sun, 1, 4, 4);
    draw_text(ui,
              {target_words_x(plot, spec, y), y - 4 - scaled(16), plot.area.width, scaled(16)},
              TextStyle::MetaMedium,
              t.sun_text,
              spec.target.words);
}

// Where the case that counts meets the target.
void draw_meeting(Ui& ui, const Plot& plot, const LineChartSpec& spec, const ChartSeries& series) {
    const int index = spec.target.reached;
    if (index < 0 || static_cast<std::size_t>(index) >= series.values.size()) {
        return;
    }
    const Tokens& t = tokens();
    const float x = plot.x(static_cast<std::size_t>(index));
    const float y = plot.y(series.values[static_cast<std::size_t>(index)]);
    dashed_line(ui, x, y, x, plot.area.bottom(), t.text_3, 1, 2, 3);
    circle(ui, x, y, 5, t.accent);
    circle(ui, x, y, 3, t.surface_2);
}

// Room for the last values and the names of their lines.
float ends_width(const LineChartSpec& spec) {
    float width = scaled(48);
    for (const ChartSeries& series : spec.series) {
        if (!series.values.empty()) {
            const std::string words = spec.words(series.values.back(), spec.context);
            width = std::max(width, std::ceil(text_width(TextStyle::MetaMedium, words)) + 1);
        }
    }
    return width;
}

// The last values, moved apart where their lines end close together.
void draw_ends(Ui& ui, const Plot& plot, const LineChartSpec& spec) {
    const Tokens& t = tokens();
    std::vector<std::pair<float, const ChartSeries*>> ends;
    for (const ChartSeries& series : spec.series) {
        if (!series.values.empty()) {
            const float y = plot.y(series.values.back());
            circle(ui, plot.area.right(), y, 6, t.surface_2);
            circle(ui, plot.area.right(), y, 4, series.color);
            ends.emplace_back(y, &series);
        }
    }
    std::sort(ends.begin(), ends.end());
    float lowest =
        plot.area.bottom() + scaled(kBottom) - scaled(kEndLabel) * static_cast<float>(ends.size());
    float free = plot.area.y - scaled(kEndLabel) / 2;
    for (const auto& [y, series] : ends) {
        lowest += scaled(kEndLabel);
        const float top =
            std::min(std::max(y - scaled(kEndLabel) / 2, free), lowest - scaled(kEndLabel));
        const float x = plot.area.right() + kEndGap;
        const Rect place{x, top, ends_width(spec), scaled(16)};
        draw_text(ui,
                  place,
                  TextStyle::MetaMedium,
                  t.text_1,
                  spec.words(series->values.back(), spec.context));
        draw_text(ui, moved(place, 0, scaled(15)), TextStyle::Micro, t.text_3, series->label);
        free = top + scaled(kEndLabel);
    }
}

std::string read_out(const LineChartSpec& spec) {
    std::string words(spec.name);
    for (const ChartSeries& series : spec.series) {
        if (!series.values.empty()) {
            words += "; " + std::string(series.label) + " from " +
                     spec.words(series.values.front(), spec.context) + " to " +
                     spec.words(series.values.back(), spec.context);
        }
    }
    return words;
}

}  // namespace

void line_chart(Ui& ui, std::string_view key, Rect rect, const LineChartSpec& spec) {
    if (spec.series.empty() || spec.series.front().values.empty()) {
        return;
    }
    ui.add({.id = ui.id(key), .role = Role::Image, .name = read_out(spec), .rect = rect});
    const AxisSteps steps = axis_steps(largest_value(spec));
    Plot plot;
    plot.area = inset(
        rect, axis_width(steps, axis_words(spec)), 8, kEndGap + ends_width(spec), scaled(kBottom));
    plot.top = steps.step * steps.count;
    plot.count = spec.series.front().values.size();
    draw_band(ui, plot, spec.series.front(), spec.series.back());
    draw_axis(ui, plot.area, steps, axis_words(spec));
    draw_months(ui, plot, spec);
    draw_target(ui, plot, spec);
    const ChartSeries* widest = &spec.series.front();
    for (const ChartSeries& series : spec.series) {
        const std::vector<ImVec2> points = points_of(plot, series);
        ui.canvas()->AddPolyline(
            points.data(), static_cast<int>(points.size()), series.color, 0, series.width);
        widest = series.width > widest->width ? &series : widest;
    }
    draw_meeting(ui, plot, spec, *widest);
    draw_ends(ui, plot, spec);
}

}  // namespace atrium::shell
