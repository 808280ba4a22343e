// The phrases with which a creator changes the plan, assets/guide/plan_edits.json as patterns.
#pragma once

#include <string>
#include <vector>

#include "core/domain/guide/words.h"
#include "core/domain/plan_change.h"

namespace atrium::domain::guide {

// What is done to a task that the sentence names, and how sure the phrase is of it.
struct PlanEdit {
    PlanChange::Kind kind = PlanChange::Kind::Skip;
    double confidence = 0;
    std::vector<Pattern> patterns;
};

struct PlanEdits {
    std::vector<Pattern> never;  // sentences that say the opposite
    std::vector<PlanEdit> edits;
    // A new task: what its sentence begins and ends with, around the title.
    std::vector<std::string> starts;
    std::vector<std::string> ends;
    std::vector<std::string> opening_words;
    std::vector<std::string> before_opening;
    std::vector<std::string> after_opening;
};

[[nodiscard]] const PlanEdits& plan_edits();

}  // namespace atrium::domain::guide
