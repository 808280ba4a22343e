#include "core/domain/guide/propose.h"

#include <algorithm>
#include <utility>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/answers.h"
#include "core/domain/guide/plan_words.h"
#include "core/domain/guide/values.h"
#include "core/domain/guide/weigh.h"

namespace atrium::domain::guide {
namespace {

constexpr double kTentative = 0.65;  // "mid January, maybe the 15th?"
constexpr double kResigned = 0.70;   // "whatever, take Circle"

// The decision a bare value answers: the question at hand, or the one the creator turns back to.
std::optional<DecisionCategory> asked_category(const Scene& scene) {
    if (scene.reading.means("go_back") && scene.reading.subjects.size() == 1) {
        return scene.reading.subjects.front();
    }
    return scene.talk.asked;
}

void propose_decisions(const Scene& scene, Proposals& proposals) {
    std::vector<ProposedDecision> found;
    const std::optional<DecisionCategory> asked = asked_category(scene);
    if (asked) {
        if (auto offered = answer_from_offered(scene, *asked)) {
            found.push_back(*offered);
        }
    }
    const Detection detection = detect(scene.text, Speaker::User, scene.talk.context.today);
    for (const DetectedDecision& decision : detection.decisions) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const auto& other) {
            return category_of(other.slots) == category_of(decision.slots);
        });
        if (!known) {
            found.push_back({decision.slots, "", decision.confidence});
        }
    }
    // What the detector is not sure of by itself may be plain as an answer to the question.
    const auto answer = std::find_if(found.begin(), found.end(), [&](const auto& other) {
        return category_of(other.slots) == asked;
    });
    const bool answered = answer != found.end() && answer->confidence >= kApplyConfidence;
    if (asked && !answered) {
        auto mentioned = answer_from_mention(scene, *asked);
        if (mentioned && answer == found.end()) {
            found.push_back(*mentioned);
        } else if (mentioned && mentioned->confidence > answer->confidence) {
            *answer = *mentioned;
        }
    }
    if (found.empty()) {
        if (auto elsewhere = answer_to_other_question(scene, asked)) {
            found.push_back(*elsewhere);
        }
    }
    if (found.empty() && is_tentative(scene)) {
        if (const std::optional<DecisionSlots> value = value_weighed(scene)) {
            found.push_back({*value, "", kTentative});
        }
    }
    for (ProposedDecision& proposed : found) {
        if (scene.reading.indifferent) {
            proposed.confidence = std::min(proposed.confidence, kResigned);
        }
        if (settle(scene, proposed)) {
            proposals.decisions.push_back(std::move(proposed));
        } else {
            proposals.past_date = true;
        }
    }
}

void propose_tasks(const Scene& scene, Proposals& proposals) {
    const Detection detection = detect(scene.text, Speaker::User, scene.talk.context.today);
    for (const DetectedTask& task : detection.tasks) {
        proposals.tasks.push_back({task.task_id, scene.say("task_note.said"), task.confidence});
    }
}

}  // namespace

Proposals propose(const Scene& scene) {
    Proposals proposals;
    if (scene.reading.nonsense || scene.reading.foreign) {
        return proposals;
    }
    proposals.plan = plan_changes_said(*scene.talk.project, scene.text);
    // "Add a task: raise the price to $39" is about the plan and decides nothing.
    if (!proposals.plan.empty() && scene.reading.clauses.size() == 1) {
        return proposals;
    }
    propose_decisions(scene, proposals);
    propose_tasks(scene, proposals);
    return proposals;
}

}  // namespace atrium::domain::guide
