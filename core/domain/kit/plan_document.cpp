#include "core/domain/kit/plan_document.h"

#include <algorithm>

#include "core/domain/assumptions.h"
#include "core/domain/decision_words.h"
#include "core/domain/guide/decision_choices.h"
#include "core/domain/kit/access_matrix.h"
#include "core/domain/kit/forecast_document.h"
#include "core/domain/kit/markdown.h"
#include "core/domain/kit/plan_words.h"
#include "core/domain/number_text.h"
#include "core/domain/readiness.h"

namespace atrium::domain::kit {
namespace {

std::string heading(const KitFacts& facts) {
    const std::optional<Date> opening = target_date(facts.project);
    std::string text = "# " + markdown_text(facts.project.name) + ": launch plan\n\n";
    text += "For " + markdown_text(facts.profile.name) + ". Made on " +
            long_date(facts.context.today) + " with Atrium.\n\n";
    text += opening ? "Opening day: **" + long_date(*opening) + "** (" +
                          timeline_state_label(facts.schedule.state) + "). "
                    : "Opening day: not decided. ";
    text += "Open work before it: " + hours_text(facts.schedule.hours_before_opening) + " at " +
            hours_text(facts.profile.hours_per_week) + " a week; the doors could open on " +
            long_date(facts.schedule.earliest_opening) + ".\n";
    if (opening && facts.schedule.slip_days > 0) {
        text += "\nAt this pace opening day slips by " +
                count_text(facts.schedule.slip_days, "day", "days") +
                ". Skip work, add hours, or move the day.\n";
    }
    return text;
}

std::string readiness_part(const KitFacts& facts) {
    if (!facts.forecast) {
        return "";
    }
    const Result<Readiness> answer = readiness({facts.profile, facts.forecast->basis});
    if (!answer) {
        return "";
    }
    std::string text = "\n## Ready?\n\n**" + markdown_text(answer.value().headline) + ".** " +
                       markdown_text(answer.value().sentence) + "\n\n";
    for (const ReadinessReason& reason : answer.value().reasons) {
        text += "- " + markdown_text(reason.text) + "\n";
    }
    return text + "\nFirst: " + markdown_text(answer.value().first_step) + "\n";
}

std::string decisions_part(const KitFacts& facts) {
    std::string text =
        "\n## Decisions\n\n" + markdown_row({"What", "Decided", "Why", "On"}) + markdown_rule(4);
    for (const DecisionCategory category : kDecisionCategories) {
        const Decision* decision = current_decision(facts.project, category);
        const std::string& title = built_in_template().decision(category).title;
        text += decision == nullptr
                    ? markdown_row({title, "open", "", ""})
                    : markdown_row({title,
                                    decision_label(facts.project, decision->slots),
                                    standing_reason(
                                        facts.workspace, facts.project, *decision, facts.context),
                                    short_date(decision->on)});
    }
    return text;
}

std::string task_row(const KitFacts& facts, const PlannedTask& task) {
    const TaskWords words = task_words(facts, task);
    const ScheduledTask* dates = facts.schedule.task(task.id);
    return markdown_row({task.done      ? "☑"
                         : task.skipped ? "skipped"
                                        : "☐",
                         words.title + (words.note.empty() ? "" : " (" + words.note + ")"),
                         hours_text(task.hours),
                         dates != nullptr ? short_date(dates->start) : "",
                         dates != nullptr ? short_date(dates->end) : "",
                         words.deliverable});
}

std::string tasks_part(const KitFacts& facts) {
    std::string text = "\n## Tasks\n\n" + built_in_template().hours_note + "\n";
    for (const Phase& phase : built_in_template().phases) {
        text += "\n### " + std::to_string(phase.number) + ". " + phase.title + "\n\n" +
                markdown_row({"", "Task", "Hours", "Start", "End", "Deliverable"}) +
                markdown_rule(6);
        for (const PlannedTask& task : facts.tasks) {
            text += task.phase == phase.number ? task_row(facts, task) : "";
        }
    }
    return text;
}

std::string run_book_part(const KitFacts& facts) {
    if (facts.run_book.empty()) {
        return "";
    }
    std::string text = "\n## The 30 days after opening\n";
    for (const RunBookStep& step : facts.run_book) {
        text += "\n### Day " + std::to_string(step.day) +
                (step.date ? ", " + short_date(*step.date) : "") + ": " +
                markdown_text(step.title) + "\n\n" + markdown_text(step.text) + "\n";
        if (step.gate) {
            std::string lines = gate_text(*step.gate);
            text += "\n";
            for (std::size_t end = 0; !lines.empty(); lines.erase(0, end + 1)) {
                end = std::min(lines.find('\n'), lines.size());
                text += "- " + markdown_text(lines.substr(0, end)) + "\n";
            }
            text += "- Marks: " + markdown_text(step.gate->pass.source) + "; " +
                    markdown_text(step.gate->fail.source) + "\n";
        }
    }
    return text;
}

constexpr std::string_view kStyle = R"(
body { font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; color: #1d1b22;
  max-width: 56rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { margin-top: 2.4rem; border-bottom: 1px solid #cfcad6; padding-bottom: .3rem; }
h3 { margin-top: 1.6rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border: 1px solid #cfcad6; }
th { background: #f3f1f6; }
tr, h2, h3 { break-inside: avoid; }
h2, h3 { break-after: avoid; }
@media print { body { font-size: 10.5pt; margin: 0; max-width: none; } th { background: none; } }
@page { margin: 16mm; }
)";

}  // namespace

std::string plan_markdown(const KitFacts& facts) {
    std::string text =
        heading(facts) + readiness_part(facts) + decisions_part(facts) + tasks_part(facts);
    text += "\n## Who may enter what\n\n" + access_matrix_table(facts.community);
    text += facts.forecast ? forecast_part(*facts.forecast)
                           : "\n## Forecast\n\n" + markdown_text(facts.forecast_problem) + "\n";
    return text + run_book_part(facts);
}

std::string plan_page(std::string_view title, std::string_view markdown) {
    std::string page = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    page +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n";
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
            html_text(title) + "</title>\n<style>";
    page += kStyle;
    page += "</style>\n</head>\n<body>\n<main>\n" + html_from_markdown(markdown);
    return page + "</main>\n</body>\n</html>\n";
}

}  // namespace atrium::domain::kit
