// The sentences of a verdict on readiness (readiness.h), in the creator's own numbers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/audience_given.h"
#include "core/domain/forecast.h"
#include "core/domain/number_text.h"
#include "core/domain/readiness.h"

namespace atrium::domain {

// With fewer hours the work before opening takes longer than four months, and the first audience
// has forgotten the announcement.
inline constexpr double kFewestHours = 2.0;

// Everything the verdict is drawn from.
struct ReadinessCase {
    const CreatorProfile& profile;
    const Assumptions& basis;
    Price price;
    std::array<ForecastYear, 3> years;  // of the forecast
    ConversionNeed need;
    std::optional<double> joining_percent;
    Formats formats;

    std::string money(double amount) const {
        return round_money_text(amount, basis.currency, formats);
    }

    std::string target() const { return money(basis.target); }

    std::string people() const { return engaged_short_word(profile.engaged_source); }

    std::int64_t asked() const { return static_cast<std::int64_t>(basis.figure("audience").value); }

    std::string audience() const {
        return number_text(asked(), formats) + " " + engaged_word(profile.engaged_source);
    }

    const ForecastYear& year(ForecastCase which) const {
        return years[static_cast<std::size_t>(which)];
    }

    bool has_audience() const { return audience_given(basis); }

    bool has_target() const { return basis.target > 0; }

    double enough_hours() const { return basis.market.figure("readiness.hours").value; }
};

// "Ready, if about 4 in 100 readers join"
[[nodiscard]] std::string readiness_headline(const ReadinessCase& c, Verdict verdict);

// The arithmetic behind the headline.
[[nodiscard]] std::string readiness_sentence(const ReadinessCase& c);

// What weighs most first.
[[nodiscard]] std::vector<ReadinessReason> readiness_reasons(const ReadinessCase& c);

// What to do first; `in_reach` is the most that a month of the base case leaves.
[[nodiscard]] std::string readiness_first_step(const ReadinessCase& c,
                                               Verdict verdict,
                                               double in_reach);

}  // namespace atrium::domain
