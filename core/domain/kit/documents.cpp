#include "core/domain/kit/documents.h"

#include <set>

#include "core/domain/kit/markdown.h"
#include "core/domain/kit/names.h"
#include "core/domain/kit/plan_words.h"

namespace atrium::domain::kit {
namespace {

std::string author_name(const Message& message, const std::string& creator) {
    switch (message.author) {
        case Author::Creator:
            return creator.empty() ? "You" : creator;
        case Author::Guide:
            return "Atrium, built-in guide (no AI)";
        case Author::Claude:
            break;
    }
    return "Claude (" + message.model + ")";
}

std::string state_note(const Message& message) {
    switch (message.status) {
        case MessageStatus::Stopped:
            return "\n\n*Stopped here.*";
        case MessageStatus::Failed:
            return "\n\n*Broken off: " + markdown_text(message.problem) + "*";
        case MessageStatus::PendingOffline:
            return "\n\n*Not sent yet.*";
        case MessageStatus::Complete:
            break;
    }
    return "";
}

}  // namespace

std::vector<KitFile> document_files(const Project& project) {
    std::vector<KitFile> files;
    std::set<std::string> taken;
    for (const Document& document : project.documents) {
        const std::string slug = file_slug(document.title, file_slug(document.kind, "document"));
        std::string text = document.latest().markdown;
        if (!text.starts_with("# ")) {
            text.insert(0, "# " + markdown_text(document.title) + "\n\n");
        }
        if (text.back() != '\n') {
            text += '\n';
        }
        files.push_back({"documents/" + unique_name(slug, taken) + ".md", std::move(text)});
    }
    return files;
}

std::string transcript_markdown(const Project& project, const std::string& creator) {
    std::string text = "# " + markdown_text(project.name) + ": the conversation\n";
    for (const std::vector<Message>* messages : {&project.messages, &project.waiting}) {
        for (const Message& message : *messages) {
            text += "\n## " + markdown_text(author_name(message, creator)) + ", " +
                    moment_text(message.at) + "\n\n" + message.text + state_note(message) + "\n";
        }
    }
    return text;
}

}  // namespace atrium::domain::kit
