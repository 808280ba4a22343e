// The sums behind the guide's sentences, worked out once for each answer from the profile, the
// decisions and the market's figures.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/economics.h"
#include "core/domain/guide/talk.h"
#include "core/domain/opening_days.h"
#include "core/domain/project_plan.h"

namespace atrium::domain::guide {

struct Numbers {
    Market market;                // with the creator's own figures
    std::string currency;         // of prices: the creator's, or USD where we keep no rate
    Price price;                  // decided, or the one the guide recommends
    bool averages_tiers = false;  // the price is what members of all paid tiers pay on average
    double target = 0;            // a month after fees, in that currency
    std::int64_t compare_members = 100;  // a round number near what can be expected
    std::vector<TakeHome> take_home;     // the usual plan of each platform, best first
    const PlatformPlan* plan = nullptr;  // of the decided platform, or the recommended one
    std::vector<PriceOption> prices;
    ConversionNeed need;           // for the target at `price` on `plan`
    bool target_reachable = true;  // false: the fees eat the price
    ScheduleRequest request;
    Schedule schedule;
    std::vector<OpeningDay> days;

    // Of a platform's usual plan; null where it is not compared.
    [[nodiscard]] const TakeHome* take_home_of(std::string_view platform) const;
};

[[nodiscard]] Numbers numbers_of(const Talk& talk);

// The platform this creator's numbers speak for.
[[nodiscard]] std::string recommended_platform(const Talk& talk, const Numbers& numbers);

// What one price asks of the audience.
[[nodiscard]] ConversionNeed need_at(const Talk& talk, const Numbers& numbers, double amount);

// What a member pays a month at a price that is decided or considered: a twelfth of a yearly one, of
// several tiers the average of the paid ones.
[[nodiscard]] double monthly_amount(const Project& project, const PricingSlots& slots);

}  // namespace atrium::domain::guide
