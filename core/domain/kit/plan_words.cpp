#include "core/domain/kit/plan_words.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "core/domain/creator_task.h"
#include "core/domain/number_text.h"

namespace atrium::domain::kit {
namespace {

constexpr Millis kDay = 24LL * 60 * 60 * 1000;

std::string plain_number(double value) {
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.6g", value);
    return buffer.data();
}

void add_creator_task(TaskWords& words, const CreatorTask& task, const Project& project) {
    words.title = task.spec.title;
    words.guidance = task.spec.guidance;
    words.deliverable = task.spec.deliverable;
    words.done_when = task.spec.definition_of_done;
    words.cost_usd = task.spec.cost_usd;
    for (const std::vector<std::string>* steps : {&task.platform_steps, &task.steps}) {
        for (const std::string& step : *steps) {
            words.steps += (words.steps.empty() ? "- " : "\n- ") + step;
        }
    }
    for (const std::string& id : task.spec.prerequisites) {
        words.after += (words.after.empty() ? "" : "; ") + task_short_title(project, id);
    }
}

}  // namespace

TaskWords task_words(const KitFacts& facts, const PlannedTask& task) {
    const Phase* phase = built_in_template().phase(task.phase);
    const auto record = facts.project.tasks.find(task.id);
    TaskWords words;
    words.phase = std::to_string(task.phase) + (phase != nullptr ? " " + phase->title : "");
    words.title = task.id;
    words.status = task.done ? "done" : task.skipped ? "skipped" : "open";
    if (record != facts.project.tasks.end()) {
        words.note = task.skipped ? record->second.skip_reason : record->second.note;
    }
    if (const auto own = creator_task(facts.workspace, facts.project, task.id)) {
        add_creator_task(words, *own, facts.project);
    }
    return words;
}

std::string whose_text(const Assumption& assumption) {
    return assumption.own                         ? "your own"
           : assumption.named.figure.our_estimate ? "our estimate"
                                                  : "as named";
}

std::string figure_value_text(const NamedFigure& named) {
    const double value = named.figure.value;
    if (named.unit == "percent") {
        return plain_number(std::round(value * 100) / 100) + "%";
    }
    if (named.unit == "count") {
        return number_text(std::llround(value));
    }
    if (named.id.starts_with("rate.")) {
        return plain_number(value);
    }
    return money_text(value, named.unit == "usd" ? "USD" : named.unit);
}

std::string moment_text(Millis at) {
    const Millis days = at >= 0 ? at / kDay : (at - kDay + 1) / kDay;
    const int minutes = static_cast<int>((at - days * kDay) / 60'000);
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%02d:%02d UTC", minutes / 60, minutes % 60);
    return short_date(Date{static_cast<std::int32_t>(days)}) + ", " + buffer.data();
}

}  // namespace atrium::domain::kit
