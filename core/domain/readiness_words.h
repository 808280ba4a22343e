// The sentences of a verdict on readiness (readiness.h), in the creator's own numbers.
#pragma once

#include <string>
#include <vector>

#include "core/domain/number_text.h"
#include "core/domain/readiness.h"

namespace atrium::domain {

// With fewer hours the work before opening takes longer than four months, and the first audience
// has forgotten the announcement.
inline constexpr double kFewestHours = 2.0;

// Everything the verdict is drawn from.
struct ReadinessCase {
    const CreatorProfile& profile;
    const Market& market;
    const PlatformPlan& plan;
    Price price;
    ConversionNeed need;
    Formats formats;

    std::string money(double amount) const {
        return round_money_text(amount, profile.currency, formats);
    }

    std::string target() const { return money(static_cast<double>(profile.monthly_target)); }

    std::string people() const { return engaged_short_word(profile.engaged_source); }

    std::string audience() const {
        return number_text(profile.engaged_audience, formats) + " " +
               engaged_word(profile.engaged_source);
    }

    bool has_audience() const { return profile.engaged_audience > 0; }

    bool has_target() const { return profile.monthly_target > 0; }

    double enough_hours() const { return market.figure("readiness.hours").value; }
};

// "Ready, if 3 in 100 readers join"
[[nodiscard]] std::string readiness_headline(const ReadinessCase& c, Verdict verdict);

// The arithmetic behind the headline.
[[nodiscard]] std::string readiness_sentence(const ReadinessCase& c);

// What weighs most first.
[[nodiscard]] std::vector<ReadinessReason> readiness_reasons(const ReadinessCase& c);

// What to do first; `in_reach` is what the base conversion would leave a month.
[[nodiscard]] std::string readiness_first_step(const ReadinessCase& c,
                                               Verdict verdict,
                                               double in_reach);

}  // namespace atrium::domain
