#include <array>
#include <cmath>

#include "shell/ui/charts.h"
#include "shell/ui/gallery_sections.h"

namespace atrium::shell::gallery {

namespace {

std::string whole(double value, void*) {
    return std::to_string(std::lround(value));
}

}  // namespace

void months(Ui& ui, Rect place) {
    static constexpr std::array low = {24.0, 25.0, 26.0, 27.0, 28.0, 29.0};
    static constexpr std::array base = {70.0, 78.0, 86.0, 93.0, 100.0, 106.0};
    static constexpr std::array high = {116.0, 138.0, 160.0, 180.0, 199.0, 216.0};
    const Tokens& t = tokens();
    const ChartSeries cases[] = {
        {"low", low, t.chart_3, 2}, {"base", base, t.chart_1, 3}, {"high", high, t.chart_4, 2}};
    line_chart(ui,
               "members",
               place,
               {.name = "Members",
                .first = "Month 1",
                .series = cases,
                .target = {100, "Target 100", 4},
                .words = whole});
}

void days(Ui& ui, Rect place) {
    static constexpr std::array sonnet = {13.0, 16.0, 23.0, 27.0, 26.0, 23.0, 14.0};
    static constexpr std::array opus = {3.0, 5.0, 7.0, 8.0, 25.0, 7.0, 4.0};
    static constexpr std::array haiku = {1.0, 1.0, 1.0, 1.0, 2.0, 1.0, 1.0};
    const Tokens& t = tokens();
    const StackedBar bars[] = {{"14 November", "14"},
                               {"15 November", "15"},
                               {"16 November", "16"},
                               {"17 November", "17"},
                               {"18 November", "18"},
                               {"19 November", "19"},
                               {"20 November", "today"}};
    const StackedPart parts[] = {
        {"Sonnet", sonnet, t.chart_1}, {"Opus", opus, t.chart_4}, {"Haiku", haiku, t.chart_2}};
    stacked_bar_chart(ui,
                      "days",
                      place,
                      {.name = "Cost by day",
                       .bars = bars,
                       .parts = parts,
                       .threshold = {50, "Alert at 50"},
                       .words = whole});
}

void comparison(Ui& ui, Rect place) {
    const BarSpec bars[] = {
        {"Skool Pro", "$99 + 2.9%", "$2,687", 0.93f, false, false, false},
        {"Circle Professional", "$89 + 4.9%", "$2,639", 0.91f, true, false, false},
        {"Discord", "10% + 6% processing", "$2,436", 0.84f, false, true, false}};
    for (const BarSpec& bar : bars) {
        comparison_bar(ui, bar.name, cut_top(place, 44), bar);
    }
}

}  // namespace atrium::shell::gallery
