// What the creator's words amount to: decisions and finished tasks with their confidence. The
// detector reads what commits by itself; the question at hand gives a bare "29" its meaning.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/action.h"
#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

struct Proposals {
    std::vector<ProposedDecision> decisions;  // at most one for each category
    std::vector<ProposedTask> tasks;
    bool past_date = false;  // a day was named that has passed; it is not proposed
};

[[nodiscard]] Proposals propose(const Scene& scene);

// Whether a decision says enough to plan with: a number of channels, a day, both halves of the
// content. What is missing is asked for next.
[[nodiscard]] bool is_complete(const DecisionSlots& slots);

// Why this value, in the creator's numbers.
[[nodiscard]] std::string rationale_for(const Scene& scene, const DecisionSlots& slots);

// The facts as they are once the value is decided: members needed, hours available, what is kept.
[[nodiscard]] Facts facts_with(const Scene& scene, const DecisionSlots& slots);

// The opening day a value means; none for one that names no day.
[[nodiscard]] std::optional<Date> day_of(const TimelineSlots& slots, Date today);

}  // namespace atrium::domain::guide
