// The template's plan as this creator has changed it: what is done, skipped and estimated anew, put on
// dates over the creator's weekly hours.
#pragma once

#include <vector>

#include "core/domain/context.h"
#include "core/domain/progress.h"
#include "core/domain/schedule.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// The 22 tasks with the project's own state and hours, in the template's order.
std::vector<PlannedTask> project_tasks(const Project& project);

// The question for schedule() about this project, from today on.
ScheduleRequest project_schedule_request(const Workspace& workspace,
                                         const Project& project,
                                         const Context& context);

Schedule project_schedule(const Workspace& workspace,
                          const Project& project,
                          const Context& context);

Progress project_progress(const Project& project, const Context& context);

}  // namespace atrium::domain
