#include <algorithm>

#include "core/domain/handler.h"

namespace atrium::domain {

Events Handler::operator()(const StartProject& command) const {
    if (!workspace.profile) {
        return Error{
            "profile-missing", "Tell us about yourself first; then the plan can start.", ""};
    }
    if (active_project(workspace) != nullptr) {
        return Error{
            "project-active", "A launch is already open. Archive it first; it stays readable.", ""};
    }
    if (!is_name(command.name)) {
        return Error{"name-invalid", "Give the launch a name of up to 200 characters.", ""};
    }
    const ProjectId id{workspace.last_id + 1};
    return std::vector<Event>{ProjectStarted{id, command.name, context.today}, SessionResumed{}};
}

Events Handler::operator()(const RenameProject& command) const {
    if (!is_name(command.name)) {
        return Error{"name-invalid", "A name has between 1 and 200 characters.", ""};
    }
    return in_project([&](const Project&) { return one(ProjectRenamed{command.name}); });
}

Events Handler::operator()(const ArchiveProject&) const {
    return in_project([](const Project& project) { return one(ProjectArchived{project.id}); });
}

Events Handler::operator()(const ReopenProject& command) const {
    if (active_project(workspace) != nullptr) {
        return Error{"project-active", "Archive the open launch first.", ""};
    }
    const bool known = std::any_of(
        workspace.projects.begin(), workspace.projects.end(), [&](const Project& project) {
            return project.id == command.id;
        });
    if (!known) {
        return Error{"project-unknown", "That launch is not in this workspace.", ""};
    }
    return one(ProjectReopened{command.id});
}

Events Handler::operator()(const ResumeSession&) const {
    return in_project([](const Project& project) -> Events {
        return project.clock.running ? std::vector<Event>{} : std::vector<Event>{SessionResumed{}};
    });
}

Events Handler::operator()(const PauseSession&) const {
    return in_project([](const Project& project) -> Events {
        return project.clock.running ? std::vector<Event>{SessionPaused{}} : std::vector<Event>{};
    });
}

}  // namespace atrium::domain
