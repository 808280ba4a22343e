// "€29? I meant dollars": the price stays and its currency is another one.
#pragma once

#include <optional>

#include "core/domain/action.h"
#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// The price that was meant: the amount is the message's own, else the decided one, the one that waits
// for its yes or the one on offer. Nothing when the message corrects no currency, or there is no
// amount to go with it.
[[nodiscard]] std::optional<ProposedDecision> price_in_currency_meant(const Scene& scene);

}  // namespace atrium::domain::guide
