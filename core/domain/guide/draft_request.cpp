#include "core/domain/guide/draft_request.h"

#include <algorithm>
#include <utility>

#include "core/domain/creator_task.h"
#include "core/domain/guide/draft.h"
#include "core/domain/staleness.h"

namespace atrium::domain::guide {
namespace {

constexpr std::string_view kTaskTopic = "task:";

// Done, or left out of the plan: its text is of no use any more.
bool is_finished(const Talk& talk, const TaskSpec& task) {
    const auto record = talk.project->tasks.find(task.id);
    return record != talk.project->tasks.end() && (record->second.done || record->second.skipped);
}

bool has_document(const Talk& talk, const TaskSpec& task) {
    const std::vector<Document>& documents = talk.project->documents;
    return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
        return document.kind == task.document_kind;
    });
}

// "draft it": what the last answer was about.
const TaskSpec* task_at_hand(const Talk& talk) {
    if (talk.topic.starts_with(kTaskTopic)) {
        return built_in_template().task(talk.topic.substr(kTaskTopic.size()));
    }
    const bool deciding = talk.asked.has_value() && next_question(talk).has_value();
    if (deciding) {
        return built_in_template().task(built_in_template().decision(*talk.asked).task_id);
    }
    const std::vector<const TaskSpec*> open = tasks_to_draft(talk, 1);
    return open.empty() ? nullptr : open.front();
}

}  // namespace

const TaskSpec* draft_wanted(const Scene& scene) {
    if (!scene.reading.means("draft") || scene.reading.means("refit")) {
        return nullptr;
    }
    const std::string words = plain(scene.text);
    const Project& project = *scene.talk.project;
    const auto names = [&](const std::string& name) {
        return words.find(plain(name)) != words.npos;
    };
    for (const TaskSpec& task : built_in_template().tasks) {
        if (names(draft_title(task.document_kind)) || names(task.title) ||
            names(draft_title(project, task.document_kind)) ||
            names(task_title(project, task.id))) {
            return &task;
        }
    }
    if (!scene.reading.tasks.empty()) {
        return built_in_template().task(scene.reading.tasks.front());
    }
    static const Pattern kIt("(draft|write|rewrite|redraft|do|prepare) (it|this|that|one)");
    static const Pattern kOnly("^ (please)? (draft|rewrite|redraft) (please|now)? $");
    const std::vector<std::string> all = words_of(scene.text);
    if (kIt.found_in(all) || kOnly.found_in(all)) {
        return task_at_hand(scene.talk);
    }
    // "draft the price": the task's short name, where it says what to draft and is not said beside.
    for (const TaskSpec& task : built_in_template().tasks) {
        if (names("draft the " + task_short_title(project, task.id))) {
            return &task;
        }
    }
    return nullptr;
}

std::optional<ProposedDocument> requested_draft(const Scene& scene) {
    const TaskSpec* task = draft_wanted(scene);
    if (task == nullptr) {
        return std::nullopt;
    }
    Result<std::string> markdown =
        draft_document(task->document_kind, *scene.talk.workspace, scene.talk.context);
    if (!markdown) {
        return std::nullopt;
    }
    return ProposedDocument{task->document_kind,
                            draft_title(*scene.talk.project, task->document_kind),
                            std::move(markdown).value(),
                            task->id};
}

std::vector<ProposedDocument> requested_refits(const Scene& scene) {
    std::vector<ProposedDocument> documents;
    if (!scene.reading.means("refit") || scene.reading.question) {
        return documents;
    }
    for (const StaleDocument& stale : stale_documents(*scene.talk.project)) {
        const Document* document = find_document(*scene.talk.project, stale.id);
        Result<std::string> markdown =
            draft_document(document->kind, *scene.talk.workspace, scene.talk.context);
        if (stale.can_refit && markdown) {
            documents.push_back(
                {document->kind, document->title, std::move(markdown).value(), document->task_id});
        }
    }
    return documents;
}

std::vector<const TaskSpec*> tasks_to_draft(const Talk& talk, std::size_t most) {
    std::vector<const TaskSpec*> tasks;
    for (const TaskSpec& task : built_in_template().tasks) {
        if (!has_document(talk, task) && !is_finished(talk, task) && !task.document_kind.empty() &&
            tasks.size() < most) {
            tasks.push_back(&task);
        }
    }
    return tasks;
}
}  // namespace atrium::domain::guide
