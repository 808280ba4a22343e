// How the plan's values read in the kit: the same words in the table, the calendar and the document.
#pragma once

#include <string>

#include "core/domain/kit/facts.h"
#include "core/domain/plan_template.h"

namespace atrium::domain::kit {

struct TaskWords {
    std::string phase;  // "1 Foundation"
    std::string title;
    std::string status;  // open, done, skipped
    std::string note;    // of the completion, or why it was skipped
    std::string guidance;
    std::string deliverable;
    std::string done_when;
    std::string after;  // the titles of what comes before it
    std::string steps;  // on the decided platform and for this creator, a line each
    double cost_usd = 0.0;
};

[[nodiscard]] TaskWords task_words(const KitFacts& facts, const PlannedTask& task);

[[nodiscard]] std::string whose_text(const Assumption& assumption);  // "your own", "our estimate"

[[nodiscard]] std::string figure_value_text(const NamedFigure& named);  // "7%", "$89", "3,900"

// "22 Nov 2026, 14:05 UTC"
[[nodiscard]] std::string moment_text(Millis at);

}  // namespace atrium::domain::kit
