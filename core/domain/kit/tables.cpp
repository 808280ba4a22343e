#include "core/domain/kit/tables.h"

#include "core/domain/creator_task.h"
#include "core/domain/kit/csv.h"
#include "core/domain/kit/plan_words.h"

namespace atrium::domain::kit {
namespace {

std::string date_or_empty(std::optional<Date> date) {
    return date ? iso_from_date(*date) : "";
}

std::string prerequisite_titles(const Project& project, const PlannedTask& task) {
    std::string titles;
    for (const std::string& id : task.prerequisites) {
        titles += (titles.empty() ? "" : "; ") + task_short_title(project, id);
    }
    return titles;
}

}  // namespace

std::string tasks_csv(const KitFacts& facts) {
    CsvTable table({"Phase",
                    "Task",
                    "Status",
                    "Start",
                    "End",
                    "Due",
                    "Hours (estimate)",
                    "Cost in USD",
                    "Deliverable",
                    "Done when",
                    "After",
                    "Note",
                    "Id"});
    for (const PlannedTask& task : facts.tasks) {
        const TaskWords words = task_words(facts, task);
        const TaskSpec* spec = built_in_template().task(task.id);
        const ScheduledTask* dates = facts.schedule.task(task.id);
        table.add({csv_text(words.phase),
                   csv_text(words.title),
                   csv_text(words.status),
                   csv_text(dates != nullptr ? iso_from_date(dates->start) : ""),
                   csv_text(dates != nullptr ? iso_from_date(dates->end) : ""),
                   csv_text(dates != nullptr ? date_or_empty(dates->due) : ""),
                   csv_number(task.hours),
                   csv_number(spec != nullptr ? spec->cost_usd : 0.0),
                   csv_text(spec != nullptr ? spec->deliverable : ""),
                   csv_text(spec != nullptr ? spec->definition_of_done : ""),
                   csv_text(prerequisite_titles(facts.project, task)),
                   csv_text(words.note),
                   csv_text(task.id)});
    }
    return table.text();
}

std::string forecast_csv(const Forecast& forecast) {
    CsvTable table({"Case",
                    "Month",
                    "Begins",
                    "Joined",
                    "Left",
                    "Members",
                    "At founding price",
                    "Gross",
                    "Fees on sales",
                    "Fixed costs",
                    "You keep",
                    "Currency"});
    for (const ForecastCase which : {ForecastCase::Low, ForecastCase::Base, ForecastCase::High}) {
        for (const ForecastMonth& month : forecast.cases[static_cast<std::size_t>(which)].months) {
            table.add({csv_text(case_id(which)),
                       csv_number(static_cast<std::int64_t>(month.month)),
                       csv_text(date_or_empty(month.begins)),
                       csv_number(month.joined),
                       csv_number(month.left),
                       csv_number(month.members),
                       csv_number(month.founding),
                       csv_number(month.gross),
                       csv_number(month.fees),
                       csv_number(month.fixed),
                       csv_number(month.keep),
                       csv_text(forecast.basis.currency)});
        }
    }
    return table.text();
}

std::string figures_csv(const Forecast& forecast) {
    CsvTable table({"Figure", "Value", "Low", "High", "Unit", "Source", "Date", "Whose", "Id"});
    for (const Assumption& assumption : forecast.basis.list) {
        const Figure& figure = assumption.named.figure;
        table.add({csv_text(assumption.named.label),
                   csv_number(figure.value),
                   csv_number(figure.low),
                   csv_number(figure.high),
                   csv_text(assumption.named.unit),
                   csv_text(figure.source),
                   csv_text(figure.date),
                   csv_text(whose_text(assumption)),
                   csv_text(assumption.named.id)});
    }
    return table.text();
}

}  // namespace atrium::domain::kit
