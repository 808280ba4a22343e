// What a selection in the conversation is made of: messages, and the answer that is being written. An
// answer is known by its question, which it has before it has an id: the numbers rise from message to
// message, and an answer keeps its own when it is complete.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/domain/message.h"
#include "shell/views/view.h"

namespace atrium::shell {

// The number of a message among the items of the selection.
[[nodiscard]] std::uint64_t conversation_item(const domain::Message& message);

// The same of the answer that appears, or appeared last.
[[nodiscard]] std::uint64_t live_item(const SessionMemory& session);

// Gives the answer that appears more of its text. What is selected of it stays selected.
void set_live_text(View& view, std::string_view text);

// The answer stands among the messages with these words, or not at all (null).
void live_answer_ended(View& view, const Markdown* words);

}  // namespace atrium::shell
