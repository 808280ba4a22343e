#include "core/domain/readiness.h"

#include <algorithm>

#include "core/domain/readiness_words.h"

namespace atrium::domain {

namespace {

constexpr std::string_view kUsualPlan = "circle-professional";

Verdict verdict_of(const ReadinessCase& c) {
    if (c.profile.hours_per_week < kFewestHours) {
        return Verdict::NotYet;
    }
    if (!c.has_audience() || !c.has_target()) {
        return Verdict::Unknown;
    }
    if (c.need.reach == Reach::Beyond) {
        return Verdict::NotYet;
    }
    const bool sold = c.profile.experience != OfferExperience::None;
    const bool sure =
        c.need.reach == Reach::Low && sold && c.profile.hours_per_week >= c.enough_hours();
    return sure ? Verdict::Ready : Verdict::ReadyIf;
}

double target_in_reach(const ReadinessCase& c) {
    const auto month = take_home(c.plan, c.price, c.need.members_base, c.market);
    return month ? std::max(month.value().keep.value, 0.0) : 0.0;
}

}  // namespace

Result<Readiness> readiness(const ReadinessQuestion& question, const Market& market) {
    const PlatformPlan* plan =
        market.plan_for(question.platform.empty() ? kUsualPlan : question.platform);
    if (!plan) {
        plan = market.plan(kUsualPlan);
    }
    const CreatorProfile& profile = question.profile;
    Price price;
    if (question.price) {
        price = *question.price;
    } else {
        const auto options = price_options(profile, *plan, market);
        if (!options) {
            return options.error();
        }
        for (const PriceOption& option : options.value()) {
            price = option.recommended ? option.price : price;
        }
    }
    const auto members =
        members_needed(*plan, price, static_cast<double>(profile.monthly_target), market);
    if (!members) {
        return members.error();
    }
    const ReadinessCase c{profile,
                          market,
                          *plan,
                          price,
                          conversion_need(members.value(), profile.engaged_audience, market),
                          question.formats};
    Readiness answer;
    answer.verdict = verdict_of(c);
    answer.headline = readiness_headline(c, answer.verdict);
    answer.sentence = readiness_sentence(c);
    answer.reasons = readiness_reasons(c);
    answer.target_in_reach = target_in_reach(c);
    answer.first_step = readiness_first_step(c, answer.verdict, answer.target_in_reach);
    answer.price = price;
    answer.plan_name = plan->name;
    answer.need = c.need;
    answer.conversion = market.figure("conversion");
    return answer;
}

std::string verdict_label(Verdict verdict) {
    switch (verdict) {
        case Verdict::Ready:
            return "ready";
        case Verdict::ReadyIf:
            return "ready, if";
        case Verdict::NotYet:
            return "not yet";
        case Verdict::Unknown:
            return "unknown";
    }
    return "";
}

int beta_size(const CreatorProfile& profile) {
    return profile.experience == OfferExperience::None ? 15 : 10;
}

}  // namespace atrium::domain
