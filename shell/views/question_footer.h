// Under an own message without an answer: that it waits for the connection, or that its answer never
// came, each with what can be done.
#pragma once

#include "shell/views/conversation_message.h"
#include "shell/views/view.h"

namespace atrium::shell {

// 0 for a message that needs none.
[[nodiscard]] float question_footer_height(const View& view,
                                           const domain::Message& message,
                                           const MessagePlace& place,
                                           float width);
void question_footer_ui(View& view,
                        const domain::Message& message,
                        const MessagePlace& place,
                        Rect rect);

}  // namespace atrium::shell
