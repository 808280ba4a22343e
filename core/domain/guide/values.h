// What is done with a value before it is proposed: filled up from the question or the decision it
// changes, checked against reason, given its reason in the creator's numbers.
#pragma once

#include <optional>
#include <string>

#include "core/domain/action.h"
#include "core/domain/decision_task.h"
#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// Brings a value into the shape in which it is recorded. A vague time becomes a day to confirm, an
// absurd size something to confirm. False for an opening day that has passed: not to be proposed.
[[nodiscard]] bool settle(const Scene& scene, ProposedDecision& proposed);

// Why this value, in the creator's numbers.
[[nodiscard]] std::string rationale_for(const Scene& scene, const DecisionSlots& slots);

// What was said beside the value: a yearly price, the founders' price, the names of channels. Empty
// where there is nothing.
[[nodiscard]] std::string particulars_in_words(const DecisionSlots& slots);

// The facts as they are once the value is decided: members needed, hours available, what is kept.
[[nodiscard]] Facts facts_with(const Scene& scene, const DecisionSlots& slots);

// The opening day a value means; none for one that names no day.
[[nodiscard]] std::optional<Date> day_of(const TimelineSlots& slots, Date today);

// Why a decision stands: the person's words and Claude's are kept, ours are worked out from the
// decisions and numbers of today, so that no older figure stands beside a newer one.
[[nodiscard]] std::string standing_reason(const Scene& scene, const Decision& decision);

}  // namespace atrium::domain::guide
