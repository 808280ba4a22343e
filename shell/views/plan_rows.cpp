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

std::string phase_note(const std::vector<PlannedTask>& tasks, int phase) {
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
    return std::to_string(done) + " of " + std::to_string(all) + " · " + domain::hours_text(hours);
}

std::string short_day(domain::Date day) {
    const std::string text = domain::day_month(day);
    return text.substr(0, text.find(' ') + 4);
}

std::string day_range(domain::Date first, domain::Date last) {
    if (first == last) {
        return short_day(first);
    }
    const domain::Civil a = domain::civil_from_date(first);
    const domain::Civil b = domain::civil_from_date(last);
    const std::string begin =
        a.month == b.month && a.year == b.year ? std::to_string(a.day) : short_day(first);
    return begin + " to " + short_day(last);
}

}  // namespace atrium::shell
