#include "shell/views/plan_rows.h"

#include "core/domain/number_text.h"

namespace atrium::shell {

using domain::PlannedTask;

TickState tick_state(const View& view, const PlannedTask& task, const PlannedTask* current) {
    if (task.skipped) {
        return TickState::Skipped;
    }
    if (task.done) {
        return TickState::Done;
    }
    if (&task == current) {
        return TickState::Now;
    }
    const domain::ScheduledTask* planned = view.derived.schedule.task(task.id);
    const bool late = planned != nullptr && planned->due && *planned->due < planned->end;
    return late ? TickState::Late : TickState::Open;
}

void toggle_task(View& view, const PlannedTask& task) {
    if (task.skipped) {
        view.send(domain::RestoreTask{task.id});
    } else if (task.done) {
        view.send(domain::ReopenTask{task.id});
    } else {
        view.send(domain::CompleteTask{task.id, ""});
    }
}

std::string phase_note(const std::vector<PlannedTask>& tasks,
                       int phase,
                       const domain::Formats& formats) {
    int done = 0;
    int all = 0;
    double hours = 0;
    for (const PlannedTask& task : tasks) {
        if (task.phase == phase && !task.skipped) {
            ++all;
            done += task.done ? 1 : 0;
            hours += task.hours;
        }
    }
    return std::to_string(done) + " of " + std::to_string(all) + " · " +
           domain::hours_text(hours, formats);
}

std::string day_range(domain::Date first, domain::Date last, const domain::Formats& formats) {
    if (first == last) {
        return domain::short_day(first, formats);
    }
    const domain::Civil a = domain::civil_from_date(first);
    const domain::Civil b = domain::civil_from_date(last);
    // Only where the day comes first does the month of the last day do for both.
    const bool month_once =
        formats.days == domain::DayStyle::DayMonth && a.month == b.month && a.year == b.year;
    return (month_once ? std::to_string(a.day) : domain::short_day(first, formats)) + " to " +
           domain::short_day(last, formats);
}

}  // namespace atrium::shell
