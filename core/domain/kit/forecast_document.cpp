#include "core/domain/kit/forecast_document.h"

#include "core/domain/audience_given.h"
#include "core/domain/kit/markdown.h"
#include "core/domain/kit/plan_words.h"
#include "core/domain/number_text.h"

namespace atrium::domain::kit {
namespace {

std::string month_or_never(std::optional<int> month) {
    return month ? "month " + std::to_string(*month) : "not in the first year";
}

std::string cases_table(const Forecast& forecast) {
    const std::string& currency = forecast.basis.currency;
    std::string text = markdown_row({"Case",
                                     "Members after 1 month",
                                     "after 6",
                                     "after 12",
                                     "Gross in the year",
                                     "Fees",
                                     "Fixed costs",
                                     "You keep",
                                     "Your target is reached"}) +
                       markdown_rule(9);
    for (const ForecastCase which : {ForecastCase::Low, ForecastCase::Base, ForecastCase::High}) {
        const ForecastYear& year = forecast.cases[static_cast<std::size_t>(which)];
        text += markdown_row({case_id(which),
                              number_text(year.months[0].members),
                              number_text(year.months[5].members),
                              number_text(year.months[11].members),
                              round_money_text(year.gross, currency),
                              round_money_text(year.fees, currency),
                              round_money_text(year.fixed, currency),
                              round_money_text(year.keep, currency),
                              month_or_never(year.target_month)});
    }
    return text;
}

std::string months_table(const Forecast& forecast) {
    const std::string& currency = forecast.basis.currency;
    std::string text =
        "\n### The base case by month\n\n" +
        markdown_row({"Month", "Joined", "Left", "Members", "Gross", "Fees", "Fixed", "You keep"}) +
        markdown_rule(8);
    for (const ForecastMonth& month : forecast.base().months) {
        text += markdown_row({std::to_string(month.month) +
                                  (month.begins ? ", from " + day_month(*month.begins) : ""),
                              number_text(month.joined),
                              number_text(month.left),
                              number_text(month.members),
                              round_money_text(month.gross, currency),
                              round_money_text(month.fees, currency),
                              round_money_text(month.fixed, currency),
                              round_money_text(month.keep, currency)});
    }
    return text;
}

std::string comparison_table(const Forecast& forecast) {
    const std::string& currency = forecast.basis.currency;
    std::string text =
        "\n### What is left on each platform\n\n" +
        number_text(forecast.take_home.front().members) + " members at " +
        money_text(forecast.basis.price().amount, currency) + ", one month.\n\n" +
        markdown_row({"Plan", "Members pay", "Plan costs", "Fees", "You keep", "Range"}) +
        markdown_rule(6);
    for (const TakeHome& row : forecast.take_home) {
        text += markdown_row(
            {row.plan_name,
             round_money_text(row.revenue, currency),
             round_money_text(row.plan_fee, currency),
             round_money_text(row.platform_fee + row.card_fee + row.currency_fee, currency),
             round_money_text(row.keep.value, currency),
             round_money_text(row.keep.low, currency) + " to " +
                 round_money_text(row.keep.high, currency)});
    }
    return text;
}

std::string break_even_part(const Forecast& forecast) {
    const FixedCostBreakEven& fixed = forecast.fixed_costs;
    const std::string costs = round_money_text(fixed.fixed, forecast.basis.currency);
    std::string text = "\n### Break-evens\n\n";
    if (fixed.members) {
        text += "- Fixed costs of " + costs + " a month are paid by " +
                count_text(*fixed.members, "member", "members") + " at the full price" +
                (fixed.founding_members
                     ? ", or " + number_text(*fixed.founding_members) + " at the founding price"
                     : "") +
                "\n";
    } else {
        text += "- Fixed costs of " + costs +
                " a month are never paid at this price: the fees take it\n";
    }
    for (const PlanBreakEven& plan : forecast.plans) {
        text += "- From " + count_text(plan.members, "member", "members") + " on, " +
                markdown_text(plan.better_plan) + " leaves more than " +
                markdown_text(plan.cheaper_plan) + "\n";
    }
    return text;
}

std::string grid_table(const Forecast& forecast) {
    const Sensitivity& grid = forecast.sensitivity;
    const std::string& currency = forecast.basis.currency;
    std::vector<std::string> header = {"Price, by conversion"};
    for (const double percent : grid.conversions) {
        header.push_back(percent_text(percent / 100));
    }
    std::string text =
        "\n### If price or conversion differ\n\nWhat you keep in the twelfth month.\n\n" +
        markdown_row(header) + markdown_rule(header.size());
    for (std::size_t row = 0; row < grid.prices.size(); ++row) {
        std::vector<std::string> cells = {money_text(grid.prices[row], currency)};
        for (std::size_t column = 0; column < grid.conversions.size(); ++column) {
            cells.push_back(round_money_text(grid.at(row, column).keep, currency));
        }
        text += markdown_row(cells);
    }
    return text;
}

std::string range_text(const NamedFigure& named) {
    if (named.figure.low == named.figure.high) {
        return "";
    }
    NamedFigure low = named;
    NamedFigure high = named;
    low.figure.value = named.figure.low;
    high.figure.value = named.figure.high;
    return figure_value_text(low) + " to " + figure_value_text(high);
}

std::string figures_table(const Forecast& forecast) {
    std::string text = "\n### Where each figure comes from\n\n" +
                       markdown_row({"Figure", "Value", "Range", "Source", "Date", "Whose"}) +
                       markdown_rule(6);
    for (const Assumption& assumption : forecast.basis.list) {
        const bool missing = assumption.named.id == "audience" && !audience_given(forecast.basis);
        text += markdown_row({assumption.named.label,
                              missing ? "missing" : figure_value_text(assumption.named),
                              range_text(assumption.named),
                              assumption.named.figure.source,
                              assumption.named.figure.date,
                              whose_text(assumption)});
    }
    return text;
}

}  // namespace

std::string forecast_part(const Forecast& forecast) {
    const Assumptions& basis = forecast.basis;
    std::string text =
        "\n## Forecast\n\nNobody can know these numbers. They follow from the figures "
        "at the end of this chapter, and each of those can be changed in Atrium. On " +
        markdown_text(basis.plan.name) + (basis.plan_decided ? "" : ", which is our suggestion") +
        ", at " + money_text(basis.price().amount, basis.currency) + " " +
        billing_text(basis.billing) + ".\n\n";
    if (basis.founding.seats > 0 && basis.price().amount > 0) {
        text += "Founding offer: the first " + number_text(basis.founding.seats) + " at " +
                money_text(basis.founding.price.amount, basis.currency) +
                (basis.founding.closes ? ", until " + long_date(*basis.founding.closes) : "") +
                ", kept for " + count_text(basis.founding.lock_months, "month", "months") + ".\n\n";
    }
    if (!audience_given(basis)) {
        return text +
               "How many members come is not calculated: the number of people you can ask is "
               "missing in your profile. What does not depend on it follows.\n" +
               comparison_table(forecast) + break_even_part(forecast) + figures_table(forecast);
    }
    return text + cases_table(forecast) + months_table(forecast) + comparison_table(forecast) +
           break_even_part(forecast) + grid_table(forecast) + figures_table(forecast);
}

}  // namespace atrium::domain::kit
