// What the creator's words amount to: decisions and finished tasks with their confidence. The
// detector reads what commits by itself; the question at hand gives a bare "29" its meaning.
#pragma once

#include <vector>

#include "core/domain/action.h"
#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

struct Proposals {
    std::vector<ProposedDecision> decisions;  // at most one for each category
    std::vector<ProposedTask> tasks;
    std::vector<ProposedPlanChange> plan;
    bool past_date = false;  // a day was named that has passed; it is not proposed
};

[[nodiscard]] Proposals propose(const Scene& scene);

}  // namespace atrium::domain::guide
