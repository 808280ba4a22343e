// How far a creator is, as four fractions and the milestones passed. Computed from the tasks and the
// decisions each time, never stored.
//
//     Progress now = progress(tasks, decisions_made, {start, target, today});
//     now.planning;   // 0.64: 3 of 5 decisions and 4 of 6 tasks of the first phase
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/schedule.h"

namespace atrium::domain {

// Each a fraction from 0 to 1.
struct Progress {
    double planning = 0.0;           // decisions made and tasks of the first phase, by number
    double execution = 0.0;          // tasks of the later phases, by hours
    std::optional<double> timeline;  // share of the days from start to target; none without target
    double overall = 0.0;            // every task that is not skipped, by hours

    bool operator==(const Progress&) const = default;
};

struct ProjectDays {
    Date start;
    std::optional<Date> target;
    Date today;
};

// Skipped tasks count neither as work nor as done. A part without any work is complete when the
// tasks were all skipped, and empty when there are no tasks at all.
[[nodiscard]] Progress progress(const std::vector<PlannedTask>& tasks,
                                int decisions_made,
                                const ProjectDays& days);

struct Milestone {
    std::string id;  // kept with the project once it was celebrated
    std::string title;
    std::string sentence;

    bool operator==(const Milestone&) const = default;
};

// The milestones that are passed at the moment, in the order in which a project usually meets them:
// first-decision, five-decisions, foundation, build, half-way, prelaunch, launch, first-month.
[[nodiscard]] std::vector<Milestone> passed_milestones(const std::vector<PlannedTask>& tasks,
                                                       int decisions_made);

}  // namespace atrium::domain
