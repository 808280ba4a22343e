// The tasks of one project as its creator has them: the template's 22, fitted to the profile and the
// decisions (plan_fit.h), and the creator's own, in the creator's order.
//
//     for (const CreatorTask& task : creator_tasks(workspace, project)) list(task.spec.title);
//     task_title(project, "own-57");   // also for added tasks; every screen asks here
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/plan_template.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

struct CreatorTask {
    TaskSpec
        spec;  // with this creator's hours and words; the note of an added task is its guidance
    bool added = false;
    std::vector<std::string> platform_steps;  // how it is done on the decided platform
    std::vector<std::string> steps;           // what this creator does besides
    std::vector<std::string> because;         // "+1 h: each tier sees other places"
    double template_hours = 0;                // before the fitting; 0 for an added task

    // The creator's own estimate is not in here: it is the project's (TaskRecord::hours).
};

// In the order in which the creator has them, phase by phase.
[[nodiscard]] std::vector<CreatorTask> creator_tasks(const Workspace& workspace,
                                                     const Project& project);

[[nodiscard]] std::optional<CreatorTask> creator_task(const Workspace& workspace,
                                                      const Project& project,
                                                      std::string_view id);

// The ids alone, in that order.
[[nodiscard]] std::vector<std::string> ordered_task_ids(const Project& project);

// The order after one move; before "" is the end of the task's phase.
[[nodiscard]] std::vector<std::string> moved(std::vector<std::string> ids,
                                             const Project& project,
                                             const std::string& task_id,
                                             const std::string& before);

[[nodiscard]] bool has_task(const Project& project, std::string_view id);

[[nodiscard]] const AddedTask* added_task(const Project& project, std::string_view id);

// The title, or the id itself for a task that is not in the plan any more.
[[nodiscard]] std::string task_title(const Project& project, std::string_view id);

// The same for narrow places.
[[nodiscard]] std::string task_short_title(const Project& project, std::string_view id);

[[nodiscard]] int phase_of(const Project& project, std::string_view id);

[[nodiscard]] std::vector<std::string> prerequisites_of(const Project& project,
                                                        std::string_view id);

// The first phase that still has open work: where a new task belongs unless told otherwise.
[[nodiscard]] int current_phase(const Project& project);

}  // namespace atrium::domain
