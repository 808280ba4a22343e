// Find in the conversation: a field in its header, the hits one after the other.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

void open_find(View& view);

// In place of the header's right side; takes its width from `bar`.
void find_bar_ui(View& view, Rect& bar);

// Places in `messages` whose text contains `text`, letter case of ASCII aside, oldest first.
[[nodiscard]] std::vector<std::size_t> find_messages(const std::vector<domain::Message>& messages,
                                                     std::string_view text);

}  // namespace atrium::shell
