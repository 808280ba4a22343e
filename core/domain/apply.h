// The only place where a workspace changes.
#pragma once

#include "core/domain/event.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// Applies one event. An event that does not fit (a message for a project that is gone) changes
// nothing: a damaged history still yields everything that can be understood.
void apply(Workspace& workspace, const RecordedEvent& recorded);

}  // namespace atrium::domain
