// What changes of tasks do to the workspace.
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/domain/applier.h"
#include "core/domain/creator_task.h"

namespace atrium::domain {
namespace {

// The number in the id of an added task; 0 for any other id.
std::uint64_t added_number(std::string_view id) {
    std::uint64_t number = 0;
    if (id.starts_with(kAddedTaskPrefix)) {
        const std::string_view digits = id.substr(kAddedTaskPrefix.size());
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    }
    return number;
}

}  // namespace

void Applier::operator()(const TaskCompleted& event) const {
    with_task(event.task_id, [&](TaskRecord& task) {
        task.done = true;
        task.via = event.via;
        task.at = recorded.at;
        task.message = event.message;
        task.confidence = event.confidence;
        task.note = event.note;
        task.batch = recorded.batch;
        task.skipped = false;
    });
    with_project([&](Project& project) {
        close_suggestions<ProposedTask>(project, [&](const ProposedTask& proposed) {
            return proposed.task_id == event.task_id;
        });
    });
}

void Applier::operator()(const TaskReopened& event) const {
    with_task(event.task_id, [](TaskRecord& task) { task.done = false; });
}

void Applier::operator()(const TaskSkipped& event) const {
    with_task(event.task_id, [&](TaskRecord& task) {
        task.skipped = true;
        task.skip_reason = event.reason;
        task.done = false;
    });
    with_project([&](Project& project) {
        close_suggestions<ProposedPlanChange>(project, [&](const ProposedPlanChange& proposed) {
            return proposed.change.task_id == event.task_id;
        });
    });
}

void Applier::operator()(const TaskRestored& event) const {
    with_task(event.task_id, [](TaskRecord& task) { task.skipped = false; });
}

void Applier::operator()(const TaskEstimated& event) const {
    with_task(event.task_id, [&](TaskRecord& task) { task.hours = event.hours; });
}

void Applier::operator()(const TaskAdded& event) const {
    note_id(added_number(event.task.id));
    with_project([&](Project& project) {
        if (added_number(event.task.id) > 0 && !has_task(project, event.task.id)) {
            project.added_tasks.push_back(event.task);
        }
    });
}

void Applier::operator()(const TaskEdited& event) const {
    with_project([&](Project& project) {
        for (AddedTask& task : project.added_tasks) {
            if (task.id == event.task.id) {
                task = event.task;
            }
        }
    });
}

void Applier::operator()(const TaskRemoved& event) const {
    with_project([&](Project& project) {
        const std::string& id = event.task_id;
        std::erase_if(project.added_tasks, [&](const AddedTask& task) { return task.id == id; });
        for (AddedTask& task : project.added_tasks) {
            std::erase(task.prerequisites, id);
        }
        std::erase(project.task_order, id);
        project.tasks.erase(id);
        close_suggestions<ProposedTask>(
            project, [&](const ProposedTask& proposed) { return proposed.task_id == id; });
    });
}

void Applier::operator()(const TaskMoved& event) const {
    with_project([&](Project& project) {
        if (has_task(project, event.task_id)) {
            project.task_order =
                moved(ordered_task_ids(project), project, event.task_id, event.before);
        }
    });
}

void Applier::operator()(const PlanChangeNoted& event) const {
    with_project([&](Project& project) {
        project.plan_notes.push_back(
            {event.message, event.words, event.confidence, recorded.batch});
    });
}

}  // namespace atrium::domain
