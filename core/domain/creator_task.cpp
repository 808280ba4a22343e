#include "core/domain/creator_task.h"

#include <algorithm>
#include <utility>

#include "core/domain/decision_words.h"
#include "core/domain/plan_fit.h"

namespace atrium::domain {
namespace {

CreatorTask from_added(const AddedTask& added) {
    CreatorTask task;
    task.added = true;
    task.spec.id = added.id;
    task.spec.title = added.title;
    task.spec.short_title = added.title;
    task.spec.phase = added.phase;
    task.spec.hours = added.hours;
    task.spec.guidance = added.note;
    task.spec.prerequisites = added.prerequisites;
    return task;
}

// The template is written for channels.
TaskSpec in_own_words(const Project& project, TaskSpec spec) {
    for (std::string* words : {&spec.title,
                               &spec.short_title,
                               &spec.guidance,
                               &spec.deliverable,
                               &spec.definition_of_done}) {
        *words = in_room_words(project, std::move(*words));
    }
    for (std::string& check : spec.checks) {
        check = in_room_words(project, std::move(check));
    }
    return spec;
}

bool is_open(const Project& project, const std::string& id) {
    const auto record = project.tasks.find(id);
    return record == project.tasks.end() || (!record->second.done && !record->second.skipped);
}

}  // namespace

std::vector<CreatorTask> creator_tasks(const Workspace& workspace, const Project& project) {
    const PlanFits fits = fitted_tasks(workspace.profile ? &*workspace.profile : nullptr, project);
    std::vector<CreatorTask> tasks;
    for (const std::string& id : ordered_task_ids(project)) {
        if (const AddedTask* added = added_task(project, id)) {
            tasks.push_back(from_added(*added));
            continue;
        }
        CreatorTask task;
        task.spec = in_own_words(project, *built_in_template().task(id));
        task.template_hours = task.spec.hours;
        if (const auto fit = fits.find(id); fit != fits.end()) {
            task.spec.hours = fit->second.hours;
            task.platform_steps = fit->second.platform_steps;
            task.steps = fit->second.steps;
            task.because = fit->second.because;
        }
        tasks.push_back(std::move(task));
    }
    return tasks;
}

std::optional<CreatorTask> creator_task(const Workspace& workspace,
                                        const Project& project,
                                        std::string_view id) {
    for (CreatorTask& task : creator_tasks(workspace, project)) {
        if (task.spec.id == id) {
            return std::move(task);
        }
    }
    return std::nullopt;
}

std::vector<std::string> ordered_task_ids(const Project& project) {
    std::vector<std::string> ids;
    for (const TaskSpec& spec : built_in_template().tasks) {
        ids.push_back(spec.id);
    }
    for (const AddedTask& added : project.added_tasks) {
        ids.push_back(added.id);
    }
    // A task that was added after the last move stands at the end of its phase.
    const auto place = [&](const std::string& id) {
        const auto& order = project.task_order;
        return std::find(order.begin(), order.end(), id) - order.begin();
    };
    std::stable_sort(ids.begin(), ids.end(), [&](const std::string& a, const std::string& b) {
        const int phase_a = phase_of(project, a);
        const int phase_b = phase_of(project, b);
        return phase_a != phase_b ? phase_a < phase_b : place(a) < place(b);
    });
    return ids;
}

std::vector<std::string> moved(std::vector<std::string> ids,
                               const Project& project,
                               const std::string& task_id,
                               const std::string& before) {
    ids.erase(std::remove(ids.begin(), ids.end(), task_id), ids.end());
    auto place = std::find(ids.begin(), ids.end(), before);
    if (before.empty()) {
        const int phase = phase_of(project, task_id);
        place = std::find_if(ids.begin(), ids.end(), [&](const std::string& id) {
            return phase_of(project, id) > phase;
        });
    }
    ids.insert(place, task_id);
    return ids;
}

bool has_task(const Project& project, std::string_view id) {
    return built_in_template().task(id) != nullptr || added_task(project, id) != nullptr;
}

const AddedTask* added_task(const Project& project, std::string_view id) {
    const auto found = std::find_if(project.added_tasks.begin(),
                                    project.added_tasks.end(),
                                    [&](const AddedTask& task) { return task.id == id; });
    return found == project.added_tasks.end() ? nullptr : &*found;
}

std::string task_title(const Project& project, std::string_view id) {
    if (const TaskSpec* spec = built_in_template().task(id)) {
        return in_room_words(project, spec->title);
    }
    const AddedTask* added = added_task(project, id);
    return added != nullptr ? added->title : std::string(id);
}

std::string task_short_title(const Project& project, std::string_view id) {
    const TaskSpec* spec = built_in_template().task(id);
    return spec != nullptr ? in_room_words(project, spec->short_title) : task_title(project, id);
}

int phase_of(const Project& project, std::string_view id) {
    if (const TaskSpec* spec = built_in_template().task(id)) {
        return spec->phase;
    }
    const AddedTask* added = added_task(project, id);
    return added != nullptr ? added->phase : 0;
}

std::vector<std::string> prerequisites_of(const Project& project, std::string_view id) {
    if (const TaskSpec* spec = built_in_template().task(id)) {
        return spec->prerequisites;
    }
    const AddedTask* added = added_task(project, id);
    return added != nullptr ? added->prerequisites : std::vector<std::string>{};
}

int current_phase(const Project& project) {
    for (const std::string& id : ordered_task_ids(project)) {
        if (is_open(project, id)) {
            return phase_of(project, id);
        }
    }
    return kOpeningPhase;
}

}  // namespace atrium::domain
