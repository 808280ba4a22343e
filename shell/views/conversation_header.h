// Above the conversation: the project's name and status, whether everything is saved, undo and
// redo, find, and a menu. On a phone the minutes left and, in a strip below, how far the decisions
// are.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Draws into the upper part of `pane` and takes it off.
void conversation_header_ui(View& view, Rect& pane);

// "13 min left", "Paused, 13 min left", "30 minutes used".
[[nodiscard]] std::string minutes_left_text(const View& view);

// The menu of the header, and the dialog in which a project gets another name.
void project_menu_ui(View& view, Rect anchor);
void rename_dialog_ui(View& view);

}  // namespace atrium::shell
