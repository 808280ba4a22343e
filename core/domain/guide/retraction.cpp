#include "core/domain/guide/retraction.h"

#include <algorithm>

#include "core/domain/decision_words.h"

namespace atrium::domain::guide {

const Decision* given_up(const Scene& scene) {
    const Reading& reading = scene.reading;
    if (!reading.means("give_up") || reading.question) {
        return nullptr;
    }
    const Project& project = *scene.talk.project;
    if (!reading.platforms.empty()) {
        const auto* stands = current_slots<PlatformSlots>(project);
        const bool named = stands != nullptr && std::find(reading.platforms.begin(),
                                                          reading.platforms.end(),
                                                          stands->name) != reading.platforms.end();
        return named ? current_decision(project, DecisionCategory::Platform) : nullptr;
    }
    for (const DecisionCategory subject : reading.subjects) {
        if (const Decision* decision = current_decision(project, subject)) {
            return decision;
        }
    }
    return nullptr;
}

Part reopen(const Scene& scene, const Decision& decision) {
    const DecisionCategory category = category_of(decision.slots);
    const std::vector<Choice> choices = scene.choices(category);
    const std::string label = label_of(scene.talk, decision.slots);
    const std::string words = category_words(category);
    Part part;
    part.replies = replies_without(choices, decision.slots);
    Facts facts = label_facts(scene.talk, decision.slots);
    facts["category"] = "the " + words;
    facts["Category"] = "The " + words;
    for (const Choice& choice : choices) {
        // A bare yes takes the first reply, so that is what is asked about.
        if (!part.replies.empty() && choice.reply == part.replies.front()) {
            facts["other"] = label_in_sentence(choice.slots, choice.label);
        }
    }
    part.text = scene.say("give_up", facts);
    part.replies.resize(std::min(part.replies.size(), kMaxReplies - 1));
    part.replies.push_back("Keep " + label);
    part.topic = category_id(category);
    part.follow = Follow::Nothing;
    return part;
}

}  // namespace atrium::domain::guide
