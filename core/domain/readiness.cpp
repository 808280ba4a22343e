#include "core/domain/readiness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/domain/readiness_words.h"

namespace atrium::domain {

namespace {

Reach reach_of(const ReadinessCase& c) {
    if (c.year(ForecastCase::Low).target_month) {
        return Reach::Low;
    }
    if (c.year(ForecastCase::Base).target_month) {
        return Reach::Base;
    }
    return c.joining_percent && *c.joining_percent <= c.basis.figure("conversion").high
               ? Reach::High
               : Reach::Beyond;
}

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

// Whole units, so that a target of this amount is reached.
double target_in_reach(const ReadinessCase& c) {
    double most = 0;
    for (const ForecastMonth& month : c.year(ForecastCase::Base).months) {
        most = std::max(most, std::floor(month.keep));
    }
    return most;
}

}  // namespace

Result<Readiness> readiness(const ReadinessQuestion& question) {
    const Assumptions& basis = question.basis;
    if (const Result<double> rate = usd_from(1, question.profile.currency, basis.market); !rate) {
        return rate.error();
    }
    const Price price = basis.price();
    const Result<std::int64_t> members =
        members_needed(basis.plan, price, basis.target, basis.market);
    Result<std::array<ForecastYear, 3>> years = forecast_cases(basis);
    if (!members || !years) {
        return members ? years.error() : members.error();
    }
    ReadinessCase c{question.profile, basis, price, std::move(years).value(), {}, {}, question.formats};
    c.joining_percent = conversion_for_target(basis);
    c.need = conversion_need(members.value(), c.asked(), basis.market);
    c.need.reach = reach_of(c);
    c.need.members_low = c.year(ForecastCase::Low).months.back().members;
    c.need.members_base = c.year(ForecastCase::Base).months.back().members;
    c.need.members_high = c.year(ForecastCase::High).months.back().members;
    Readiness answer;
    answer.verdict = verdict_of(c);
    answer.headline = readiness_headline(c, answer.verdict);
    answer.sentence = readiness_sentence(c);
    answer.reasons = readiness_reasons(c);
    answer.target_in_reach = target_in_reach(c);
    answer.first_step = readiness_first_step(c, answer.verdict, answer.target_in_reach);
    answer.price = price;
    answer.plan_name = basis.plan.name;
    answer.need = c.need;
    answer.joining_percent = c.joining_percent;
    answer.conversion = basis.figure("conversion");
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

}  // namespace atrium::domain
