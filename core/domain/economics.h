// What is left of the members' money, and how many members a target takes. All amounts are in the
// creator's currency; fees are published in dollars and converted at the market's dated rates.
//
//     Price price{29, "USD"};
//     take_home(plan, price, 100, market).value().keep.value;            // 2638.9
//     members_needed(plan, price, 2500, market).value();                 // 95
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/market.h"
#include "core/domain/profile.h"

namespace atrium::domain {

// A price of one month.
struct Price {
    double amount = 0.0;
    std::string currency;

    bool operator==(const Price&) const = default;
};

// One month's money on one plan. revenue = keep + the four fees.
struct TakeHome {
    std::string plan_id;
    std::string plan_name;
    std::string currency;
    std::int64_t members = 0;
    double revenue = 0.0;
    double plan_fee = 0.0;      // the fixed monthly cost
    double platform_fee = 0.0;  // the platform's share
    double card_fee = 0.0;      // the payment service's share
    double currency_fee = 0.0;  // conversion, when the creator is not paid in dollars
    Figure keep;                // low and high: with the highest and the lowest fees reported
};

// Errors: "currency-unknown", "price-out-of-range" (not between 0 and 1,000,000).
[[nodiscard]] Result<TakeHome> take_home(const PlatformPlan& plan,
                                         const Price& price,
                                         std::int64_t members,
                                         const Market& market);

// The usual plans and a platform's cheaper alternative, what is kept descending.
[[nodiscard]] Result<std::vector<TakeHome>> compare_take_home(const Price& price,
                                                              std::int64_t members,
                                                              const Market& market);

// The least number of members that leaves at least the target after fees. Error "price-too-low" when
// the fees eat the whole price.
[[nodiscard]] Result<std::int64_t> members_needed(const PlatformPlan& plan,
                                                  const Price& price,
                                                  double target,
                                                  const Market& market);

// The number of members from which on the second plan leaves more than the first; nothing when it
// never or always does.
[[nodiscard]] Result<std::optional<std::int64_t>> break_even_members(const PlatformPlan& first,
                                                                     const PlatformPlan& second,
                                                                     const Price& price,
                                                                     const Market& market);

// How many of an audience have to join within a year to have so many members at a time, as some
// leave again: up to 1%, 3%, 5% of it, or more.
enum class Reach { Low, Base, High, Beyond };

// Of those who join within a year, the part who are members in its fullest month, at the usual
// churn and growth of the audience: as in the forecast's base case.
[[nodiscard]] double members_kept(const Market& market);

struct ConversionNeed {
    std::int64_t members = 0;
    double share = 0.0;  // `members` of the engaged audience; 0 when there is none
    Reach reach = Reach::Beyond;
    std::int64_t members_low = 0;  // as many as 1%, 3% and 5% of it are
    std::int64_t members_base = 0;
    std::int64_t members_high = 0;
};

[[nodiscard]] ConversionNeed conversion_need(std::int64_t members,
                                             std::int64_t engaged,
                                             const Market& market);

// A price the guide can offer, with its reason in this creator's numbers.
struct PriceOption {
    Price price;
    std::string label;  // "$29 a month"
    std::string reason;
    ConversionNeed need;
    bool recommended = false;
};

// Two or three prices, rising, one of them recommended: the lowest usual price at which the target
// takes clearly fewer people at a time than the base conversion brings in all.
[[nodiscard]] Result<std::vector<PriceOption>> price_options(const CreatorProfile& profile,
                                                             const PlatformPlan& plan,
                                                             const Market& market);

// A launch price for the first members, kept as long as they stay.
struct FoundingOffer {
    Price price;
    double discount_percent = 0.0;
    std::int64_t seats = 0;
    std::int64_t lock_months = 0;
    std::optional<Date> closes;  // two weeks after opening; none without an opening day
    Figure discount;             // where the discount comes from
};

[[nodiscard]] FoundingOffer founding_offer(const Price& price,
                                           std::int64_t engaged,
                                           std::optional<Date> opening,
                                           const Market& market);

}  // namespace atrium::domain
