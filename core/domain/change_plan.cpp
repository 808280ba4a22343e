#include "core/domain/change_plan.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/domain/creator_task.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "core/protocol/ascii.h"

namespace atrium::domain {
namespace {

using Events = Result<std::vector<Event>>;

Events one(Event event) {
    return std::vector<Event>{std::move(event)};
}

Events none() {
    return std::vector<Event>{};
}

Error hours_invalid() {
    return {"hours-invalid", "A task takes between a few minutes and 200 hours.", ""};
}

// True when `id` can be reached from `from` over prerequisites.
bool depends_on(const Project& project, const std::string& from, const std::string& id) {
    std::set<std::string> seen;
    std::vector<std::string> open = {from};
    while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        if (at == id) {
            return true;
        }
        if (seen.insert(at).second) {
            const std::vector<std::string> needed = prerequisites_of(project, at);
            open.insert(open.end(), needed.begin(), needed.end());
        }
    }
    return false;
}

struct Planner {
    const Workspace& workspace;
    const Project& project;
    const PlanChange& change;
    std::string_view author;

    Events add() const {
        if (project.added_tasks.size() >= kMaxAddedTasks) {
            return Error{
                "plan-full", "The plan already holds 40 tasks of your own. Remove one first.", ""};
        }
        AddedTask task;
        task.id = std::string(kAddedTaskPrefix) + std::to_string(workspace.last_id + 1);
        task.phase = current_phase(project);
        task.author = author;
        return checked(std::move(task), [](AddedTask result) { return one(TaskAdded{result}); });
    }

    Events edit() const {
        const AddedTask* known = added_task(project, change.task_id);
        if (known == nullptr) {
            return not_added("edited; its hours can be changed, and it can be skipped");
        }
        return checked(*known, [&](AddedTask result) {
            return result == *known ? none() : one(TaskEdited{result});
        });
    }

    Events remove() const {
        return added_task(project, change.task_id) == nullptr
                   ? not_added("removed; it can be skipped with a reason")
                   : one(TaskRemoved{change.task_id});
    }

    Events skip() const {
        const std::string reason = change.note.value_or("");
        if (reason.size() > kMaxTaskNoteBytes) {
            return Error{"reason-too-long", "A reason holds up to 1,000 characters.", ""};
        }
        const auto record = project.tasks.find(change.task_id);
        const bool same = record != project.tasks.end() && record->second.skipped &&
                          record->second.skip_reason == reason;
        return same ? none() : one(TaskSkipped{change.task_id, reason});
    }

    Events restore() const {
        const auto record = project.tasks.find(change.task_id);
        const bool skipped = record != project.tasks.end() && record->second.skipped;
        return skipped ? one(TaskRestored{change.task_id}) : none();
    }

    Events estimate() const {
        if (!change.hours || !(*change.hours > 0 && *change.hours <= kMaxTaskHours)) {
            return hours_invalid();
        }
        const auto record = project.tasks.find(change.task_id);
        const bool same = record != project.tasks.end() && record->second.hours == change.hours;
        return same ? none() : one(TaskEstimated{change.task_id, *change.hours});
    }

    Events move() const {
        const std::string title = task_title(project, change.task_id);
        if (change.before == change.task_id) {
            return none();
        }
        if (!change.before.empty() && !has_task(project, change.before)) {
            return unknown(change.before);
        }
        const int phase = phase_of(project, change.task_id);
        if (!change.before.empty() && phase_of(project, change.before) != phase) {
            return Error{"move-invalid",
                         "A task moves within its phase: \"" + title + "\" belongs to phase " +
                             std::to_string(phase) + ".",
                         ""};
        }
        const std::vector<std::string> now = ordered_task_ids(project);
        const std::vector<std::string> then = moved(now, project, change.task_id, change.before);
        if (then == now) {
            return none();
        }
        for (auto later = then.begin(); later != then.end(); ++later) {
            for (const std::string& needed : prerequisites_of(project, *later)) {
                if (std::find(later, then.end(), needed) != then.end()) {
                    return Error{"move-invalid",
                                 "\"" + task_title(project, *later) + "\" needs \"" +
                                     task_title(project, needed) + "\" first.",
                                 ""};
                }
            }
        }
        return one(TaskMoved{change.task_id, change.before});
    }

    static Error unknown(const std::string& id) {
        return {"task-unknown", "There is no task \"" + id + "\" in the plan.", id};
    }

