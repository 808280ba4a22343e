#include "core/domain/economics.h"

#include <algorithm>
#include <cmath>

namespace atrium::domain {

namespace {

constexpr double kHighestPrice = 1e6;
constexpr std::int64_t kMostMembers = 1'000'000'000;

enum class Case { Base, Low, High };

double pick(const Figure& figure, Case which) {
    switch (which) {
        case Case::Low:
            return figure.low;
        case Case::High:
            return figure.high;
        case Case::Base:
            break;
    }
    return figure.value;
}

double fee(const Market& market, const std::string& id, Case which) {
    return id.empty() ? 0.0 : pick(market.figure(id), which);
}

// A plan's fees in the creator's currency; shares are parts of 1.
struct Fees {
    double monthly = 0.0;
    double platform_share = 0.0;
    double card_share = 0.0;
    double card_fixed = 0.0;
    double currency_share = 0.0;

    double shares() const { return platform_share + card_share + currency_share; }

    double keep_of(double price) const { return price * (1 - shares()) - card_fixed; }
};

Result<Fees> fees_of(const PlatformPlan& plan,
                     const std::string& currency,
                     Case which,
                     const Market& market) {
    const Result<double> monthly = from_usd(fee(market, plan.monthly, which), currency, market);
    if (!monthly) {
        return monthly.error();
    }
    Fees fees;
    fees.monthly = monthly.value();
    fees.card_fixed = from_usd(fee(market, plan.card_fixed, which), currency, market).value();
    fees.platform_share = fee(market, plan.percent, which) / 100;
    fees.card_share = fee(market, plan.card_percent, which) / 100;
    if (currency != "USD") {
        fees.currency_share = fee(market, plan.currency_percent, which) / 100;
    }
    return fees;
}

std::optional<Error> price_error(const Price& price) {
    if (price.amount >= 0 && price.amount <= kHighestPrice) {
        return std::nullopt;
    }
    return Error{"price-out-of-range", "A monthly price must be between 0 and 1,000,000.", ""};
}

double kept(const Fees& fees, double price, double members) {
    return fees.keep_of(price) * members - fees.monthly;
}

// Who keeps the amount in a range, and since when: the oldest of the fees it rests on.
Figure keep_figure(const PlatformPlan& plan, const Market& market) {
    Figure keep;
    for (const std::string* id : {&plan.monthly, &plan.percent, &plan.card_percent}) {
        if (!id->empty()) {
            const Figure& figure = market.figure(*id);
            keep.our_estimate = keep.our_estimate || figure.our_estimate;
            if (keep.date.empty() || figure.date < keep.date) {
                keep.date = figure.date;
                keep.source = "Worked out from the fees; the oldest is from " + figure.source;
            }
        }
    }
    return keep;
}

}  // namespace

Result<TakeHome> take_home(const PlatformPlan& plan,
                           const Price& price,
                           std::int64_t members,
                           const Market& market) {
    if (const auto error = price_error(price)) {
        return *error;
    }
    const Result<Fees> base = fees_of(plan, price.currency, Case::Base, market);
    const Result<Fees> low = fees_of(plan, price.currency, Case::Low, market);
    const Result<Fees> high = fees_of(plan, price.currency, Case::High, market);
    if (!base || !low || !high) {
        return base.error();
    }
    const Fees& fees = base.value();
    const double count = static_cast<double>(std::clamp<std::int64_t>(members, 0, kMostMembers));
    TakeHome result;
    result.plan_id = plan.id;
    result.plan_name = plan.name;
    result.currency = price.currency;
    result.members = members;
    result.revenue = price.amount * count;
    result.plan_fee = fees.monthly;
    result.platform_fee = result.revenue * fees.platform_share;
    result.card_fee = result.revenue * fees.card_share + fees.card_fixed * count;
    result.currency_fee = result.revenue * fees.currency_share;
    result.keep = keep_figure(plan, market);
    result.keep.value = kept(fees, price.amount, count);
    result.keep.low = kept(high.value(), price.amount, count);
    result.keep.high = kept(low.value(), price.amount, count);
    return result;
}

Result<std::vector<TakeHome>> compare_take_home(const Price& price,
                                                std::int64_t members,
                                                const Market& market) {
    std::vector<TakeHome> rows;
    for (const PlatformPlan& plan : market.plans) {
        if (plan.platform == "other") {
            continue;
        }
        Result<TakeHome> row = take_home(plan, price, members, market);
        if (!row) {
            return row.error();
        }
        rows.push_back(std::move(row).value());
    }
    std::stable_sort(rows.begin(), rows.end(), [](const TakeHome& a, const TakeHome& b) {
        return a.keep.value > b.keep.value;
    });
    return rows;
}

Result<std::int64_t> members_needed(const PlatformPlan& plan,
                                    const Price& price,
                                    double target,
                                    const Market& market) {
    if (const auto error = price_error(price)) {
        return *error;
    }
    const Result<Fees> fees = fees_of(plan, price.currency, Case::Base, market);
    if (!fees) {
        return fees.error();
    }
    const double each = fees.value().keep_of(price.amount);
    const double needed = each > 0 ? (target + fees.value().monthly) / each : kMostMembers * 2.0;
    if (needed > static_cast<double>(kMostMembers)) {
        return Error{"price-too-low",
                     "At this price the fees leave too little of each payment to reach the target "
                     "with any number of members.",
                     ""};
    }
    // A hair below a whole number is that number: 95 members, not 96 for a rounding of the last bit.
    return std::max<std::int64_t>(static_cast<std::int64_t>(std::ceil(needed - 1e-9)), 0);
}

Result<std::optional<std::int64_t>> break_even_members(const PlatformPlan& first,
                                                       const PlatformPlan& second,
                                                       const Price& price,
                                                       const Market& market) {
    const Result<Fees> a = fees_of(first, price.currency, Case::Base, market);
    const Result<Fees> b = fees_of(second, price.currency, Case::Base, market);
    if (!a || !b) {
        return a ? b.error() : a.error();
    }
    const double gain_each = b.value().keep_of(price.amount) - a.value().keep_of(price.amount);
    const double extra_cost = b.value().monthly - a.value().monthly;
    if (gain_each <= 0 || extra_cost <= 0 || extra_cost / gain_each > kMostMembers) {
        return std::optional<std::int64_t>();
    }
    return std::optional(static_cast<std::int64_t>(std::floor(extra_cost / gain_each)) + 1);
}

double members_kept(const Market& market) {
    constexpr int kMonths = 12;
    const double at_launch = market.figure("join-at-launch").value / 100;
    const double stay = 1 - market.figure("churn").value / 100;
    const double growth = market.figure("audience-growth").value / 100;
    double members = at_launch;
    double most = members;
    for (int month = 2; month <= kMonths; ++month) {
        const double fresh = growth * std::pow(1 + growth, month - 2);
        members = members * stay + (1 - at_launch) / (kMonths - 1) + fresh;
        most = std::max(most, members);
    }
    return std::max(most, 0.01);
}

ConversionNeed conversion_need(std::int64_t members, std::int64_t engaged, const Market& market) {
    const Figure& conversion = market.figure("conversion");
    const double audience = static_cast<double>(std::max<std::int64_t>(engaged, 0));
    const auto joining = [&](double percent) {
        return static_cast<std::int64_t>(std::floor(audience * percent / 100 + 1e-9));
    };
    ConversionNeed need;
    need.members = members;
    need.share = audience > 0 ? static_cast<double>(members) / audience : 0.0;
    need.members_low = joining(conversion.low);
    need.members_base = joining(conversion.value);
    need.members_high = joining(conversion.high);
    const double joining_percent = 100 * need.share / members_kept(market);
    if (audience <= 0) {
        need.reach = Reach::Beyond;
    } else if (joining_percent <= conversion.low) {
        need.reach = Reach::Low;
    } else if (joining_percent <= conversion.value) {
        need.reach = Reach::Base;
    } else if (joining_percent <= conversion.high) {
        need.reach = Reach::High;
    }
    return need;
}

}  // namespace atrium::domain
