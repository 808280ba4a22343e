#include "shell/views/selected_text.h"

namespace atrium::shell {

namespace {

std::string part_of(const TextSelection& selection, const domain::Message& message) {
    const std::uint64_t id = message.id.value;
    if (message.author == domain::Author::Creator) {
        const TextRange part = selection.within(id, message.text.size());
        return message.text.substr(part.begin, part.end - part.begin);
    }
    Markdown markdown;
    markdown.set_text(message.text);
    return markdown.markdown_of(selection.within(id, markdown.flat_length()));
}

void add_parts(std::string& text,
               const TextSelection& selection,
               const std::vector<domain::Message>& messages) {
    for (const domain::Message& message : messages) {
        if (message.id.value < selection.first().item || message.id.value > selection.last().item) {
            continue;
        }
        const std::string part = part_of(selection, message);
        text += (text.empty() || part.empty() ? "" : "\n\n") + part;
    }
}

std::string conversation_part(const TextSelection& selection, const domain::Project& project) {
    std::string text;
    add_parts(text, selection, project.messages);
    add_parts(text, selection, project.waiting);
    return text;
}

}  // namespace

std::string selected_text(const ScreenMemory& memory, const domain::Project* project) {
    if (memory.screen == Screen::Session && project != nullptr &&
        !memory.conversation_selection.empty()) {
        return conversation_part(memory.conversation_selection, *project);
    }
    const TextSelection& selection = memory.document_selection;
    if (memory.screen == Screen::Documents && !selection.empty()) {
        const Markdown& shown = memory.document_preview;
        return shown.markdown_of(selection.within(selection.first().item, shown.flat_length()));
    }
    return "";
}

}  // namespace atrium::shell
