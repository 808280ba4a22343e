// The page of one decision: its value, its reason, what it touched, its options and its history.
#pragma once

#include "shell/ui/layout.h"
#include "shell/views/view.h"

namespace atrium::shell {

// Draws the decision that is shown (ScreenMemory::shown_decision); with a way back to the list where
// the page covers it.
void decision_page_ui(View& view, Rect rect, bool can_go_back);

}  // namespace atrium::shell
