#include "core/domain/guide/propose.h"

#include <algorithm>
#include <utility>

#include "core/domain/detector/detector.h"
#include "core/domain/detector/particulars.h"
#include "core/domain/guide/answers.h"
#include "core/domain/guide/bare_day.h"
#include "core/domain/guide/currency_meant.h"
#include "core/domain/guide/plan_words.h"
#include "core/domain/guide/values.h"
#include "core/domain/guide/weigh.h"
#include "core/protocol/ascii.h"

namespace atrium::domain::guide {
namespace {

constexpr double kTentative = 0.65;  // "mid January, maybe the 15th?"
constexpr double kResigned = 0.70;   // "whatever, take Circle"; a day without its month
constexpr double kNamed = 0.90;      // names for the channels that were decided
constexpr double kCorrected = 0.78;  // "Circle it is, no wait, Discord"

// The decision a bare value answers: the question at hand, or the one the creator turns back to.
std::optional<DecisionCategory> asked_category(const Scene& scene) {
    if (scene.reading.means("go_back") && scene.reading.subjects.size() == 1) {
        return scene.reading.subjects.front();
    }
    return scene.talk.asked;
}

// "Circle it is, no wait, Discord": what follows the correction counts, and is asked about.
void take_corrections(const Scene& scene, std::vector<ProposedDecision>& found) {
    static const std::vector<std::string_view> kTurns = {"no wait",
                                                         "wait no",
                                                         "wait, ",
                                                         "scratch that",
                                                         "correction",
                                                         "i mean ",
                                                         "i meant ",
                                                         "sorry, "};
    const std::string text = ascii::lowered(scene.text);
    std::size_t turn = std::string::npos;
    for (const std::string_view words : kTurns) {
        const std::size_t at = text.find(words);
        turn = at == text.npos ? turn : std::min(turn, at + words.size());
    }
    if (turn == std::string::npos || scene.reading.question) {
        return;
    }
    for (ProposedDecision& proposed : found) {
        const auto later = slots_mentioned(category_of(proposed.slots),
                                           std::string_view(scene.text).substr(turn),
                                           scene.talk.context.today);
        if (later && *later != proposed.slots && *later != DecisionSlots(TimelineSlots{})) {
            proposed.slots = *later;
            proposed.confidence = kCorrected;
        }
    }
}

// "8 channels, 1 tier and 3 roles I think": what is asked about is asked about as a whole.
void complete_counts(const Scene& scene, std::vector<ProposedDecision>& found) {
    for (ProposedDecision& proposed : found) {
        auto* counts = std::get_if<StructureSlots>(&proposed.slots);
        if (counts == nullptr || proposed.confidence >= kApplyConfidence) {
            continue;
        }
        const auto all =
            slots_mentioned(DecisionCategory::Structure, scene.text, scene.talk.context.today);
        if (all) {
            const auto& named = std::get<StructureSlots>(*all);
            counts->tiers = counts->tiers ? counts->tiers : named.tiers;
            counts->channels = counts->channels ? counts->channels : named.channels;
            counts->roles = counts->roles ? counts->roles : named.roles;
        }
    }
}

// A bare number that answers the question at hand is no price as well.
void drop_second_meaning(const Scene& scene,
                         DecisionCategory asked,
                         std::vector<ProposedDecision>& found) {
    const Reading& reading = scene.reading;
    if (asked == DecisionCategory::Pricing || reading.numbers.size() != 1 ||
        !reading.subjects.empty() || found.size() < 2) {
        return;
    }
    std::erase_if(found, [](const ProposedDecision& proposed) {
        return std::holds_alternative<PricingSlots>(proposed.slots);
    });
}

void propose_decisions(const Scene& scene, Proposals& proposals) {
    if (auto meant = price_in_currency_meant(scene); meant && settle(scene, *meant)) {
        proposals.decisions.push_back(std::move(*meant));
        return;
    }
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
    if (asked) {
        drop_second_meaning(scene, *asked, found);
    }
    if (found.empty()) {
        if (auto elsewhere = answer_to_other_question(scene, asked)) {
            found.push_back(*elsewhere);
        }
    }
    const auto* standing = current_slots<StructureSlots>(*scene.talk.project);
    if (found.empty() && standing != nullptr && !scene.reading.question &&
        !scene.reading.doubting && !channel_names_in(scene.text).empty()) {
        found.push_back({*standing, "", kNamed});  // "call them Glazes, Throwing and Live"
    }
    if (found.empty() && is_tentative(scene)) {
        if (const std::optional<DecisionSlots> value = value_weighed(scene)) {
            found.push_back({*value, "", kTentative});
        }
    }
    std::erase_if(found, [&](const ProposedDecision& proposed) {
        return proposed.slots == DecisionSlots(TimelineSlots{}) &&
               !rough_day(scene.text, scene.talk.context.today);
    });
    take_corrections(scene, found);
    complete_counts(scene, found);
    for (ProposedDecision& proposed : found) {
        proposed.slots = with_particulars(proposed.slots, scene.text, scene.talk.context.today);
        const bool timeline = std::holds_alternative<TimelineSlots>(proposed.slots);
        if (scene.reading.indifferent || (timeline && names_bare_day(scene.text))) {
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
    // "Your numbers are made up" reports no review of them.
    const bool objects = scene.reading.means("why") || scene.reading.means("complaint");
    if (objects && scene.reading.clauses.size() == 1) {
        return;
    }
    const Detection detection = detect(scene.text, Speaker::User, scene.talk.context.today);
    for (const DetectedTask& task : detection.tasks) {
        // "December is full of fairs" is a complaint about a month and no report of its plan.
        if (task.confidence < kApplyConfidence && guide::objects(scene.text)) {
            continue;
        }
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
