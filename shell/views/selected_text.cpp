#include "shell/views/selected_text.h"

#include "shell/views/conversation_selection.h"

namespace atrium::shell {

namespace {

std::string words_in(TextRange part, const std::string& text) {
    return text.substr(part.begin, part.end - part.begin);
}

std::string markdown_in(const TextSelection& selection, std::uint64_t item, const Markdown& text) {
    return text.markdown_of(selection.within(item, text.flat_length()));
}

std::string live_part(const ScreenMemory& memory) {
    return markdown_in(
        memory.conversation_selection, live_item(memory.session), memory.live_answer);
}

std::string message_part(const ScreenMemory& memory, const domain::Message& message) {
    const TextSelection& selection = memory.conversation_selection;
    const std::uint64_t item = conversation_item(message);
    if (item < selection.first().item || item > selection.last().item) {
        return "";
    }
    if (message.author == domain::Author::Creator) {
        return words_in(selection.within(item, message.text.size()), message.text);
    }
    if (message.id.value == memory.session.settling) {
        return live_part(memory);
    }
    Markdown text;
    text.set_text(message.text);
    return markdown_in(selection, item, text);
}

std::string conversation_part(const ScreenMemory& memory, const domain::Project& project) {
    std::string text;
    const auto add = [&text](const std::string& part) {
        text += (text.empty() || part.empty() ? "" : "\n\n") + part;
    };
    for (const domain::Message& message : project.messages) {
        add(message_part(memory, message));
    }
    if (memory.session.was_writing) {
        add(live_part(memory));
    }
    for (const domain::Message& message : project.waiting) {
        add(message_part(memory, message));
    }
    return text;
}

}  // namespace

const TextSelection* shown_selection(const ScreenMemory& memory) {
    switch (memory.screen) {
        case Screen::Session:
            return &memory.conversation_selection;
        case Screen::Documents:
            return &memory.document_selection;
        case Screen::Kit:
            return &memory.kit.selection;
        default:
            return nullptr;
    }
}

std::string selected_text(const ScreenMemory& memory, const domain::Project* project) {
    const TextSelection* selection = shown_selection(memory);
    if (selection == nullptr || project == nullptr || selection->empty()) {
        return "";
    }
    const std::uint64_t item = selection->first().item;
    if (memory.screen == Screen::Session) {
        return conversation_part(memory, *project);
    }
    if (memory.screen == Screen::Documents) {
        return markdown_in(*selection, item, memory.document_preview);
    }
    const std::string& plain = memory.kit.preview_text;
    return plain.empty() ? markdown_in(*selection, item, memory.kit.preview)
                         : words_in(selection->within(item, plain.size()), plain);
}

}  // namespace atrium::shell
