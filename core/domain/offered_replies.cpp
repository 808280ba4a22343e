#include "core/domain/offered_replies.h"

#include <algorithm>

namespace atrium::domain {
namespace {

// After the answer and before the creator's next message: ids are given in the order of what happens.
bool decided_between(const Project& project, DecisionCategory asked, const Message& answer) {
    const auto next =
        std::find_if(project.messages.begin(), project.messages.end(), [&](const Message& message) {
            return message.author == Author::Creator && message.id.value > answer.id.value;
        });
    return current_decision(project, asked) != nullptr &&
           std::any_of(
               project.decisions.begin(), project.decisions.end(), [&](const Decision& decision) {
                   return category_of(decision.slots) == asked &&
                          decision.id.value > answer.id.value &&
                          (next == project.messages.end() || decision.id.value < next->id.value);
               });
}

}  // namespace

std::vector<std::string> offered_replies(const Project& project, const Message& answer) {
    const std::optional<DecisionCategory> asked = category_from_id(answer.topic);
    if (!asked || !decided_between(project, *asked, answer)) {
        return answer.quick_replies;
    }
    const bool all_made = std::all_of(
        kDecisionCategories.begin(), kDecisionCategories.end(), [&](DecisionCategory category) {
            return current_decision(project, category) != nullptr;
        });
    if (all_made) {
        return {"What should I do this week?", "Show the plan", "How much would I earn?"};
    }
    return {"What comes next?"};
}

}  // namespace atrium::domain
