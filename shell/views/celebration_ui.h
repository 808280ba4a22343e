// A milestone, celebrated once: the arches fill, title and sentence stand for a moment, then the
// card goes by itself. Nothing moves with reduced motion.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Over `area`, below its upper edge; nothing when no milestone is being celebrated.
void celebration_ui(View& view, Rect area);

}  // namespace atrium::shell
