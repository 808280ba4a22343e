#include "core/domain/progress.h"

#include <algorithm>
#include <array>

namespace atrium::domain {

namespace {

constexpr int kDecisions = static_cast<int>(kDecisionCategories.size());

struct Share {
    double done = 0.0;
    double all = 0.0;

    double value() const { return all > 0 ? std::clamp(done / all, 0.0, 1.0) : 0.0; }
};

template <typename Belongs>
Share by_hours(const std::vector<PlannedTask>& tasks, Belongs belongs) {
    Share share;
    for (const PlannedTask& task : tasks) {
        if (belongs(task) && !task.skipped) {
            share.all += task.hours;
            share.done += task.done ? task.hours : 0;
        }
    }
    return share;
}

bool phase_is_complete(const std::vector<PlannedTask>& tasks, int phase) {
    bool any_done = false;
    for (const PlannedTask& task : tasks) {
        if (task.phase == phase && !task.skipped) {
            if (!task.done) {
                return false;
            }
            any_done = true;
        }
    }
    return any_done;
}

bool is_done(const std::vector<PlannedTask>& tasks, std::string_view id) {
    return std::any_of(tasks.begin(), tasks.end(), [&](const PlannedTask& task) {
        return task.id == id && task.done;
    });
}

double overall(const std::vector<PlannedTask>& tasks) {
    return by_hours(tasks, [](const PlannedTask&) { return true; }).value();
}

std::optional<double> elapsed_share(const ProjectDays& days) {
    if (!days.target) {
        return std::nullopt;
    }
    const double all = days.target->days - days.start.days;
    const double gone = days.today.days - days.start.days;
    return all > 0 ? std::clamp(gone / all, 0.0, 1.0) : 1.0;
}

}  // namespace

Progress progress(const std::vector<PlannedTask>& tasks,
                  int decisions_made,
                  const ProjectDays& days) {
    Share planning{static_cast<double>(std::clamp(decisions_made, 0, kDecisions)), kDecisions};
    for (const PlannedTask& task : tasks) {
        if (task.phase == 1 && !task.skipped) {
            planning.all += 1;
            planning.done += task.done ? 1 : 0;
        }
    }
    Progress result;
    result.planning = planning.value();
    result.execution =
        by_hours(tasks, [](const PlannedTask& task) { return task.phase > 1; }).value();
    result.timeline = elapsed_share(days);
    result.overall = overall(tasks);
    return result;
}

std::vector<Milestone> passed_milestones(const std::vector<PlannedTask>& tasks,
                                         int decisions_made) {
    struct Entry {
        bool passed;
        Milestone milestone;
    };

    const std::array<Entry, 8> entries = {{
        {decisions_made >= 1,
         {"first-decision", "First decision", "The first of five decisions is made."}},
        {decisions_made >= kDecisions,
         {"five-decisions", "All five decisions", "The plan is decided. The rest is work."}},
        {phase_is_complete(tasks, 1),
         {"foundation", "Foundation complete", "You know what you sell, to whom and when."}},
        {phase_is_complete(tasks, 2),
         {"build", "Build complete", "The space is set up and can take payments."}},
        {overall(tasks) >= 0.5, {"half-way", "Halfway", "Half of the hours are behind you."}},
        {phase_is_complete(tasks, 3),
         {"prelaunch", "Pre-launch complete", "People are waiting for the doors to open."}},
        {is_done(tasks, "announce-launch"), {"launch", "Doors open", "Your community is open."}},
        {phase_is_complete(tasks, kOpeningPhase),
         {"first-month", "First month complete", "You have run a month and planned the next."}},
    }};
    std::vector<Milestone> passed;
    for (const Entry& entry : entries) {
        if (entry.passed) {
            passed.push_back(entry.milestone);
        }
    }
    return passed;
}

}  // namespace atrium::domain
