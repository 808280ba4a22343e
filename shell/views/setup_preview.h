// What the answers change: readiness, earliest opening, size of the work, and the first words, computed
// from the half-filled form at every change.
#pragma once

#include "shell/ui/layout.h"
#include "shell/views/view.h"

namespace atrium::shell {

// Draws the cards into the flow.
void setup_preview(View& view, Flow& flow);

}  // namespace atrium::shell
