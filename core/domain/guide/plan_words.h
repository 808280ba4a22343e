// What a message changes about the plan itself, in the creator's own words: "skip the beta", "the
// landing page will take me 3 hours", "add a task: ask my accountant about VAT". The phrases are
// assets/guide/plan_edits.json.
#pragma once

#include <string_view>
#include <vector>

#include "core/domain/action.h"
#include "core/domain/workspace.h"

namespace atrium::domain::guide {

// At most one change for each sentence; a question, or a sentence that names no task, changes nothing.
[[nodiscard]] std::vector<ProposedPlanChange> plan_changes_said(const Project& project,
                                                                std::string_view text);

}  // namespace atrium::domain::guide
