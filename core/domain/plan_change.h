// A change of the plan itself: a task added, edited, removed, moved, skipped, put back or estimated
// anew. The creator's commands, Claude's tool update_plan and the guide all lead to this one value;
// change_plan.h checks it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace atrium::domain {

struct PlanChange {
    enum class Kind { Add, Edit, Remove, Skip, Restore, Estimate, Move };

    Kind kind = Kind::Add;
    std::string task_id;                                    // not for Add
    std::string title;                                      // Add; Edit: empty keeps it
    std::optional<int> phase;                               // Add, Edit
    std::optional<double> hours;                            // Add, Edit, Estimate
    std::optional<std::vector<std::string>> prerequisites;  // Add, Edit
    std::optional<std::string> note;                        // Add, Edit; the reason of Skip
    std::string before;  // Move: the task it goes in front of; empty: to the end of its phase

    bool operator==(const PlanChange&) const = default;
};

}  // namespace atrium::domain
