#include "core/domain/forecast.h"

#include <algorithm>
#include <cmath>

#include "core/domain/audience_given.h"

namespace atrium::domain {
namespace {

constexpr double kDaysOfMonth = 30;

constexpr double kHighestPrice = 1e6;

// Beyond this, counts of people are not counts any more.
constexpr double kMostPeople = 1e9;

// What is good for the case lies high in the high one …
double along(const Figure& figure, ForecastCase which) {
    return which == ForecastCase::Low    ? figure.low
           : which == ForecastCase::High ? figure.high
                                         : figure.value;
}

// … and what is bad, low.
double against(const Figure& figure, ForecastCase which) {
    return which == ForecastCase::Low    ? figure.high
           : which == ForecastCase::High ? figure.low
                                         : figure.value;
}

std::int64_t people(double count) {
    return std::llround(std::clamp(count, 0.0, kMostPeople));
}

// The same day so many months later, or the last one of a shorter month.
Date months_later(Date date, int months) {
    const Civil civil = civil_from_date(date);
    const int month = civil.month - 1 + months;
    const int year = civil.year + month / 12;
    int day = civil.day;
    while (!is_civil_date(year, month % 12 + 1, day)) {
        --day;
    }
    return date_from_civil(year, month % 12 + 1, day);
}

// What drives one case.
struct Rates {
    double audience = 0;
    double conversion = 0;  // these four as parts of 1
    double at_launch = 0;
    double growth = 0;
    double churn = 0;

