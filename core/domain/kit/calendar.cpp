#include "core/domain/kit/calendar.h"

#include "core/domain/kit/plan_words.h"
#include "core/domain/number_text.h"

namespace atrium::domain::kit {
namespace {

// The same in every export of this launch, and another one in another creator's workspace.
std::string uid(const KitFacts& facts, const std::string& name) {
    const Millis born = facts.history.empty() ? 0 : facts.history.front().at;
    return name + "-" + std::to_string(facts.project.id.value) + "-" + std::to_string(born) +
           "@atrium";
}

std::string paragraph(const std::string& label, const std::string& text) {
    return text.empty() ? "" : "\n\n" + label + text;
}

std::string task_description(const PlannedTask& task, const TaskWords& words) {
    return hours_text(task.hours) + " (estimate)" + paragraph("", words.guidance) +
           paragraph("Deliverable: ", words.deliverable) +
           paragraph("Done when: ", words.done_when) + paragraph("", words.steps);
}

CalendarEntry step_entry(const KitFacts& facts, const RunBookStep& step) {
    CalendarEntry entry;
    entry.uid = uid(facts, "run-book-" + step.id);
    entry.first = *step.date;
    entry.last = *step.date;
    entry.summary = "Day " + std::to_string(step.day) + ": " + step.title;
    entry.description = step.text + (step.gate ? "\n\n" + gate_text(*step.gate) : "");
    entry.category = step.gate ? "Gate" : "Run-book";
    return entry;
}

}  // namespace

std::vector<CalendarEntry> calendar_entries(const KitFacts& facts) {
    std::vector<CalendarEntry> entries;
    for (const PlannedTask& task : facts.tasks) {
        if (const ScheduledTask* dates = facts.schedule.task(task.id)) {
            const TaskWords words = task_words(facts, task);
            entries.push_back({uid(facts, "task-" + task.id),
                               dates->start,
                               dates->end,
                               words.title,
                               task_description(task, words),
                               "Task"});
        }
    }
    const std::optional<Date> opening = target_date(facts.project);
    if (!opening) {
        return entries;
    }
    entries.push_back({uid(facts, "launch"),
                       *opening,
                       *opening,
                       "Launch day: " + facts.project.name,
                       "The doors open today. See the run-book for the next 30 days.",
                       "Launch"});
    if (facts.forecast && facts.forecast->basis.founding.closes &&
        facts.forecast->basis.founding.seats > 0) {
        const FoundingOffer& offer = facts.forecast->basis.founding;
        entries.push_back({uid(facts, "founding-closes"),
                           *offer.closes,
                           *offer.closes,
                           "The founding offer closes",
                           count_text(offer.seats, "seat", "seats") + " at " +
                               money_text(offer.price.amount, offer.price.currency) +
                               ". Close it today, or when the seats are taken.",
                           "Launch"});
    }
    for (const RunBookStep& step : facts.run_book) {
        if (step.date) {
            entries.push_back(step_entry(facts, step));
        }
    }
    return entries;
}

std::string calendar_ics(const KitFacts& facts) {
    return ics_calendar(facts.project.name,
                        calendar_entries(facts),
                        facts.context.now,
                        facts.history.empty() ? 0 : facts.history.back().seq);
}

}  // namespace atrium::domain::kit
