// The dated plan: open tasks laid over the hours a creator really has, forward from today and in the
// order of their prerequisites, with nothing on days away. Hours are spread evenly over a week's
// days, because nobody knows on which evening the work is done. Always computed, never stored.
//
//     ScheduleRequest request{planned_tasks(built_in_template()), 6.0, today, launch, away};
//     Schedule plan = schedule(request);
//     plan.earliest_opening; plan.hours_to_spare; plan.state;
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/plan_template.h"
#include "core/domain/profile.h"

namespace atrium::domain {

// A task as this creator has it: the template's, with own hours and what has happened to it.
struct PlannedTask {
    std::string id;
    int phase = 1;
    double hours = 0.0;
    std::vector<std::string> prerequisites;  // an unknown, done or skipped one holds nothing up
    bool done = false;
    bool skipped = false;
    int minimum_days = 1;
    int days_after_opening = 0;
};

// One task of a template, open.
[[nodiscard]] PlannedTask planned_task(const TaskSpec& spec);

// The template's tasks, all open.
[[nodiscard]] std::vector<PlannedTask> planned_tasks(const PlanTemplate& plan);

struct ScheduleRequest {
    std::vector<PlannedTask> tasks;  // of two that could be done, the earlier is done first
    double hours_per_week = 5.0;
    Date today;
    std::optional<Date> target;  // opening day
    std::vector<Absence> away;
};

enum class TimelineState { OnTrack, AtRisk, Late };

struct ScheduledTask {
    std::string id;
    Date start;
    Date end;                 // the last day of work, included
    std::optional<Date> due;  // ending later moves the opening; only with a target, before it
    double hours = 0.0;

    bool operator==(const ScheduledTask&) const = default;
};

struct WeekLoad {
    Date monday;
    double planned_hours = 0.0;
    double possible_hours = 0.0;  // less than the weekly hours in a week with days away

    bool operator==(const WeekLoad&) const = default;
};

struct Schedule {
    std::vector<ScheduledTask> tasks;   // the open ones, in the order of the request
    double hours_before_opening = 0.0;  // open work of the phases before the last
    double hours_in_all = 0.0;          // open work
    Date earliest_opening;              // the day after that work is done; today if nothing is left
    std::optional<Date> target;
    double hours_available = 0.0;  // from today until the day before the target; 0 without one
    double hours_to_spare = 0.0;   // available less work; negative when short; 0 without a target
    int slip_days = 0;             // how much later than the target the doors could open
    TimelineState state = TimelineState::OnTrack;
    std::vector<WeekLoad> weeks;
    bool complete = true;  // false when work could not be placed within about fifty years

    [[nodiscard]] const ScheduledTask* task(std::string_view id) const;
};

[[nodiscard]] Schedule schedule(const ScheduleRequest& request);

// Hours of work from first until the day before end, without days away.
[[nodiscard]] double hours_between(Date first,
                                   Date end,
                                   double hours_per_week,
                                   const std::vector<Absence>& away);

[[nodiscard]] bool is_away(Date day, const std::vector<Absence>& away);

// A task whose dates differ between two schedules.
struct TaskMove {
    std::string id;
    Date from;
    Date to;
    int days = 0;  // positive: later

    bool operator==(const TaskMove&) const = default;
};

[[nodiscard]] std::vector<TaskMove> moves_between(const Schedule& before, const Schedule& after);

[[nodiscard]] std::string timeline_state_label(TimelineState state);  // "on track"

}  // namespace atrium::domain
