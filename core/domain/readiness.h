// The honest answer to "should I start?": ready, ready if something holds, or not yet and what to do
// first, each in the creator's own numbers. It is drawn from the forecast (forecast.h), so that the
// two never disagree: "ready" where its cases reach the target, and the share of people it takes is
// the one at which its base case does. The other thresholds are figures of the market.
//
//     Readiness answer = readiness({maya, assumptions}).value();
//     answer.headline;     // "Ready, if about 4 in 100 readers join"
//     answer.first_step;
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/assumptions.h"
#include "core/domain/economics.h"
#include "core/domain/formats.h"
#include "core/domain/market.h"
#include "core/domain/profile.h"

namespace atrium::domain {

// Unknown: the people who can be asked or the monthly target are not given (0 in the profile).
enum class Verdict { Ready, ReadyIf, NotYet, Unknown };

enum class ReasonKind { Good, Caution, Blocker };

struct ReadinessReason {
    ReasonKind kind = ReasonKind::Good;
    std::string text;

    bool operator==(const ReadinessReason&) const = default;
};

struct ReadinessQuestion {
    CreatorProfile profile;
    Assumptions basis;     // of the forecast: decided, or what we recommend
    Formats formats = {};  // of the sentences
};

struct Readiness {
    Verdict verdict = Verdict::NotYet;
    std::string headline;
    std::string sentence;                  // the headline's arithmetic
    std::vector<ReadinessReason> reasons;  // what weighs most first
    std::string first_step;
    Price price;
    std::string plan_name;
    ConversionNeed need;  // its members of the cases are those of the forecast after a year
    std::optional<double> joining_percent;  // of the people who can be asked, within the year
    double target_in_reach = 0.0;           // the most that a month of the base case leaves
    Figure conversion;                      // the range behind the verdict
};

// Errors: "currency-unknown", "price-too-low" for a price that fees eat up, and those of a forecast.
[[nodiscard]] Result<Readiness> readiness(const ReadinessQuestion& question);

[[nodiscard]] std::string verdict_label(Verdict verdict);  // "ready, if", "unknown"

// So many people try the beta week: those of the ten founding seats sold before opening.
inline constexpr int kBetaMembers = 10;

}  // namespace atrium::domain
