// The tour: five cards that show a newcomer what is where in the session. It is offered once, as a
// notice, and never in the way: Escape, Skip and going on with the work end it. Help and Ctrl K start
// it again.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Whether to offer it: in the first launch, until it was taken or declined or something was decided.
[[nodiscard]] bool offers_tour(const View& view);

// Opens the session's screen with the first card. From then on it is not offered any more.
void start_tour(View& view);

// The present card. Called after the screen was drawn, whose nodes it points at.
void tour_ui(View& view);

}  // namespace atrium::shell
