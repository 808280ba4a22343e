// A value that is looked at before it is taken: asked ("the 15th?"), hedged ("maybe Skool") or tried
// ("what if I charged 39?"). It is named with what it means for this creator, and offered.
#pragma once

#include <optional>
#include <string>

#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// The one value that the message holds up without deciding it; nothing when it asks for something
// else ("how many channels?") or commits.
[[nodiscard]] std::optional<DecisionSlots> value_weighed(const Scene& scene);

// Held up as the creator's own idea rather than as a question about it: "mid January, the 15th?"
[[nodiscard]] bool is_tentative(const Scene& scene);

// What the value means in the creator's numbers, good or bad.
[[nodiscard]] std::string weighed(const Scene& scene, const DecisionSlots& slots);

// The same as an answer that offers to record it, or something sounder.
[[nodiscard]] Part weigh(const Scene& scene, const DecisionSlots& slots);

// The words that take a weighed value, as a quick reply: "Take 8 January".
[[nodiscard]] std::string taking(const Scene& scene, const DecisionSlots& slots);

}  // namespace atrium::domain::guide
