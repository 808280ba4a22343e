// Moments worth a celebration, each once: every phase, the first decision, all five, half way, launch.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/event.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// MilestoneReached for what the active project has reached and not celebrated yet, and
// ProjectStatusChanged where the finished work moves it on (planning, building, prelaunch, live).
std::vector<Event> milestone_events(const Workspace& workspace);

// One sentence of congratulation for a milestone's id.
std::string milestone_sentence(std::string_view milestone);

}  // namespace atrium::domain
