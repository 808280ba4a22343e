#include <string>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/handler.h"

namespace atrium::domain {
namespace {

Error unknown_task(const std::string& task_id) {
    return {"task-unknown", "The plan has no such task.", task_id};
}

}  // namespace

Events Handler::operator()(const CompleteTask& command) const {
    return in_project([&](const Project& project) -> Events {
        if (!has_task(project, command.task_id)) {
            return unknown_task(command.task_id);
        }
        if (task_is_done(project, command.task_id)) {
            return std::vector<Event>{};
        }
        return one(TaskCompleted{command.task_id, CompletedVia::Manual, {}, 1, command.note});
    });
}

Events Handler::operator()(const ReopenTask& command) const {
    return in_project([&](const Project& project) -> Events {
        if (!has_task(project, command.task_id)) {
            return unknown_task(command.task_id);
        }
        if (!task_is_done(project, command.task_id)) {
            return std::vector<Event>{};
        }
        return one(TaskReopened{command.task_id});
    });
}

Events Handler::operator()(const SkipTask& command) const {
    PlanChange change{PlanChange::Kind::Skip, command.task_id};
    change.note = command.reason;
    return change_plan(change);
}

Events Handler::operator()(const RestoreTask& command) const {
    return change_plan({PlanChange::Kind::Restore, command.task_id});
}

Events Handler::operator()(const EstimateTask& command) const {
    PlanChange change{PlanChange::Kind::Estimate, command.task_id};
    change.hours = command.hours;
    return change_plan(change);
}

Events Handler::operator()(const AddTask& command) const {
    return change_plan({PlanChange::Kind::Add,
                        "",
                        command.title,
                        command.phase,
                        command.hours,
                        command.prerequisites,
                        command.note});
}

Events Handler::operator()(const EditTask& command) const {
    return change_plan({PlanChange::Kind::Edit,
                        command.task_id,
                        command.title,
                        command.phase,
                        command.hours,
                        command.prerequisites,
                        command.note});
}

Events Handler::operator()(const RemoveTask& command) const {
    return change_plan({PlanChange::Kind::Remove, command.task_id});
}

Events Handler::operator()(const MoveTask& command) const {
    PlanChange change{PlanChange::Kind::Move, command.task_id};
    change.before = command.before;
    return change_plan(change);
}

Events Handler::change_plan(const PlanChange& change) const {
    return in_project([&](const Project& project) {
        return plan_change_events(workspace, project, change, "creator");
    });
}

}  // namespace atrium::domain
