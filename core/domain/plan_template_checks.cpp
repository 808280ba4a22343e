#include "core/domain/plan_template_checks.h"

#include <algorithm>
#include <set>

namespace atrium::domain {

namespace {

std::string quoted(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

std::string ids_problem(const PlanTemplate& plan) {
    std::set<std::string_view> seen;
    for (const TaskSpec& task : plan.tasks) {
        if (std::find(kTaskIds.begin(), kTaskIds.end(), task.id) == kTaskIds.end()) {
            return "Task " + quoted(task.id) + " is none of the 22 tasks.";
        }
        if (!seen.insert(task.id).second) {
            return "Task " + quoted(task.id) + " stands in it twice.";
        }
    }
    for (const std::string_view id : kTaskIds) {
        if (!seen.contains(id)) {
            return "Task " + quoted(id) + " is missing.";
        }
    }
    return "";
}

std::string range_problem(const PlanTemplate& plan, const TaskSpec& task) {
    const std::string name = "Task " + quoted(task.id);
    if (!plan.phase(task.phase)) {
        return name + " belongs to a phase that does not exist.";
    }
    if (task.hours <= 0 || task.hours > 40) {
        return name + " must take more than 0 and at most 40 hours.";
    }
    if (task.cost_usd < 0 || task.cost_usd > 10'000) {
        return name + " has a cost that cannot be right.";
    }
    if (task.checks.size() < 3 || task.checks.size() > 5) {
        return name + " needs three to five checks.";
    }
    if (task.minimum_days < 1 || task.minimum_days > 60 || task.days_after_opening < 0 ||
        task.days_after_opening > 60) {
        return name + " has days that lie outside 60.";
    }
    return "";
}

// The list is in an order in which the work can be done, so a prerequisite stands before its task;
// this rules out cycles as well, and the sentence says which of the two it is.
std::string order_problem(const PlanTemplate& plan) {
    std::set<std::string_view> before;
    for (const TaskSpec& task : plan.tasks) {
        for (const std::string& needed : task.prerequisites) {
            if (!plan.task(needed)) {
                return "Task " + quoted(task.id) + " waits for " + quoted(needed) +
                       ", which does not exist.";
            }
            if (!before.contains(needed)) {
                return "Task " + quoted(task.id) + " waits for " + quoted(needed) +
                       ", which comes after it or waits for it in turn.";
            }
        }
        before.insert(task.id);
    }
    return "";
}

std::string phases_problem(const PlanTemplate& plan) {
    for (std::size_t index = 0; index < plan.phases.size(); ++index) {
        if (plan.phases[index].number != static_cast<int>(index) + 1) {
            return "The phases must be numbered from 1 on, in order.";
        }
    }
    if (plan.phases.size() != static_cast<std::size_t>(kOpeningPhase)) {
        return "There must be four phases.";
    }
    return "";
}

std::string decisions_problem(const PlanTemplate& plan) {
    if (plan.decisions.size() != kDecisionCategories.size()) {
        return "There must be five decisions.";
    }
    for (std::size_t index = 0; index < plan.decisions.size(); ++index) {
        const DecisionPoint& point = plan.decisions[index];
        const std::string name = "Decision " + quoted(category_id(point.category));
        if (point.category != kDecisionCategories[index]) {
            return name + " stands in the wrong place.";
        }
        if (!plan.task(point.task_id)) {
            return name + " belongs to task " + quoted(point.task_id) + ", which does not exist.";
        }
        for (const std::string& touched : point.touches) {
            if (!plan.task(touched)) {
                return name + " touches task " + quoted(touched) + ", which does not exist.";
            }
        }
        if (point.minute_from < 0 || point.minute_to <= point.minute_from) {
            return name + " has minutes that do not follow each other.";
        }
    }
    return "";
}

}  // namespace

std::string template_problem(const PlanTemplate& plan) {
    std::string problem = phases_problem(plan);
    if (problem.empty()) {
        problem = ids_problem(plan);
    }
    for (const TaskSpec& task : plan.tasks) {
        if (problem.empty()) {
            problem = range_problem(plan, task);
        }
    }
    if (problem.empty()) {
        problem = order_problem(plan);
    }
    return problem.empty() ? decisions_problem(plan) : problem;
}

}  // namespace atrium::domain
