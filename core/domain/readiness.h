// The honest answer to "should I start?": ready, ready if something holds, or not yet and what to do
// first, each in the creator's own numbers. The thresholds are figures of the market. It counts
// everybody who may join at once and nobody who leaves, and says so; the forecast (forecast.h) spreads
// them over the year.
//
//     Readiness answer = readiness({maya, std::nullopt, "circle"}, market).value();
//     answer.headline;     // "Ready, if 3 in 100 readers join"
//     answer.first_step;
#pragma once

#include <optional>
#include <string>
#include <vector>

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
    std::optional<Price> price;  // the decided one; otherwise the recommended one is used
    std::string platform;        // a plan or a platform; empty: Circle Professional
    Formats formats = {};        // of the sentences
};

struct Readiness {
    Verdict verdict = Verdict::NotYet;
    std::string headline;
    std::string sentence;                  // the headline's arithmetic
    std::vector<ReadinessReason> reasons;  // what weighs most first
    std::string first_step;
    Price price;
    std::string plan_name;
    ConversionNeed need;
    double target_in_reach = 0.0;  // what the base conversion would leave a month
    Figure conversion;             // the range behind the verdict
};

// Errors: those of price_options, and "price-too-low" for a decided price that fees eat up.
[[nodiscard]] Result<Readiness> readiness(const ReadinessQuestion& question, const Market& market);

[[nodiscard]] std::string verdict_label(Verdict verdict);  // "ready, if", "unknown"

// How many people the beta week should have: more where nothing has been sold before.
[[nodiscard]] int beta_size(const CreatorProfile& profile);

}  // namespace atrium::domain
