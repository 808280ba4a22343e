// Charts: months as lines with the band between the outer cases, days as stacked bars, and amounts as
// bars to compare.
//
//     line_chart(ui, "members", rect, {.name = "Members", .series = cases, .words = whole});
//     stacked_bar_chart(ui, "cost", rect, {.name = "Cost by day", .bars = days, .parts = models,
//                                          .threshold = {50, "Alert at $50"}, .words = dollars});
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shell/ui/ui.h"

namespace atrium::shell {

struct ChartSeries {
    std::string_view label;  // "base", under the last value
    std::span<const double> values;
    Color color = 0;
    float width = 2;  // 3 for the case that counts
};

struct ChartTarget {
    double value = 0;        // 0: none
    std::string_view words;  // "Target $2,500"
    int reached = -1;        // index of the value that first reaches it; negative: never
};

struct LineChartSpec {
    std::string_view name;                // read out before the figures
    std::string_view first;               // below the first value: "Month 1"
    std::span<const ChartSeries> series;  // the band lies between the first and the last
    ChartTarget target;
    std::string (*words)(double value, void* context) = nullptr;       // of the last values
    std::string (*axis_words)(double value, void* context) = nullptr;  // null: as words
    void* context = nullptr;
};

// Fills `rect`: axis labels at the left, the months below, last values at the right.
void line_chart(Ui& ui, std::string_view key, Rect rect, const LineChartSpec& spec);

struct StackedBar {
    std::string name;  // read out: "18 November"
    std::string tick;  // below it where there is room; empty: none
};

// One colour of all bars, from the bottom upwards in the order of the parts.
struct StackedPart {
    std::string_view label;
    std::span<const double> values;  // one for each bar
    Color color = 0;
};

// A dashed line; bars that reach it show their value.
struct ChartThreshold {
    double value = 0;        // 0: none
    std::string_view words;  // "Alert at $50 a day"
};

struct StackedBarSpec {
    std::string_view name;  // of the list of bars
    std::span<const StackedBar> bars;
    std::span<const StackedPart> parts;
    ChartThreshold threshold;
    std::string (*words)(double value, void* context) = nullptr;
    void* context = nullptr;
    double least = 1;  // where the axis ends if the bars are lower
};

// Fills `rect`: axis labels at the left, the ticks below. Each bar can be read, and tells its parts
// when pointed at. A threshold far above the bars is only said in words.
void stacked_bar_chart(Ui& ui, std::string_view key, Rect rect, const StackedBarSpec& spec);

// The steps of an axis from 0 that holds `largest`, and `least`: three or four, of a round size.
struct AxisSteps {
    double step = 1;
    int count = 4;
};

[[nodiscard]] AxisSteps axis_steps(double largest, double least = 1);

struct BarSpec {
    std::string_view name;
    std::string_view note;   // below the name
    std::string_view value;  // right of the bar
    float share = 0;         // of the bar's length, 0 to 1
    bool chosen = false;     // in accent
    bool warns = false;      // has a condition that can be read
    bool open = false;       // its condition is shown below, by the caller
};

// 44 high with the text size. True when it was pressed, which only a bar that warns can be.
bool comparison_bar(Ui& ui, std::string_view key, Rect rect, const BarSpec& spec);

}  // namespace atrium::shell
