#include "core/domain/guide/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/domain/assumptions.h"
#include "core/domain/eligibility.h"
#include "core/domain/tier_shares.h"

namespace atrium::domain::guide {
namespace {

// A fixed monthly cost above this share of the money is too much for a beginning.
constexpr double kFixedCostShare = 0.12;
constexpr double kFallbackPriceUsd = 25;

std::int64_t round_members(std::int64_t expected) {
    constexpr std::array<std::int64_t, 10> kRound = {
        10, 20, 50, 100, 200, 500, 1'000, 2'000, 5'000, 10'000};
    std::int64_t best = kRound.front();
    for (const std::int64_t round : kRound) {
        if (std::abs(round - expected) <= std::abs(best - expected)) {
            best = round;
        }
    }
    return best;
}

// How many members the platforms are compared at: near what can be expected, and near what the target
// takes where the number of people who can be asked is not given.
std::int64_t members_to_compare(const Talk& talk, const Numbers& numbers, const Market& market) {
    constexpr std::int64_t kUsual = 100;
    const std::int64_t engaged = talk.profile->engaged_audience;
    if (engaged > 0) {
        return round_members(conversion_need(0, engaged, market).members_base);
    }
    const Result<std::int64_t> needed =
        members_needed(*numbers.plan, numbers.price, numbers.target, market);
    return needed && numbers.target > 0 ? round_members(needed.value()) : kUsual;
}

void add_take_home(Numbers& numbers, const Market& market) {
    numbers.take_home.clear();
    for (const PlatformPlan& plan : market.plans) {
        if (!plan.usual || plan.platform == "other") {
            continue;
        }
        Result<TakeHome> row = take_home(plan, numbers.price, numbers.compare_members, market);
        if (row) {
            numbers.take_home.push_back(std::move(row).value());
        }
    }
    std::stable_sort(
        numbers.take_home.begin(),
        numbers.take_home.end(),
        [](const TakeHome& a, const TakeHome& b) { return a.keep.value > b.keep.value; });
}

void add_prices(Numbers& numbers, const Talk& talk, const Market& market) {
    CreatorProfile profile = *talk.profile;
    profile.currency = numbers.currency;
    Result<std::vector<PriceOption>> prices = price_options(profile, *numbers.plan, market);
    numbers.prices = prices ? std::move(prices).value() : std::vector<PriceOption>{};
    numbers.price = {from_usd(kFallbackPriceUsd, numbers.currency, market).value(),
                     numbers.currency};
    for (const PriceOption& option : numbers.prices) {
        if (option.recommended) {
            numbers.price = option.price;
        }
    }
}

// Circle pays through Stripe, which does not serve every country.
bool stripe_pays(const Talk& talk, const Market& market) {
    EligibilityQuestion question;
    question.platform = "circle";
    question.country = talk.profile->country;
    question.currency = talk.profile->currency;
    const std::vector<EligibilityTrap> traps = eligibility_traps(question, market);
    return std::none_of(traps.begin(), traps.end(), [](const EligibilityTrap& trap) {
        return trap.id == "circle-stripe";
    });
}

// Of the platforms without a high fixed cost, the one that leaves most.
std::string best_small_platform(const Talk& talk, const Numbers& numbers) {
    for (const TakeHome& row : numbers.take_home) {
        const PlatformPlan* plan = built_in_market().plan(row.plan_id);
        const bool pays_here =
            plan->platform == "discord" ? talk.profile->country == "US" : plan->platform != "whop";
        if (row.plan_fee <= kFixedCostShare * row.revenue && pays_here) {
            return plan->platform;
        }
    }
    return "patreon";
}

}  // namespace

const TakeHome* Numbers::take_home_of(std::string_view platform) const {
    const auto found = std::find_if(take_home.begin(), take_home.end(), [&](const TakeHome& row) {
        const PlatformPlan* row_plan = built_in_market().plan(row.plan_id);
        return row_plan != nullptr && row_plan->platform == platform;
    });
    return found == take_home.end() ? nullptr : &*found;
}

double monthly_amount(const Project& project, const PricingSlots& slots) {
    if (!slots.amount) {
        return average_amount(tier_shares(project, slots));
    }
    return slots.interval == "year" ? *slots.amount / 12 : *slots.amount;
}

Numbers numbers_of(const Talk& talk) {
    Numbers numbers;
    numbers.market = project_market(*talk.project);
    const Market& market = numbers.market;
    const bool known = market.rate(talk.profile->currency) != nullptr;
    numbers.currency = known ? talk.profile->currency : "USD";
    numbers.target = static_cast<double>(talk.profile->monthly_target);
    // The plans are the same in every market; the built-in one outlives this answer.
    numbers.plan = built_in_market().plan_for("circle");
    add_prices(numbers, talk, market);
    numbers.compare_members = members_to_compare(talk, numbers, market);
    add_take_home(numbers, market);

    const auto* platform = current_slots<PlatformSlots>(*talk.project);
    const std::string wanted =
        platform != nullptr ? platform->name : recommended_platform(talk, numbers);
    if (const PlatformPlan* plan = built_in_market().plan_for(wanted)) {
        numbers.plan = plan;
    }
    add_prices(numbers, talk, market);
    if (const auto* price = current_slots<PricingSlots>(*talk.project)) {
        const bool other_currency =
            !price->currency.empty() && market.rate(price->currency) != nullptr;
        numbers.averages_tiers = tier_shares(*talk.project).size() > 1;
        numbers.price = {monthly_amount(*talk.project, *price),
                         other_currency ? price->currency : numbers.currency};
    }
    add_take_home(numbers, market);
    const Result<std::int64_t> members =
        members_needed(*numbers.plan, numbers.price, numbers.target, market);
    numbers.target_reachable = static_cast<bool>(members);
    numbers.need =
        conversion_need(members ? members.value() : 0, talk.profile->engaged_audience, market);
    numbers.request = project_schedule_request(*talk.workspace, *talk.project, talk.context);
    numbers.schedule = schedule(numbers.request);
    numbers.days = opening_days(numbers.request);
    return numbers;
}

std::string recommended_platform(const Talk& talk, const Numbers& numbers) {
    const bool discord_pays = talk.profile->country == "US";
    if (!stripe_pays(talk, numbers.market)) {
        return "patreon";
    }
    const bool lives_on_discord = talk.profile->primary_platform == AudiencePlatform::Twitch;
    if (lives_on_discord && discord_pays) {
        return "discord";
    }
    const TakeHome* circle = numbers.take_home_of("circle");
    if (circle == nullptr || circle->plan_fee > kFixedCostShare * circle->revenue) {
        return best_small_platform(talk, numbers);
    }
    return "circle";
}

ConversionNeed need_at(const Talk& talk, const Numbers& numbers, double amount) {
    const Market& market = numbers.market;
    const Result<std::int64_t> members =
        members_needed(*numbers.plan, {amount, numbers.price.currency}, numbers.target, market);
    return conversion_need(members ? members.value() : 0, talk.profile->engaged_audience, market);
}

}  // namespace atrium::domain::guide
