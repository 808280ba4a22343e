#include "shell/views/document_draft.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/domain/guide/draft.h"
#include "core/domain/plan_template.h"
#include "shell/outgoing.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/conversation_composer.h"
#include "shell/views/document_editor.h"

namespace atrium::shell {
namespace {

// A message that would have to wait is no draft: then the guide writes it.
bool claude_drafts(const View& view) {
    return view.connection.partner(view.workspace.settings).kind == domain::Partner::Kind::Claude &&
           delivery_now(view.workspace, view.connection) == domain::Delivery::AtOnce;
}

std::size_t versions_of(const domain::Document* document) {
    return document == nullptr ? 0 : document->versions.size();
}

std::string title_of(const View& view, const std::string& task_id) {
    const domain::TaskSpec* task = domain::built_in_template().task(task_id);
    return task == nullptr ? "" : domain::draft_title(*view.project, task->document_kind);
}

}  // namespace

const domain::Document* document_of_task(const View& view, const std::string& task_id) {
    const auto& documents = view.project->documents;
    const auto found =
        std::find_if(documents.rbegin(), documents.rend(), [&](const domain::Document& document) {
            return document.task_id == task_id;
        });
    return found == documents.rend() ? nullptr : &*found;
}

bool can_draft_here(const View& view, const std::string& task_id) {
    return can_draft(view, task_id) && (view.engine.turn() == nullptr || !claude_drafts(view));
}

void draft_here(View& view, const std::string& task_id) {
    const domain::TaskSpec* task = domain::built_in_template().task(task_id);
    if (task == nullptr) {
        return;
    }
    view.memory.selected_document = 0;
    view.memory.awaited_draft = {task_id, versions_of(document_of_task(view, task_id))};
    if (claude_drafts(view)) {
        view.send(domain::SendMessage{domain::draft_wish(*view.project, task->document_kind) +
                                      " with me."});
    } else {
        view.send(domain::DraftDocument{task_id});
    }
}

void follow_draft(View& view) {
    AwaitedDraft& awaited = view.memory.awaited_draft;
    if (awaited.task.empty()) {
        return;
    }
    const domain::Document* document = document_of_task(view, awaited.task);
    if (versions_of(document) > awaited.versions) {
        view.memory.selected_document = document->id.value;
        view.memory.selected_version = 0;
        forget_document_text(view);
        view.ui.semantics().announce(document->title + " drafted.");
        awaited = {};
    } else if (view.engine.turn() != nullptr) {
        awaited.asked = true;
    } else if (!awaited.asked) {
        awaited = {};  // it was refused, which a toast says
    }
}

void awaited_draft_ui(View& view, Rect rect) {
    const bool narrow = view.arrangement == Arrangement::Phone;
    const std::string title = title_of(view, view.memory.awaited_draft.task);
    const auto scope = view.ui.push("awaited");
    const auto region = view.ui.group("draft", Role::Region, title, rect);
    Rect head = cut_top(rect, tokens().h_bar);
    horizontal_rule(view.ui, head.x, head.bottom() - 1, head.width);
    head = inset(head, narrow ? 16 : 24, 0);
    if (narrow && icon_button(view.ui,
                              "back",
                              cut_left(head, tokens().h_2, 8),
                              {.icon = kIconArrowLeft, .name = "Back to the documents"})) {
        view.memory.awaited_draft = {};
    }
    heading(view.ui, head, 2, TextStyle::Heading, tokens().text_1, title);
    const bool writing = view.engine.turn() != nullptr;
    if (empty_state(view.ui,
                    "state",
                    rect,
                    {.title = writing ? "Claude is drafting it" : "Claude did not draft it",
                     .text = writing ? "It opens here when it is written."
                                     : "What Claude says to it is in the conversation.",
                     .action = "See the conversation",
                     .action_icon = kIconMessageCircle})) {
        view.memory.screen = Screen::Session;
        view.memory.conversation_scroll.scroll_to_end();
    }
}

}  // namespace atrium::shell
