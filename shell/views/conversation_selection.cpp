#include "shell/views/conversation_selection.h"

namespace atrium::shell {

namespace {

std::uint64_t item_of_question(std::uint64_t question) {
    return 2 * question;
}

std::uint64_t item_of_answer(std::uint64_t question) {
    return 2 * question + 1;
}

}  // namespace

std::uint64_t conversation_item(const domain::Message& message) {
    return message.in_reply_to ? item_of_answer(message.in_reply_to.value)
                               : item_of_question(message.id.value);
}

std::uint64_t live_item(const SessionMemory& session) {
    return item_of_answer(session.question);
}

void set_live_text(View& view, std::string_view text) {
    Markdown& live = view.memory.live_answer;
    TextSelection& selection = view.memory.conversation_selection;
    const std::uint64_t item = live_item(view.memory.session);
    if (!selection.ends_in(item)) {
        live.set_text(text);
        return;
    }
    const std::string before = live.flat_text();
    live.set_text(text);
    selection.text_changed(item, before, live.flat_text());
}

void live_answer_ended(View& view, const Markdown* words) {
    TextSelection& selection = view.memory.conversation_selection;
    const std::uint64_t item = live_item(view.memory.session);
    if (!selection.ends_in(item)) {
        return;
    }
    if (words == nullptr) {
        selection.clear();
    } else {
        selection.text_changed(item, view.memory.live_answer.flat_text(), words->flat_text());
    }
}

}  // namespace atrium::shell
