// A thing and words that finish it: "finished the rules", "Stripe is connected".
#pragma once

#include "core/domain/detector/detector.h"
#include "core/domain/detector/task_statements.h"

namespace atrium::domain::detector {

// The confidence with which the cue, a phrase of the group, reports the thing as finished; 0 where
// it does not. A cue of Made or Standing must belong to the thing's own task.
[[nodiscard]] double finished_together(
    const TaskStatements& on, const Hit& thing, const Hit& cue, Group group, Speaker speaker);

// A task of phase 1: deciding does not finish it, only words such as "done" and "ticked off" do.
[[nodiscard]] bool is_planning_task(const Hit& hit);

}  // namespace atrium::domain::detector
