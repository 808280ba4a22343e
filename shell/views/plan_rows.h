// What the narrow plan list and the Plan screen say about a task in the same words.
#pragma once

#include <string>

#include "core/domain/schedule.h"
#include "shell/ui/plan_list.h"
#include "shell/views/view.h"

namespace atrium::shell {

// The tick's state; `current` is the task that is next, or null.
TickState tick_state(const View& view,
                     const domain::PlannedTask& task,
                     const domain::PlannedTask* current);

// What pressing the tick does: done, open again, or back in the plan.
void toggle_task(View& view, const domain::PlannedTask& task);

// "4 of 6 · 7.5 h"; skipped tasks are neither work nor done.
std::string phase_note(const std::vector<domain::PlannedTask>& tasks,
                       int phase,
                       const domain::Formats& formats);

// "15 to 18 Jan", "18 Jan", "30 Nov to 2 Dec".
std::string day_range(domain::Date first, domain::Date last, const domain::Formats& formats);

}  // namespace atrium::shell
