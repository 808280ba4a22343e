// How new members spread over the paid tiers of a decided price. Nobody publishes that, so the tiers
// share alike until the creator enters shares of their own, which are kept as own figures.
//
//     const std::vector<TierShare> tiers = tier_shares(project);   // Basic $19 50 %, Pro $49 50 %
//     average_amount(tiers);                                       // 34
//
// Fees are a part of each payment and a fixed amount for each payment. Both sum up over the tiers to
// what as many payments of the average price bear, so the forecast reckons with the average and is
// exact for each tier.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/workspace.h"

namespace atrium::domain {

struct TierShare {
    std::string key;       // of the own figure: "tier-share.2-of-3"
    std::string name;      // "Pro", or "tier 2" where it has none
    double amount = 0.0;   // a month, or once where it is paid once
    double percent = 0.0;  // of new members; those of all tiers make 100
    bool own = false;      // the creator's

    bool operator==(const TierShare&) const = default;
};

// The paid tiers in the order of the decision; empty where none was decided.
[[nodiscard]] std::vector<TierShare> tier_shares(const Project& project);

// The same of a price that is only considered.
[[nodiscard]] std::vector<TierShare> tier_shares(const Project& project, const PricingSlots& price);

// What a member pays on average; 0 without tiers.
[[nodiscard]] double average_amount(const std::vector<TierShare>& tiers);

// The shares that give one tier `percent` and leave the others in proportion, to be entered together.
[[nodiscard]] std::vector<CaseFigure> shares_with(const std::vector<TierShare>& tiers,
                                                  std::string_view key,
                                                  double percent);

[[nodiscard]] bool is_tier_share(std::string_view key);

}  // namespace atrium::domain