    double joined(int month) const {
        const double reachable = audience * conversion;
        if (month == 1) {
            return reachable * at_launch;
        }
        // Each month's new people, on an audience that has grown before.
        const double fresh = audience * std::pow(1 + growth, month - 2) * growth;
        return reachable * (1 - at_launch) / (kForecastMonths - 1) + fresh * conversion;
    }
};

Rates rates_of(const Assumptions& basis, ForecastCase which) {
    Rates rates;
    rates.audience = basis.figure("audience").value;
    rates.conversion = along(basis.figure("conversion"), which) / 100;
    rates.at_launch = basis.figure("join-at-launch").value / 100;
    rates.growth = along(basis.figure("audience-growth"), which) / 100;
    rates.churn = against(basis.figure("churn"), which) / 100;
    return rates;
}

// The share of a month's joiners for whom the founding offer is still open. At launch people come on
// the first days; later they come evenly over the month.
double open_share(const Assumptions& basis, int month) {
    const double days = basis.figure("founding.days").value;
    if (month == 1) {
        return days > 0 ? 1.0 : 0.0;
    }
    return std::clamp((days - kDaysOfMonth * (month - 1)) / kDaysOfMonth, 0.0, 1.0);
}

struct Payers {
    std::int64_t full = 0;
    std::int64_t founding = 0;
};

double other_costs(const Assumptions& basis) {
    const Result<double> costs =
        from_usd(basis.figure("costs.other").value, basis.currency, basis.market);
    return costs ? costs.value() : 0.0;
}

// Both groups' money on the plan, whose monthly cost is paid once.
Result<Done> add_money(ForecastMonth& month, const Assumptions& basis, Payers payers) {
    const Result<TakeHome> full = take_home(basis.plan, basis.price(), payers.full, basis.market);
    const Result<TakeHome> founding =
        take_home(basis.plan, basis.founding.price, payers.founding, basis.market);
    if (!full || !founding) {
        return full ? founding.error() : full.error();
    }
    for (const TakeHome* part : {&full.value(), &founding.value()}) {
        month.gross += part->revenue;
        month.fees += part->platform_fee + part->card_fee + part->currency_fee;
    }
    month.fixed = full.value().plan_fee + other_costs(basis);
    month.keep = month.gross - month.fees - month.fixed;
    return Done{};
}

void add_sums(ForecastYear& year, double target) {
    for (const ForecastMonth& month : year.months) {
        year.gross += month.gross;
        year.fees += month.fees;
        year.fixed += month.fixed;
        year.keep += month.keep;
        if (!year.target_month && target > 0 && month.keep >= target) {
            year.target_month = month.month;
        }
        if (!year.covered_month && month.gross > 0 && month.keep >= 0) {
            year.covered_month = month.month;
        }
    }
}

FixedCostBreakEven fixed_cost_break_even(const Assumptions& basis) {
    FixedCostBreakEven result;
    const double other = other_costs(basis);
    if (const Result<TakeHome> nobody = take_home(basis.plan, basis.price(), 0, basis.market)) {
        result.fixed = nobody.value().plan_fee + other;
    }
    const auto needed = [&](const Price& price) -> std::optional<std::int64_t> {
        const Result<std::int64_t> members = members_needed(basis.plan, price, other, basis.market);
        return members && price.amount > 0 ? std::optional(members.value()) : std::nullopt;
    };
    result.members = needed(basis.price());
    result.founding_members = needed(basis.founding.price);
    return result;
}

std::vector<PlanBreakEven> plan_break_evens(const Assumptions& basis) {
    std::vector<PlanBreakEven> found;
    const auto compare = [&](const PlatformPlan& cheaper, const PlatformPlan& dearer) {
        const Result<std::optional<std::int64_t>> members =
            break_even_members(cheaper, dearer, basis.price(), basis.market);
        if (members && members.value()) {
            found.push_back({cheaper.name, dearer.name, *members.value()});
        }
    };
    for (const PlatformPlan& other : basis.market.plans) {
        if (other.id != basis.plan.id && other.platform != "other") {
            compare(basis.plan, other);
            compare(other, basis.plan);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.members < b.members;
    });
    return found;
}

void replace_value(Assumptions& basis, std::string_view key, double value) {
    for (Assumption& assumption : basis.list) {
        if (assumption.named.id == key) {
            assumption.named.figure.value = value;
        }
    }
}

// Prices around the planned one, in numbers that could be a price.
std::vector<double> prices_around(double price) {
    std::vector<double> prices;
    for (const double factor : {0.6, 0.8, 1.0, 1.25, 1.6}) {
        const double unit = price >= 10 ? 1.0 : 0.5;
        const double rounded = std::round(price * factor / unit) * unit;
        prices.push_back(factor == 1.0 ? price : std::min(rounded, kHighestPrice));
    }
    return prices;
}

Result<Sensitivity> sensitivity_of(const Assumptions& basis) {
    const Figure conversion = basis.figure("conversion");
    Sensitivity grid;
    grid.prices = prices_around(basis.price().amount);
    grid.conversions = {conversion.low,
                        (conversion.low + conversion.value) / 2,
                        conversion.value,
                        (conversion.value + conversion.high) / 2,
                        conversion.high};
    for (const double price : grid.prices) {
        Assumptions changed = basis;
        replace_value(changed, "price", price);
        changed.founding.price.amount = price * (1 - basis.founding.discount_percent / 100);
        for (const double percent : grid.conversions) {
            replace_value(changed, "conversion", percent);
            const Result<ForecastYear> year = forecast_year(changed, ForecastCase::Base);
            if (!year) {
                return year.error();
            }
            const ForecastMonth& last = year.value().months.back();
            grid.cells.push_back({price, percent, last.members, last.keep});
        }
    }
    return grid;
}

// How many members the platforms are compared at: those of the base case after a year, or what the
// target takes where the number of people who can be asked is not given.
std::int64_t members_compared(const Assumptions& basis, const ForecastYear& base) {
    constexpr std::int64_t kUsual = 100;
    if (audience_given(basis)) {
        return base.months.back().members;
    }
    const Result<std::int64_t> needed =
        members_needed(basis.plan, basis.price(), basis.target, basis.market);
    return needed && basis.target > 0 ? needed.value() : kUsual;
}

}  // namespace

Result<ForecastYear> forecast_year(const Assumptions& basis, ForecastCase which) {
    const Rates rates = rates_of(basis, which);
    const double seats = static_cast<double>(basis.founding.seats);
    double full = 0;
    double founding = 0;
    double seats_taken = 0;
    std::int64_t before = 0;
    ForecastYear year;
    for (int number = 1; number <= kForecastMonths; ++number) {
        const double joined = rates.joined(number);
        const double founders =
            std::min(joined * open_share(basis, number), std::max(seats - seats_taken, 0.0));
        seats_taken += founders;
        full = full * (1 - rates.churn) + joined - founders;
        founding = founding * (1 - rates.churn) + founders;
        if (number > basis.founding.lock_months) {
            full += founding;
            founding = 0;
        }
        ForecastMonth month;
        month.month = number;
        if (basis.opening) {
            month.begins = months_later(*basis.opening, number - 1);
        }
        month.founding = people(founding);
        month.members = people(full + founding);
        month.joined = people(joined);
        month.left = std::max<std::int64_t>(before + month.joined - month.members, 0);
        before = month.members;
        Payers payers{month.members - month.founding, month.founding};
        if (basis.billing == Billing::Once) {
            payers = {people(joined - founders), people(founders)};
        }
        if (const Result<Done> money = add_money(month, basis, payers); !money) {
            return money.error();
        }
        year.months.push_back(month);
    }
    add_sums(year, basis.target);
    return year;
}

Result<std::array<ForecastYear, 3>> forecast_cases(const Assumptions& basis) {
    std::array<ForecastYear, 3> cases;
    for (const ForecastCase which : {ForecastCase::Low, ForecastCase::Base, ForecastCase::High}) {
        Result<ForecastYear> year = forecast_year(basis, which);
        if (!year) {
            return year.error();
        }
        cases[static_cast<std::size_t>(which)] = std::move(year).value();
    }
    return cases;
}

Result<Forecast> forecast_from(Assumptions basis) {
    Forecast result;
    Result<std::array<ForecastYear, 3>> cases = forecast_cases(basis);
    if (!cases) {
        return cases.error();
    }
    result.cases = std::move(cases).value();
    Result<std::vector<TakeHome>> rows =
        compare_take_home(basis.price(), members_compared(basis, result.base()), basis.market);
    Result<Sensitivity> grid = sensitivity_of(basis);
    if (!rows || !grid) {
        return rows ? grid.error() : rows.error();
    }
    result.take_home = std::move(rows).value();
    result.sensitivity = std::move(grid).value();
    result.fixed_costs = fixed_cost_break_even(basis);
    result.plans = plan_break_evens(basis);
    result.basis = std::move(basis);
    return result;
}

Result<Forecast> forecast(const Workspace& workspace,
                          const Project& project,
                          const Context& context) {
    Result<Assumptions> basis = assumptions_of(workspace, project, context);
    return basis ? forecast_from(std::move(basis).value()) : Result<Forecast>(basis.error());
}

std::optional<double> conversion_for_target(const Assumptions& basis) {
    if (!audience_given(basis) || basis.target <= 0) {
        return std::nullopt;
    }
    Assumptions tried = basis;
    const auto reached = [&](std::int64_t tenths) {
        replace_value(tried, "conversion", static_cast<double>(tenths) / 10);
        const Result<ForecastYear> year = forecast_year(tried, ForecastCase::Base);
        return year && year.value().target_month.has_value();
    };
    constexpr std::int64_t kMost = 10 * 100'000;
    std::int64_t enough = 1;
    while (enough < kMost && !reached(enough)) {
        enough *= 4;
    }
    if (!reached(enough)) {
        return std::nullopt;
    }
    std::int64_t too_few = enough / 4;
    while (enough - too_few > 1) {
        const std::int64_t middle = (enough + too_few) / 2;
        (reached(middle) ? enough : too_few) = middle;
    }
    return static_cast<double>(enough) / 10;
}

std::string case_id(ForecastCase which) {
    return which == ForecastCase::Low ? "low" : which == ForecastCase::High ? "high" : "base";
}

std::string billing_text(Billing billing) {
    return billing == Billing::Once ? "once" : "a month";
}

}  // namespace atrium::domain
