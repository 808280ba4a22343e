// What stands under an answer: why it ended early and the next step, Copy, Pin, asking again and the
// versions that came of it, tokens and cost.
#pragma once

#include "shell/views/conversation_message.h"
#include "shell/views/view.h"

namespace atrium::shell {

[[nodiscard]] float answer_footer_height(View& view,
                                         const domain::Message& message,
                                         const MessagePlace& place,
                                         float width);
void answer_footer_ui(View& view,
                      const domain::Message& message,
                      const MessagePlace& place,
                      Rect rect);

}  // namespace atrium::shell
