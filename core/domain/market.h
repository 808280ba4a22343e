// What the market charges and does, as dated figures with their sources: fees, exchange rates,
// conversion, churn, usual prices. Read from assets/market.json; the creator may replace any figure,
// and the replaced one then says so.
//
//     Market market = built_in_market();
//     market.figure("churn").value;                                  // 7, in percent
//     market = with_figure(market, "circle-professional.monthly", 99, today).value();
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/date.h"
#include "core/protocol/result.h"

namespace atrium::domain {

// A number that says where it comes from. low and high are the range that sources give or that we
// think possible; low is the smaller number, not the worse case.
struct Figure {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    std::string source;
    std::string date;  // "2026-07-05": when the source said so
    bool our_estimate = false;

    bool operator==(const Figure&) const = default;
};

struct NamedFigure {
    std::string id;  // "circle-professional.monthly"
    std::string label;
    std::string unit;  // usd, percent, count
    Figure figure;

    bool operator==(const NamedFigure&) const = default;
};

// One way to be paid. The fees are ids of figures; an empty id is a fee that does not exist there.
struct PlatformPlan {
    std::string id;        // "circle-professional"
    std::string platform;  // the decision's name: "circle"
    std::string name;      // "Circle Professional"
    std::string summary;
    bool usual = false;  // the plan meant when only the platform is named
    std::string monthly;
    std::string percent;           // to the platform
    std::string card_percent;      // to the payment service
    std::string card_fixed;        // each month and member
    std::string currency_percent;  // when the creator's currency is not the dollar

    bool operator==(const PlatformPlan&) const = default;
};

struct ExchangeRate {
    std::string currency;
    Figure usd_per_unit;

    bool operator==(const ExchangeRate&) const = default;
};

// How sure an eligibility condition is to matter.
enum class TrapLevel { Blocks, CheckFirst, GoodToKnow };

// A condition of a platform, and when it concerns somebody. Empty lists and missing limits do not
// restrict; see eligibility.h for the question they are asked with.
struct EligibilityRule {
    std::string id;
    std::vector<std::string> platforms;
    TrapLevel level = TrapLevel::GoodToKnow;
    std::string title;
    std::string text;  // may hold {country} and {currency}
    std::string source;
    std::string date;
    bool our_estimate = false;
    std::vector<std::string> countries_only;
    std::vector<std::string> countries_except;
    std::vector<std::string> currencies_except;
    std::optional<double> monthly_revenue_below_usd;
    std::optional<double> price_below_usd;
    std::optional<double> price_above_usd;
    std::optional<double> fixed_cost_share_above_percent;
};

struct Market {
    std::string as_of;
    std::string note;
    std::vector<NamedFigure> figures;
    std::vector<PlatformPlan> plans;
    std::vector<ExchangeRate> rates;
    std::vector<double> price_ladder_usd;  // prices people are used to, rising
    std::vector<EligibilityRule> eligibility;

    // The figure of an id that the code knows; asserts that it is there.
    [[nodiscard]] const Figure& figure(std::string_view id) const;

    // Null for an unknown id.
    [[nodiscard]] const PlatformPlan* plan(std::string_view id) const;

    // The plan with that id, or the usual plan of the platform with that name; null for neither.
    [[nodiscard]] const PlatformPlan* plan_for(std::string_view id_or_platform) const;

    [[nodiscard]] const ExchangeRate* rate(std::string_view currency) const;
};

// Reads and checks the figures; "market-invalid" and a sentence about the first thing wrong.
[[nodiscard]] Result<Market> market_from_json(std::string_view json);

// The embedded figures; they are checked by the tests, so they always load.
[[nodiscard]] const Market& built_in_market();

// The market with one figure replaced by the creator's own, which has no range. The id "rate.EUR"
// replaces or adds an exchange rate in dollars. Errors: "figure-unknown", "figure-out-of-range".
[[nodiscard]] Result<Market> with_figure(const Market& market,
                                         std::string_view id,
                                         double value,
                                         Date today);

// Converts between the dollar and another currency. "currency-unknown" when there is no rate.
[[nodiscard]] Result<double> usd_from(double amount,
                                      std::string_view currency,
                                      const Market& market);
[[nodiscard]] Result<double> from_usd(double usd, std::string_view currency, const Market& market);

}  // namespace atrium::domain
