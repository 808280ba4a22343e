// What stands under an answer: why it ended early and the next step, Copy, tokens and cost.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

[[nodiscard]] float answer_footer_height(View& view, const domain::Message& message, float width);

// `is_last`: the newest message, so that a failed or stopped answer can be asked for again.
void answer_footer_ui(View& view, const domain::Message& message, bool is_last, Rect rect);

}  // namespace atrium::shell
