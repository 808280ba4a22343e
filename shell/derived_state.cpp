#include "shell/derived_state.h"

#include "core/domain/project_plan.h"
#include "core/domain/versions.h"

namespace atrium::shell {
namespace {

Derived derived_from(const domain::Workspace& workspace,
                     const domain::Project& project,
                     const domain::Formats& formats,
                     const domain::Context& now) {
    Derived derived;
    derived.tasks = domain::project_tasks(workspace, project);
    derived.creator_tasks = domain::creator_tasks(workspace, project);
    derived.stale = domain::stale_documents(project, formats);
    derived.schedule = domain::project_schedule(workspace, project, now);
    derived.progress = domain::project_progress(workspace, project, now);
    derived.session_cost_nano_usd = domain::conversation_cost_nano_usd(project);
    return derived;
}

}  // namespace

const Derived& DerivedState::of(const domain::Engine& engine,
                                const domain::Formats& formats,
                                const domain::Context& now) {
    const std::size_t length = engine.store().history().size();
    if (length == history_ && now.today == day_ && length != 0) {
        return derived_;
    }
    history_ = length;
    day_ = now.today;
    const domain::Project* project = domain::active_project(engine.workspace());
    derived_ =
        project != nullptr ? derived_from(engine.workspace(), *project, formats, now) : Derived{};
    return derived_;
}

}  // namespace atrium::shell
