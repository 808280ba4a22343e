// A new task in the creator's own words: "add a task: ask my accountant about VAT, 2 hours", "put a
// trailer on my list".
#pragma once

#include <optional>

#include "core/domain/guide/words.h"
#include "core/domain/plan_change.h"
#include "core/domain/workspace.h"

namespace atrium::domain::guide {

// The task that the sentence adds, with its title, hours and phase; none where it adds none.
[[nodiscard]] std::optional<PlanChange> addition_said(const Project& project, const Clause& clause);

}  // namespace atrium::domain::guide
