// A short answer gets its meaning from the question: "29" is a price after "what should a month
// cost?" and nothing otherwise. Each reader gives a value with its confidence, or nothing.
#pragma once

#include <optional>

#include "core/domain/action.h"
#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// One of the answers that were offered, or a suggestion that waits for its yes.
[[nodiscard]] std::optional<ProposedDecision> answer_from_offered(const Scene& scene,
                                                                  DecisionCategory asked);

// A value named in the creator's own words; the more other words, the less sure.
[[nodiscard]] std::optional<ProposedDecision> answer_from_mention(const Scene& scene,
                                                                  DecisionCategory asked);

// A short answer to another question than the one at hand: worth asking about, not more.
[[nodiscard]] std::optional<ProposedDecision> answer_to_other_question(
    const Scene& scene, std::optional<DecisionCategory> asked);

}  // namespace atrium::domain::guide
