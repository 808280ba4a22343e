// The header of a side pane: its title, or, where one pane stands for both, the choice between
// Session and Plan.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Takes the header off `pane`; returns what is left of it at the right of the title.
Rect side_head(View& view, Rect& pane, std::string_view title);

}  // namespace atrium::shell
