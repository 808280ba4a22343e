// The one price, or the tiers, that several prices of a message come to.
#pragma once

#include <vector>

#include "core/domain/detector/commitments.h"

namespace atrium::domain::detector {

// `commitments` are all of the message, `kept` those about prices that count; there is one at least.
[[nodiscard]] PricingSlots merged_price(const Reading& reading,
                                        const Mentions& mentions,
                                        const std::vector<Commitment>& commitments,
                                        const std::vector<Commitment>& kept);

}  // namespace atrium::domain::detector
