#include "core/domain/schedule.h"

#include <algorithm>
#include <map>

#include "core/domain/allocation.h"

namespace atrium::domain {

namespace {

// Fewer hours than this would put the last task into another decade.
constexpr double kLeastWeeklyHours = 0.25;
// Below this share of the remaining work to spare, one ordinary surprise makes the date slip.
constexpr double kComfortableShare = 0.15;
constexpr double kToleranceHours = 0.1;
// The launch phase is planned for the 30 days after opening; a week later is still no alarm.
constexpr int kLaunchPhaseDays = 37;

double hours_a_day(double hours_per_week) {
    return std::max(hours_per_week, kLeastWeeklyHours) / 7;
}

bool is_open(const PlannedTask& task) {
    return !task.done && !task.skipped;
}

bool is_before_opening(const PlannedTask& task) {
    return task.phase < kOpeningPhase;
}

using Chosen = std::vector<const PlannedTask*>;

Chosen open_tasks(const ScheduleRequest& request) {
    Chosen open;
    for (const PlannedTask& task : request.tasks) {
        if (is_open(task)) {
            open.push_back(&task);
        }
    }
    return open;
}

double sum_of_hours(const Chosen& tasks) {
    double hours = 0;
    for (const PlannedTask* task : tasks) {
        hours += std::max(task->hours, 0.0);
    }
    return hours;
}

std::vector<WorkItem> work_items(const Chosen& tasks) {
    std::map<std::string_view, std::size_t> index;
    for (std::size_t at = 0; at < tasks.size(); ++at) {
        index.emplace(tasks[at]->id, at);
    }
    std::vector<WorkItem> items;
    for (const PlannedTask* task : tasks) {
        // A beta week is not begun on the day before leaving; the welcome after opening has to be.
        WorkItem item{task->hours, task->minimum_days, 0, is_before_opening(*task), {}};
        for (const std::string& needed : task->prerequisites) {
            if (const auto found = index.find(needed); found != index.end()) {
                item.after.push_back(found->second);
            }
        }
        items.push_back(std::move(item));
    }
    return items;
}

// The same work seen from its end: the last task first, each after those that wait for it.
std::vector<WorkItem> reversed(const std::vector<WorkItem>& items) {
    const std::size_t count = items.size();
    std::vector<WorkItem> mirrored(count);
    for (std::size_t at = 0; at < count; ++at) {
        WorkItem& item = mirrored[count - 1 - at];
        item.hours = items[at].hours;
        item.minimum_steps = items[at].minimum_steps;
        item.unbroken = items[at].unbroken;
        for (const std::size_t needed : items[at].after) {
            mirrored[count - 1 - needed].after.push_back(count - 1 - at);
        }
    }
    return mirrored;
}

Allocation forward(const std::vector<WorkItem>& items, const ScheduleRequest& request) {
    const double daily = hours_a_day(request.hours_per_week);
    return allocate(items, [&](int step) {
        return is_away({request.today.days + step}, request.away) ? 0.0 : daily;
    });
}

Date earliest_opening(const Chosen& before_opening, const ScheduleRequest& request) {
    const Allocation plan = forward(work_items(before_opening), request);
    Date opening = request.today;
    for (const WorkSpan& span : plan.spans) {
        opening = std::max(opening, Date{request.today.days + span.last + 1});
    }
    return opening;
}

std::map<std::string_view, Date> due_days(const Chosen& before_opening,
                                          const ScheduleRequest& request) {
    std::map<std::string_view, Date> due;
    if (!request.target) {
        return due;
    }
    const double daily = hours_a_day(request.hours_per_week);
    const int last_day = request.target->days - 1;
    const Allocation plan = allocate(reversed(work_items(before_opening)), [&](int step) {
        return is_away({last_day - step}, request.away) ? 0.0 : daily;
    });
    for (std::size_t at = 0; at < before_opening.size(); ++at) {
        const WorkSpan& span = plan.spans[before_opening.size() - 1 - at];
        due[before_opening[at]->id] = Date{last_day - span.first};
    }
    return due;
}

std::vector<WeekLoad> week_loads(const Allocation& plan, const ScheduleRequest& request) {
    const double daily = hours_a_day(request.hours_per_week);
    std::vector<WeekLoad> weeks;
    for (std::size_t step = 0; step < plan.step_hours.size(); ++step) {
        const Date day{request.today.days + static_cast<int>(step)};
        const Date monday{day.days - weekday(day)};
        if (weeks.empty() || weeks.back().monday != monday) {
            weeks.push_back({monday, 0, 0});
        }
        weeks.back().planned_hours += plan.step_hours[step];
        weeks.back().possible_hours += is_away(day, request.away) ? 0 : daily;
    }
    return weeks;
}

TimelineState state_of(const Schedule& plan, Date today) {
    if (!plan.target) {
        return TimelineState::OnTrack;
    }
    if (plan.hours_before_opening > kToleranceHours) {
        if (plan.slip_days > 0 || plan.hours_to_spare < -kToleranceHours) {
            return TimelineState::Late;
        }
        const bool tight = plan.hours_to_spare < kComfortableShare * plan.hours_before_opening;
        return tight ? TimelineState::AtRisk : TimelineState::OnTrack;
    }
    Date last_end = today;
    for (const ScheduledTask& task : plan.tasks) {
        last_end = std::max(last_end, task.end);
    }
    const bool in_time =
        plan.tasks.empty() || last_end.days <= plan.target->days + kLaunchPhaseDays;
    return in_time ? TimelineState::OnTrack : TimelineState::AtRisk;
}

void place_tasks(Schedule& plan, const Chosen& open, const ScheduleRequest& request) {
    Chosen before_opening = open;
    std::erase_if(before_opening,
                  [](const PlannedTask* task) { return !is_before_opening(*task); });
    plan.hours_before_opening = sum_of_hours(before_opening);
    plan.earliest_opening = earliest_opening(before_opening, request);
    const Date opening =
        request.target && (before_opening.empty() || *request.target > plan.earliest_opening)
            ? *request.target
            : plan.earliest_opening;

    std::vector<WorkItem> items = work_items(open);
    for (std::size_t at = 0; at < open.size(); ++at) {
        if (!is_before_opening(*open[at])) {
            const int day = opening.days + open[at]->days_after_opening;
            items[at].first_step = std::max(day - request.today.days, 0);
        }
    }
    const Allocation placed = forward(items, request);
    const auto due = due_days(before_opening, request);
    for (std::size_t at = 0; at < open.size(); ++at) {
        ScheduledTask task{open[at]->id,
                           {request.today.days + placed.spans[at].first},
                           {request.today.days + placed.spans[at].last},
                           std::nullopt,
                           open[at]->hours};
        if (const auto day = due.find(open[at]->id); day != due.end()) {
            task.due = day->second;
        }
        plan.tasks.push_back(std::move(task));
    }
    plan.weeks = week_loads(placed, request);
    plan.complete = placed.complete;
}

}  // namespace

PlannedTask planned_task(const TaskSpec& spec) {
    return {spec.id,
            spec.phase,
            spec.hours,
            spec.prerequisites,
            false,
            false,
            spec.minimum_days,
            spec.days_after_opening};
}

std::vector<PlannedTask> planned_tasks(const PlanTemplate& plan) {
    std::vector<PlannedTask> tasks;
    for (const TaskSpec& spec : plan.tasks) {
        tasks.push_back(planned_task(spec));
    }
    return tasks;
}

const ScheduledTask* Schedule::task(std::string_view id) const {
    const auto found = std::find_if(
        tasks.begin(), tasks.end(), [&](const ScheduledTask& task) { return task.id == id; });
    return found == tasks.end() ? nullptr : &*found;
}

Schedule schedule(const ScheduleRequest& request) {
    const Chosen open = open_tasks(request);
    Schedule plan;
    plan.target = request.target;
    plan.hours_in_all = sum_of_hours(open);
    place_tasks(plan, open, request);
    if (request.target) {
        plan.hours_available =
            hours_between(request.today, *request.target, request.hours_per_week, request.away);
        plan.hours_to_spare = plan.hours_available - plan.hours_before_opening;
        if (plan.hours_before_opening > kToleranceHours) {
            plan.slip_days = std::max(plan.earliest_opening.days - request.target->days, 0);
        }
    }
    plan.state = state_of(plan, request.today);
    return plan;
}

double hours_between(Date first,
                     Date end,
                     double hours_per_week,
                     const std::vector<Absence>& away) {
    double days = std::max(end.days - first.days, 0);
    if (days == 0) {
        return 0;
    }
    // Absences may overlap: of each, only the days after those counted already are taken away.
    Date counted = first;
    std::vector<Absence> sorted = away;
    std::sort(sorted.begin(), sorted.end(), [](const Absence& a, const Absence& b) {
        return a.first < b.first;
    });
    for (const Absence& absence : sorted) {
        const Date from = std::max(absence.first, counted);
        const Date until = std::min(Date{absence.last.days + 1}, end);
        if (from < until) {
            days -= until.days - from.days;
            counted = until;
        }
    }
    return days * hours_a_day(hours_per_week);
}

bool is_away(Date day, const std::vector<Absence>& away) {
    return std::any_of(away.begin(), away.end(), [&](const Absence& absence) {
        return absence.first <= day && day <= absence.last;
    });
}

std::vector<TaskMove> moves_between(const Schedule& before, const Schedule& after) {
    std::vector<TaskMove> moves;
    for (const ScheduledTask& task : after.tasks) {
        const ScheduledTask* old = before.task(task.id);
        if (old && old->start != task.start) {
            moves.push_back({task.id, old->start, task.start, task.start.days - old->start.days});
        }
    }
    return moves;
}

std::string timeline_state_label(TimelineState state) {
    switch (state) {
        case TimelineState::OnTrack:
            return "on track";
        case TimelineState::AtRisk:
            return "at risk";
        case TimelineState::Late:
            return "late";
    }
    return "";
}

}  // namespace atrium::domain
