// One task in full: what to do, when it is done, what the platform has to do with it, its hours.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Draws the task of memory.selected_task into `rect`, with its own scrolling.
void task_detail_ui(View& view, Rect rect);

}  // namespace atrium::shell
