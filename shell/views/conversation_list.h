// The messages, scrolled: follows the newest until the reader scrolls up; costs the same for ten
// and ten thousand.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

void conversation_list_ui(View& view, Rect rect);

// Where the conversation's column stands in a pane of this width: at most 648 wide, in the middle.
[[nodiscard]] Rect conversation_middle(const View& view, Rect pane);

}  // namespace atrium::shell
