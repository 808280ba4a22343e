#include <string>
#include <utility>

#include "core/domain/guide/draft.h"
#include "core/domain/handler.h"
#include "core/domain/plan_template.h"
#include "core/domain/staleness.h"

namespace atrium::domain {
namespace {

constexpr std::size_t kMaxDocumentBytes = 1'000'000;

Error unknown_document() {
    return {"document-unknown", "That document is not in this launch.", ""};
}

}  // namespace

Events Handler::operator()(const SaveDocument& command) const {
    return in_project([&](const Project& project) -> Events {
        if (command.markdown.size() > kMaxDocumentBytes) {
            return Error{"document-too-long", "A document can hold up to one megabyte.", ""};
        }
        if (!is_name(command.title)) {
            return Error{"title-invalid", "Give the document a title of up to 200 characters.", ""};
        }
        const Document* known = find_document(project, command.id);
        if (command.id && known == nullptr) {
            return unknown_document();
        }
        if (known != nullptr && known->title == command.title &&
            known->latest().markdown == command.markdown) {
            return std::vector<Event>{};
        }
        const DocumentId id = known != nullptr ? known->id : DocumentId{workspace.last_id + 1};
        return one(DocumentSaved{id,
                                 command.kind,
                                 command.title,
                                 command.task_id,
                                 command.markdown,
                                 "creator",
                                 values_after_edit(project, known, command.markdown)});
    });
}

Events Handler::operator()(const DraftDocument& command) const {
    return in_project([&](const Project& project) -> Events {
        const TaskSpec* task = built_in_template().task(command.task_id);
        const DocumentKind kind = task != nullptr ? task->document_kind : "";
        Result<std::string> markdown = draft_document(kind, workspace, context);
        if (!markdown) {
            return markdown.error();
        }
        const Document* known = find_document(project, kind, command.task_id);
        const bool is_new = known == nullptr;
        return one(DocumentSaved{is_new ? DocumentId{workspace.last_id + 1} : known->id,
                                 kind,
                                 is_new ? draft_title(project, kind) : known->title,
                                 command.task_id,
                                 std::move(markdown).value(),
                                 "guide",
                                 standing_values(project)});
    });
}

Events Handler::operator()(const RefitDocuments& command) const {
    return in_project([&](const Project& project) -> Events {
        std::vector<Event> events;
        for (const DocumentId id : command.ids) {
            const Document* document = find_document(project, id);
            if (document == nullptr) {
                return unknown_document();
            }
            Result<std::string> markdown = draft_document(document->kind, workspace, context);
            if (!markdown) {
                return Error{"draft-unknown",
                             "\"" + document->title +
                                 "\" was not made from one of our drafts. Edit it by hand, or "
                                 "leave it as it is.",
                             ""};
            }
            events.push_back(DocumentSaved{id,
                                           document->kind,
                                           document->title,
                                           document->task_id,
                                           std::move(markdown).value(),
                                           "guide",
                                           standing_values(project)});
        }
        return events;
    });
}

Events Handler::operator()(const AcceptDocument& command) const {
    return in_project([&](const Project& project) -> Events {
        const Document* document = find_document(project, command.id);
        if (document == nullptr) {
            return unknown_document();
        }
        return stale_reasons(project, *document).empty()
                   ? std::vector<Event>{}
                   : std::vector<Event>{DocumentAccepted{command.id, standing_values(project)}};
    });
}

}  // namespace atrium::domain
