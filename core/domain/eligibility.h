// What a platform asks or withholds that a creator would otherwise learn after deciding: regions,
// payout minimums, price limits, fees for phones. Each with its source, its date and how sure we are.
//
//     for (const EligibilityTrap& trap : eligibility_traps({"discord", "NG", "NGN"}, market)) ...
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/economics.h"
#include "core/domain/market.h"

namespace atrium::domain {

struct EligibilityQuestion {
    std::string platform;  // the decision's name: "discord", "circle", …
    std::string country;
    std::string currency;
    std::optional<Price> price;           // unknown before it is decided
    std::optional<std::int64_t> members;  // how many are expected or needed
};

struct EligibilityTrap {
    std::string id;
    TrapLevel level = TrapLevel::GoodToKnow;
    std::string title;
    std::string text;
    std::string source;
    std::string date;
    bool our_estimate = false;

    bool operator==(const EligibilityTrap&) const = default;
};

// Those that concern this creator: what blocks first, then what has to be checked before deciding,
// then what is good to know.
[[nodiscard]] std::vector<EligibilityTrap> eligibility_traps(const EligibilityQuestion& question,
                                                             const Market& market);

[[nodiscard]] std::string trap_level_label(TrapLevel level);  // "check first"

}  // namespace atrium::domain
