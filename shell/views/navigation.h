// The ways between screens: the rail at the left, on a phone the bar at the bottom.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

void rail_ui(View& view, Rect rect);
void bottom_bar_ui(View& view, Rect rect);
float bottom_bar_height();

[[nodiscard]] std::string_view screen_name(Screen screen);
// A Lucide icon of shell/theme/icons.h.
[[nodiscard]] const char* screen_icon(Screen screen);

// Whether this person may open the screen: Usage is for the proxy's administrators.
[[nodiscard]] bool is_open(const View& view, Screen screen);

void go_to(View& view, Screen screen);

}  // namespace atrium::shell
