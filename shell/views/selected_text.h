// What is selected on the shown screen, and what copying it gives.
#pragma once

#include <string>

#include "core/domain/workspace.h"
#include "shell/views/view.h"

namespace atrium::shell {

// Null on a screen where nothing can be selected.
[[nodiscard]] const TextSelection* shown_selection(const ScreenMemory& memory);

// Markdown of answers and documents, the words of one's own messages and of other files; a blank line
// between two messages. Empty when nothing is selected.
[[nodiscard]] std::string selected_text(const ScreenMemory& memory, const domain::Project* project);

}  // namespace atrium::shell
