// Members and money over the twelve months, in three cases.
#include <cmath>
#include <vector>

#include "core/domain/number_text.h"
#include "shell/ui/cards.h"
#include "shell/ui/charts.h"
#include "shell/views/forecast_parts.h"

namespace atrium::shell {

namespace {

using domain::Forecast;
using domain::ForecastMonth;

// What the words of a chart depend on.
struct Wording {
    std::string currency;
    domain::Formats formats;
};

std::string people_words(double value, void* wording) {
    return domain::number_text(std::llround(value), static_cast<const Wording*>(wording)->formats);
}

std::string money_words(double value, void* wording) {
    const auto& [currency, formats] = *static_cast<const Wording*>(wording);
    return domain::round_money_text(value, currency, formats);
}

// Thousands as "$2.5k", so that an axis stays narrow.
std::string short_money_words(double value, void* wording) {
    if (value < 1000) {
        return money_words(value, wording);
    }
    const auto& [currency, formats] = *static_cast<const Wording*>(wording);
    const std::string thousands = domain::decimal_text(std::round(value / 100) / 10, formats) + "k";
    const std::string sign = domain::money_text(0, currency, formats);
    // The sign stands where it does beside a whole amount.
    return sign.substr(0, sign.find('0')) + thousands + sign.substr(sign.find('0') + 1);
}

using Value = double (*)(const ForecastMonth&);

std::vector<double> values_of(const domain::ForecastYear& year, Value value) {
    std::vector<double> values;
    for (const ForecastMonth& month : year.months) {
        values.push_back(value(month));
    }
    return values;
}

void chart_ui(View& view, const Forecast& year, Value value, LineChartSpec spec, Rect place) {
    const Tokens& t = tokens();
    const std::vector<double> low = values_of(year.low(), value);
    const std::vector<double> base = values_of(year.base(), value);
    const std::vector<double> high = values_of(year.high(), value);
    const ChartSeries cases[] = {
        {"low", low, t.chart_3, 2}, {"base", base, t.chart_1, 3}, {"high", high, t.chart_4, 2}};
    spec.first = "Month 1";
    spec.series = cases;
    line_chart(view.ui, "chart", place, spec);
}

}  // namespace

void forecast_members_ui(View& view, const Forecast& year, Rect place) {
    const auto scope = view.ui.push("members");
    Rect inside = card(view.ui, place);
    card_head(view.ui, inside, "Members", "12 months");
    Wording wording{"", view.formats};
    chart_ui(
        view,
        year,
        [](const ForecastMonth& month) { return static_cast<double>(month.members); },
        {.name = "Members over 12 months", .words = people_words, .context = &wording},
        inside);
}

void forecast_money_ui(View& view, const Forecast& year, Rect place) {
    const auto scope = view.ui.push("money");
    Rect inside = card(view.ui, place);
    card_head(view.ui, inside, "You keep a month", "after fees, 12 months");
    Wording wording{year.basis.currency, view.formats};
    const std::string words = "Target " + money_words(year.basis.target, &wording);
    chart_ui(
        view,
        year,
        [](const ForecastMonth& month) { return std::max(0.0, month.keep); },
        {.name = "What you keep a month, over 12 months",
         .target = {year.basis.target, words, year.base().target_month.value_or(0) - 1},
         .words = money_words,
         .axis_words = short_money_words,
         .context = &wording},
        inside);
}

}  // namespace atrium::shell
