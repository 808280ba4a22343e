// The pinned messages of the conversation: a list behind a button of its header, or behind the
// launch's menu where the header is short of space. Choosing one goes to it.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Takes its width off `bar`; nothing while nothing is pinned.
void pinned_button_ui(View& view, Rect& bar);

// The list itself, while it is open.
void pinned_list_ui(View& view, Rect anchor);

void open_pinned(View& view);

}  // namespace atrium::shell
