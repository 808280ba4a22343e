#include "core/domain/project_plan.h"

#include <utility>

#include "core/domain/creator_task.h"

namespace atrium::domain {

std::vector<PlannedTask> project_tasks(const Workspace& workspace, const Project& project) {
    std::vector<PlannedTask> tasks;
    for (const CreatorTask& own : creator_tasks(workspace, project)) {
        PlannedTask task = planned_task(own.spec);
        const auto record = project.tasks.find(task.id);
        if (record != project.tasks.end()) {
            task.done = record->second.done;
            task.skipped = record->second.skipped;
            task.hours = record->second.hours.value_or(task.hours);
        }
        tasks.push_back(std::move(task));
    }
    return tasks;
}

std::vector<PlannedTask> first_tasks(const CreatorProfile& profile) {
    Workspace workspace;
    workspace.profile = profile;
    return project_tasks(workspace, Project{});
}

ScheduleRequest project_schedule_request(const Workspace& workspace,
                                         const Project& project,
                                         const Context& context) {
    ScheduleRequest request;
    request.tasks = project_tasks(workspace, project);
    request.today = context.today;
    request.target = target_date(project);
    if (workspace.profile) {
        request.hours_per_week = workspace.profile->hours_per_week;
        request.away = workspace.profile->away;
    }
    return request;
}

Schedule project_schedule(const Workspace& workspace,
                          const Project& project,
                          const Context& context) {
    return schedule(project_schedule_request(workspace, project, context));
}

Progress project_progress(const Workspace& workspace,
                          const Project& project,
                          const Context& context) {
    return progress(project_tasks(workspace, project),
                    decisions_made(project),
                    {project.start, target_date(project), context.today});
}

}  // namespace atrium::domain
