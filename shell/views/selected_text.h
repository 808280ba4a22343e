// What copying the selection of the shown screen gives: Markdown of answers and documents, the words
// of one's own messages; a blank line between two messages. Empty when nothing is selected.
#pragma once

#include <string>

#include "core/domain/workspace.h"
#include "shell/views/view.h"

namespace atrium::shell {

[[nodiscard]] std::string selected_text(const ScreenMemory& memory, const domain::Project* project);

}  // namespace atrium::shell
