#include "core/domain/milestones.h"

#include <algorithm>

#include "core/domain/progress.h"
#include "core/domain/project_plan.h"

namespace atrium::domain {
namespace {

constexpr int kBuildPhase = 2;

bool phase_is_finished(const std::vector<PlannedTask>& tasks, int phase) {
    return std::all_of(tasks.begin(), tasks.end(), [&](const PlannedTask& task) {
        return task.phase != phase || task.done || task.skipped;
    });
}

ProjectStatus status_from_work(const Workspace& workspace, const Project& project) {
    if (task_is_done(project, "announce-launch")) {
        return ProjectStatus::Live;
    }
    if (decisions_made(project) < static_cast<int>(kDecisionCategories.size())) {
        return ProjectStatus::Planning;
    }
    return phase_is_finished(project_tasks(workspace, project), kBuildPhase)
               ? ProjectStatus::Prelaunch
               : ProjectStatus::Building;
}

}  // namespace

std::vector<Event> milestone_events(const Workspace& workspace) {
    std::vector<Event> events;
    const Project* project = active_project(workspace);
    if (project == nullptr) {
        return events;
    }
    for (const Milestone& milestone :
         passed_milestones(project_tasks(workspace, *project), decisions_made(*project))) {
        const bool is_new =
            std::find(project->milestones.begin(), project->milestones.end(), milestone.id) ==
            project->milestones.end();
        if (is_new) {
            events.emplace_back(MilestoneReached{milestone.id});
        }
    }
    return events;
}

std::vector<Event> status_events(const Workspace& workspace) {
    const Project* project = active_project(workspace);
    if (project == nullptr || project->status > ProjectStatus::Live) {
        return {};
    }
    const ProjectStatus status = status_from_work(workspace, *project);
    if (status <= project->status) {
        return {};
    }
    return {ProjectStatusChanged{status}};
}

}  // namespace atrium::domain
