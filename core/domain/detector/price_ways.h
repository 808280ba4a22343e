// Prices that stand beside the price of a membership and are no tier of it: the one for a whole year
// at once, the one for founding members.
#pragma once

#include "core/domain/detector/mentions.h"

namespace atrium::domain::detector {

// An amount a year without the name of a tier.
[[nodiscard]] bool is_yearly_way(const Mention& mention);

// Words about founding members stand right before the price or right behind it: "founders 15".
[[nodiscard]] bool is_for_founders(const Reading& reading,
                                   const Mentions& mentions,
                                   std::size_t index);

}  // namespace atrium::domain::detector