 private:
    Error not_added(const std::string& instead) const {
        return {"task-fixed",
                "\"" + task_title(project, change.task_id) +
                    "\" is not a task of your own and cannot "
                    "be " +
                    instead + ".",
                ""};
    }

    template <typename Next>
    Events checked(AddedTask task, const Next& next) const {
        task.title = change.title.empty() ? task.title : change.title;
        task.phase = change.phase.value_or(task.phase);
        task.hours = change.hours.value_or(task.hours);
        task.note = change.note.value_or(task.note);
        task.prerequisites = change.prerequisites.value_or(task.prerequisites);
        if (ascii::is_blank(task.title) || task.title.size() > kMaxTaskTitleBytes) {
            return Error{"title-invalid", "A task has a title of 1 to 120 characters.", ""};
        }
        if (task.phase < 1 || task.phase > kOpeningPhase) {
            return Error{"phase-invalid", "The phase is a number from 1 to 4.", ""};
        }
        if (!(task.hours > 0 && task.hours <= kMaxTaskHours)) {
            return hours_invalid();
        }
        if (task.note.size() > kMaxTaskNoteBytes) {
            return Error{"note-too-long", "A note holds up to 1,000 characters.", ""};
        }
        for (const AddedTask& other : project.added_tasks) {
            if (other.id != task.id && other.title == task.title) {
                return Error{
                    "task-known",
                    "The plan already has a task \"" + task.title + "\" (" + other.id + ").",
                    ""};
            }
        }
        for (const AddedTask& other : project.added_tasks) {
            const bool waits =
                std::find(other.prerequisites.begin(), other.prerequisites.end(), task.id) !=
                other.prerequisites.end();
            if (waits && other.phase < task.phase) {
                return Error{"prerequisites-invalid",
                             "\"" + other.title + "\" waits for this task and belongs to an " +
                                 "earlier phase.",
                             ""};
            }
        }
        if (task.prerequisites.size() > kMaxTaskPrerequisites) {
            return Error{"prerequisites-invalid", "A task waits for at most ten others.", ""};
        }
        for (const std::string& needed : task.prerequisites) {
            if (!has_task(project, needed)) {
                return unknown(needed);
            }
            if (phase_of(project, needed) > task.phase) {
                return Error{
                    "prerequisites-invalid",
                    "\"" + task_title(project, needed) +
                        "\" belongs to a later phase; the task would have to wait there too.",
                    ""};
            }
            if (depends_on(project, needed, task.id)) {
                return Error{"prerequisites-invalid",
                             "\"" + task_title(project, needed) +
                                 "\" waits for this task itself; one of the two has to come first.",
                             ""};
            }
        }
        return next(std::move(task));
    }
};

}  // namespace

Result<std::vector<Event>> plan_change_events(const Workspace& workspace,
                                              const Project& project,
                                              const PlanChange& change,
                                              std::string_view author) {
    using Kind = PlanChange::Kind;
    const Planner planner{workspace, project, change, author};
    if (change.kind != Kind::Add && !has_task(project, change.task_id)) {
        return Planner::unknown(change.task_id);
    }
    switch (change.kind) {
        case Kind::Add:
            return planner.add();
        case Kind::Edit:
            return planner.edit();
        case Kind::Remove:
            return planner.remove();
        case Kind::Skip:
            return planner.skip();
        case Kind::Restore:
            return planner.restore();
        case Kind::Estimate:
            return planner.estimate();
        case Kind::Move:
            return planner.move();
    }
    return none();
}

std::string plan_change_words(const Project& project, const PlanChange& change) {
    using Kind = PlanChange::Kind;
    const std::string title = task_title(project, change.task_id);
    switch (change.kind) {
        case Kind::Add:
            return "Added: " + change.title;
        case Kind::Edit:
            return "Changed: " + (change.title.empty() ? title : change.title);
        case Kind::Remove:
            return "Removed: " + title;
        case Kind::Skip:
            return "Skipped: " + title;
        case Kind::Restore:
            return "Back in the plan: " + title;
        case Kind::Estimate:
            return title + ": " + hours_text(change.hours.value_or(0));
        case Kind::Move:
            return change.before.empty()
                       ? "Moved to the end of its phase: " + title
                       : "Moved: " + title + " before " + task_title(project, change.before);
    }
    return "";
}

}  // namespace atrium::domain
