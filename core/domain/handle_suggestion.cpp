#include "core/domain/change_plan.h"
#include "core/domain/decision_task.h"
#include "core/domain/handler.h"

namespace atrium::domain {
namespace {

// Null when it is not there or has been answered.
const Suggestion* open_suggestion(const Project& project, SuggestionId id) {
    for (const Suggestion& suggestion : project.suggestions) {
        if (suggestion.id == id && suggestion.state == Suggestion::State::Open) {
            return &suggestion;
        }
    }
    return nullptr;
}

Error suggestion_closed() {
    return {"suggestion-closed", "That suggestion has already been answered.", ""};
}

Decision confirmed_decision(const Workspace& workspace,
                            const Context& context,
                            const ProposedDecision& proposed,
                            const Suggestion& suggestion) {
    Decision decision;
    decision.id = DecisionId{workspace.last_id + 1};
    decision.slots = proposed.slots;
    decision.rationale = proposed.rationale;
    // The creator's word has made it certain.
    decision.confidence = 1;
    decision.source = DecisionSource::User;
    decision.message = suggestion.message;
    decision.at = context.now;
    decision.on = context.today;
    return decision;
}

Events confirmed_change(const Workspace& workspace,
                        const Project& project,
                        const Suggestion& suggestion) {
    const PlanChange& change = std::get<ProposedPlanChange>(suggestion.action).change;
    Events events = plan_change_events(workspace, project, change, "creator");
    if (events) {
        events.value().push_back(
            PlanChangeNoted{suggestion.message, plan_change_words(project, change), 1});
    }
    return events;
}

// What a suggestion stands for, as the creator's own.
Events confirmed(const Workspace& workspace,
                 const Context& context,
                 const Project& project,
                 const Suggestion& suggestion) {
    if (const auto* proposed = std::get_if<ProposedDecision>(&suggestion.action)) {
        return decision_events(project,
                               confirmed_decision(workspace, context, *proposed, suggestion),
                               CompletedVia::AiConfirmed);
    }
    if (const auto* task = std::get_if<ProposedTask>(&suggestion.action)) {
        return one(TaskCompleted{
            task->task_id, CompletedVia::AiConfirmed, suggestion.message, 1, task->note});
    }
    return confirmed_change(workspace, project, suggestion);
}

}  // namespace

Events Handler::operator()(const ConfirmSuggestion& command) const {
    return in_project([&](const Project& project) -> Events {
        const Suggestion* suggestion = open_suggestion(project, command.id);
        if (suggestion == nullptr) {
            return suggestion_closed();
        }
        Events events = confirmed(workspace, context, project, *suggestion);
        if (events) {
            events.value().insert(events.value().begin(),
                                  SuggestionResolved{suggestion->id, Suggestion::State::Confirmed});
        }
        return events;
    });
}

Events Handler::operator()(const DismissSuggestion& command) const {
    return in_project([&](const Project& project) -> Events {
        const Suggestion* suggestion = open_suggestion(project, command.id);
        if (suggestion == nullptr) {
            return suggestion_closed();
        }
        return one(SuggestionResolved{suggestion->id, Suggestion::State::Dismissed});
    });
}

}  // namespace atrium::domain
