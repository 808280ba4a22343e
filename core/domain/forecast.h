// Twelve months of members and money in three cases, with break-evens and a grid over price and
// conversion: arithmetic on the figures of assumptions.h, and nothing else. The model, for month m:
//
//     joined(1)  = audience x conversion x share that comes at launch
//     joined(m)  = audience x conversion x (rest / 11) + people new in the audience x conversion
//     members(m) = members(m-1) x (1 - churn) + joined(m)
//
// The low case has the low conversion and growth and the high churn, the high case the reverse. The
// first joiners take the founding seats while these are open, and leave as often as the others.
// Members are rounded to people, and the money is that of the rounded members.
//
//     Forecast year = forecast(workspace, project, context).value();
//     year.base().months[11].keep;
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/assumptions.h"

namespace atrium::domain {

inline constexpr int kForecastMonths = 12;

struct ForecastMonth {
    int month = 1;               // 1 begins on opening day
    std::optional<Date> begins;  // none without an opening day
    std::int64_t joined = 0;
    std::int64_t left = 0;
    std::int64_t members = 0;   // at the end of the month
    std::int64_t founding = 0;  // of these, at the founding price
    double gross = 0.0;         // what members pay
    double fees = 0.0;          // shares and fees on sales: platform, card, currency
    double fixed = 0.0;         // the plan's monthly cost and the creator's others
    double keep = 0.0;          // gross - fees - fixed

    bool operator==(const ForecastMonth&) const = default;
};

enum class ForecastCase { Low, Base, High };

struct ForecastYear {
    std::vector<ForecastMonth> months;  // kForecastMonths
    double gross = 0.0;                 // sums over the year
    double fees = 0.0;
    double fixed = 0.0;
    double keep = 0.0;
    std::optional<int> target_month;   // the first that leaves the target
    std::optional<int> covered_month;  // the first whose money covers its fixed costs

    bool operator==(const ForecastYear&) const = default;
};

// From so many members on, one plan leaves more than the other at the same price.
struct PlanBreakEven {
    std::string cheaper_plan;  // the name of the plan that is better below
    std::string better_plan;   // and of the one that is better from there on
    std::int64_t members = 0;

    bool operator==(const PlanBreakEven&) const = default;
};

// Members whose payments, after fees, pay for the fixed costs of a month.
struct FixedCostBreakEven {
    double fixed = 0.0;
    std::optional<std::int64_t> members;           // none when the fees eat the price
    std::optional<std::int64_t> founding_members;  // when all pay the founding price

    bool operator==(const FixedCostBreakEven&) const = default;
};

struct SensitivityCell {
    double price = 0.0;
    double conversion_percent = 0.0;
    std::int64_t members = 0;  // in the twelfth month of the base case
    double keep = 0.0;         // in that month

    bool operator==(const SensitivityCell&) const = default;
};

// Rows are prices, columns conversions, both rising; the middle one of each is the plan.
struct Sensitivity {
    std::vector<double> prices;
    std::vector<double> conversions;
    std::vector<SensitivityCell> cells;  // row by row

    [[nodiscard]] const SensitivityCell& at(std::size_t row, std::size_t column) const {
        return cells[row * conversions.size() + column];
    }
};

struct Forecast {
    Assumptions basis;
    std::array<ForecastYear, 3> cases;  // in the order of ForecastCase
    FixedCostBreakEven fixed_costs;
    std::vector<PlanBreakEven> plans;  // the planned one against the others, rising
    std::vector<TakeHome> take_home;   // all plans at the members of the base case's last month
    Sensitivity sensitivity;

    [[nodiscard]] const ForecastYear& low() const { return cases[0]; }

    [[nodiscard]] const ForecastYear& base() const { return cases[1]; }

    [[nodiscard]] const ForecastYear& high() const { return cases[2]; }
};

// Errors: "profile-missing", "price-out-of-range".
[[nodiscard]] Result<Forecast> forecast(const Workspace& workspace,
                                        const Project& project,
                                        const Context& context);

[[nodiscard]] Result<Forecast> forecast_from(Assumptions basis);

// One case alone.
[[nodiscard]] Result<ForecastYear> forecast_year(const Assumptions& basis, ForecastCase which);

// The three alone, in the order of ForecastCase.
[[nodiscard]] Result<std::array<ForecastYear, 3>> forecast_cases(const Assumptions& basis);

// How many of the people who can be asked, in percent, have to join for the base case to reach the
// target, with all else as assumed. Nothing without audience or target, and where no number does.
[[nodiscard]] std::optional<double> conversion_for_target(const Assumptions& basis);

[[nodiscard]] std::string case_id(ForecastCase which);  // "low"

[[nodiscard]] std::string billing_text(Billing billing);  // "a month"

}  // namespace atrium::domain
