// The answer that is being written: its text as it appears, who is told about it, and its row.
#pragma once

#include "shell/ui/text_selection.h"
#include "shell/views/view.h"

namespace atrium::shell {

// Once in every frame, whichever screen is shown: moves the text on, tells screen readers that an
// answer begins and what it said.
void follow_answer(View& view);

[[nodiscard]] float live_answer_height(View& view, float width);
void live_answer_ui(View& view, SelectionArea& reading, Rect rect);

}  // namespace atrium::shell
