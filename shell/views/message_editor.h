// An own message while its words are changed, in place of its bubble: a field, Send and Cancel. Enter
// sends, Escape leaves it as it is.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

[[nodiscard]] bool is_edited(const View& view, domain::MessageId message);
[[nodiscard]] float message_editor_height(View& view, float width);
void message_editor_ui(View& view, const domain::Message& message, Rect rect);

}  // namespace atrium::shell
