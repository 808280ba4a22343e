// A decision and the task it completes: choosing is what four tasks of the first phase consist of, so
// recording the decision ticks them, however it was made. The first month also needs its calendar.
#pragma once

#include <vector>

#include "core/domain/event.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// Whether a decision says enough to plan with: an amount, a number of channels, a day, both halves of
// the content.
[[nodiscard]] bool is_complete(const DecisionSlots& slots);

// The decision, and the completion of its own task where that is open; one batch, one Undo.
[[nodiscard]] std::vector<Event> decision_events(const Project& project,
                                                 Decision decision,
                                                 CompletedVia via);

}  // namespace atrium::domain
