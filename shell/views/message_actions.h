// What one can do with a message beside answering it: edit, copy, pin, and step between versions.
#pragma once

#include "core/domain/versions.h"
#include "shell/views/view.h"

namespace atrium::shell {

// Edit, copy and pin of an own message, in the free space left of its bubble: as buttons that appear
// when the message is pointed at or has the focus, or behind one button where space is short.
// `message_rect` is the whole message.
void own_actions_ui(View& view, const domain::Message& message, Rect space, Rect message_rect);

// "‹ 1 of 3 ›" at the left of `row`, which it takes its width from; nothing for a single version.
// With `keeps_place` what is pressed stays where it is, else the end of the conversation is followed.
void version_switch_ui(View& view, const domain::Versions& versions, bool keeps_place, Rect& row);
[[nodiscard]] float version_switch_width(const domain::Versions& versions);

// A small toggle; takes its width from `row`.
void pin_button_ui(View& view, const domain::Message& message, Rect& row);

// Asks for the last answer again, and follows it.
void ask_again(View& view);

// What was pressed goes away with the press: who uses the keyboard goes on in the composer.
void focus_composer_by_keyboard(View& view);

// Brings a message into view, and into the conversation where another version has its place.
void go_to_message(View& view, domain::MessageId id);

}  // namespace atrium::shell
