#include <utility>

#include "core/domain/decision_task.h"
#include "core/domain/handler.h"

namespace atrium::domain {

Events Handler::operator()(const RecordDecision& command) const {
    return in_project([&](const Project& project) -> Events {
        const Decision* current = current_decision(project, category_of(command.slots));
        const bool same_reason = command.rationale.empty() ||
                                 (current != nullptr && command.rationale == current->rationale);
        if (current != nullptr && current->slots == command.slots && same_reason) {
            return std::vector<Event>{};
        }
        Decision decision;
        decision.id = DecisionId{workspace.last_id + 1};
        decision.slots = command.slots;
        decision.rationale = command.rationale;
        decision.source = DecisionSource::Manual;
        decision.at = context.now;
        decision.on = context.today;
        return decision_events(project, std::move(decision), CompletedVia::Manual);
    });
}

}  // namespace atrium::domain
