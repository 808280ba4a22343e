// A value that the creator named and nobody confirmed: the guide comes back to it instead of asking
// from the start.
#pragma once

#include <optional>
#include <string>

#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// The open suggestion of an earlier message for this decision, unless the creator said no to it.
[[nodiscard]] const Suggestion* waiting_suggestion(const Talk& talk, DecisionCategory category);

// A value that the creator only asked about ("would 8 January work?") and the guide weighed and
// offered, in an earlier turn: nothing once it was refused, or where the last answer still offers it.
[[nodiscard]] std::optional<DecisionSlots> asked_about(const Scene& scene,
                                                       DecisionCategory category);

// The value that a yes to the last answer would take: its first quick reply.
[[nodiscard]] std::optional<DecisionSlots> on_offer(const Scene& scene, DecisionCategory category);

// "You said 1 tier and 8 channels. Shall I record that?"
[[nodiscard]] Part ask_again(const Scene& scene, const Suggestion& suggestion);

// "You asked about Fri 8 Jan 2027. Shall I record that?"
[[nodiscard]] Part ask_about_again(const Scene& scene, const DecisionSlots& slots);

// `text` with the quick replies that confirm a value or take another.
[[nodiscard]] Part ask_to_record(const Scene& scene, const DecisionSlots& slots, std::string text);

}  // namespace atrium::domain::guide
