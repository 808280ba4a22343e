// What a creator says of a decision beside its plain slots: the price of a whole year or for founding
// members, the names of channels, the day of a rhythm, a format in the creator's own words. The
// detector judges whether something was decided; this only fills in what was named with it.
//
//     const DecisionSlots found = PricingSlots{18, "EUR", "month"};
//     with_particulars(found, "18 euros a month, 180 a year", today);  // … and yearly is 180
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/date.h"
#include "core/domain/decision.h"

namespace atrium::domain {

// The slots with everything that `text` names beside them; as they are where it names nothing. Of a
// price for founding members among tiers, the tiers become one amount and the founders' price.
[[nodiscard]] DecisionSlots with_particulars(DecisionSlots slots,
                                             std::string_view text,
                                             Date today);

// Names of channels in a list of two or more ("6 spaces: Glazes, Throwing, Live"), as written and in
// order, each once; empty where there is no such list.
[[nodiscard]] std::vector<std::string> channel_names_in(std::string_view text);

}  // namespace atrium::domain
