// Moments worth a celebration, each once, and the project's status as it follows from finished work.
#pragma once

#include <vector>

#include "core/domain/event.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// MilestoneReached for what the active project has passed and not celebrated yet.
std::vector<Event> milestone_events(const Workspace& workspace);

// ProjectStatusChanged where the work has moved on: all five decisions begin the building, a finished
// second phase the pre-launch, the announcement makes it live. Never backwards, and a status that the
// creator chose (paused, completed, abandoned) stays.
std::vector<Event> status_events(const Workspace& workspace);

}  // namespace atrium::domain
