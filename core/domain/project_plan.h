// The template's plan as this creator has changed it: what is done, skipped and estimated anew, put on
// dates over the creator's weekly hours.
#pragma once

#include <vector>

#include "core/domain/context.h"
#include "core/domain/progress.h"
#include "core/domain/schedule.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// Every task with this creator's state and hours, in the creator's order: the template's, fitted to
// the profile and the decisions, and the added ones (creator_task.h).
std::vector<PlannedTask> project_tasks(const Workspace& workspace, const Project& project);

// The plan of a creator who has decided nothing yet, for the setup's preview.
std::vector<PlannedTask> first_tasks(const CreatorProfile& profile);

// The question for schedule() about this project, from today on.
ScheduleRequest project_schedule_request(const Workspace& workspace,
                                         const Project& project,
                                         const Context& context);

Schedule project_schedule(const Workspace& workspace,
                          const Project& project,
                          const Context& context);

Progress project_progress(const Workspace& workspace,
                          const Project& project,
                          const Context& context);

}  // namespace atrium::domain
