// The figures above the plan: hours left, hours a week, the opening day and what is spare.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Side by side, in as many rows as the width asks for.
void plan_numbers_ui(View& view, Rect rect);
float plan_numbers_height(View& view, float width);

}  // namespace atrium::shell
