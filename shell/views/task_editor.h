// The dialog in which the creator adds a task of their own, or changes one.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Opens it for a new task of a phase, or for an added one.
void open_task_editor(View& view, int phase);
void open_task_editor(View& view, const domain::AddedTask& task);

// The dialog itself, while it is open.
void task_editor_ui(View& view);

}  // namespace atrium::shell
