#include "core/domain/carry_out.h"

#include <utility>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/decision_task.h"
#include "core/domain/decision_words.h"
#include "core/domain/staleness.h"

namespace atrium::domain {
namespace {

struct CarryOut {
    const Workspace& workspace;
    const Project& project;
    const Origin& origin;
    const Context& context;

    ActionOutcome operator()(const ProposedDecision& proposed) const {
        const std::string label = decision_label(project, proposed.slots);
        const Decision* current = current_decision(project, category_of(proposed.slots));
        if (current != nullptr && current->slots == proposed.slots) {
            return {{}, "Already recorded: " + label + "."};
        }
        if (proposed.confidence < kApplyConfidence) {
            ProposedDecision shown = proposed;
            // Ours is worked out when it is shown; once confirmed, nothing tells it from the person's.
            if (origin.source == DecisionSource::Guide) {
                shown.rationale.clear();
            }
            return suggest(shown, shown.confidence, label);
        }
        Decision decision;
        decision.id = DecisionId{workspace.last_id + 1};
        decision.slots = proposed.slots;
        decision.rationale = proposed.rationale;
        decision.confidence = proposed.confidence;
        decision.source = origin.source;
        decision.message = origin.message;
        decision.at = context.now;
        decision.on = context.today;
        const std::string before =
            current == nullptr
                ? ""
                : " It replaces " +
                      label_in_sentence(current->slots, decision_label(project, current->slots)) +
                      ".";
        return {decision_events(project, std::move(decision), CompletedVia::AiAuto),
                "Recorded: " + label + "." + before};
    }

    ActionOutcome operator()(const ProposedTask& proposed) const {
        if (!has_task(project, proposed.task_id)) {
            return no_task(proposed.task_id);
        }
        const std::string title = task_title(project, proposed.task_id);
        if (task_is_done(project, proposed.task_id)) {
            return {{}, "Already done: " + title + "."};
        }
        if (proposed.confidence < kApplyConfidence) {
            return suggest(proposed, proposed.confidence, title);
        }
        return {{TaskCompleted{proposed.task_id,
                               CompletedVia::AiAuto,
                               origin.message,
                               proposed.confidence,
                               proposed.note}},
                "Marked as done: " + title + "."};
    }

    ActionOutcome operator()(const NextSteps&) const { return {{}, "Shown to the creator."}; }

    ActionOutcome operator()(const ProposedDocument& proposed) const {
        if (!proposed.task_id.empty() && !has_task(project, proposed.task_id)) {
            return no_task(proposed.task_id);
        }
        const Document* known = find_document(project, proposed.kind, proposed.task_id);
        const bool is_new = known == nullptr;
        const DocumentId id = is_new ? DocumentId{workspace.last_id + 1} : known->id;
        return {{DocumentSaved{id,
                               proposed.kind,
                               proposed.title,
                               proposed.task_id,
                               proposed.markdown,
                               origin.author,
                               standing_values(project),
                               origin.message}},
                is_new ? "Saved as a new document." : "Saved as a new version."};
    }

    ActionOutcome operator()(const ProposedPlanChange& proposed) const {
        Result<std::vector<Event>> changed =
            plan_change_events(workspace, project, proposed.change, origin.author);
        if (!changed) {
            return {{}, changed.error().message, true};
        }
        const std::string words = plan_change_words(project, proposed.change);
        if (changed.value().empty()) {
            return {{}, "The plan already says so: " + words + "."};
        }
        if (proposed.confidence < kApplyConfidence) {
            return suggest(proposed, proposed.confidence, words);
        }
        ActionOutcome outcome{std::move(changed).value(), words + "."};
        if (const auto* added = std::get_if<TaskAdded>(&outcome.events.front())) {
            outcome.answer += " Its id is " + added->task.id + ".";
        }
        outcome.events.push_back(PlanChangeNoted{origin.message, words, proposed.confidence});
        return outcome;
    }

 private:
    static ActionOutcome no_task(const std::string& id) {
        return {{}, "There is no task \"" + id + "\" in the plan.", true};
    }

    template <typename Proposed>
    ActionOutcome suggest(const Proposed& proposed,
                          double confidence,
                          const std::string& label) const {
        if (confidence < kSuggestConfidence) {
            return {{}, "Not recorded: the creator has not committed to " + label + " yet."};
        }
        Suggestion suggestion;
        suggestion.id = SuggestionId{workspace.last_id + 1};
        suggestion.action = proposed;
        suggestion.message = origin.message;
        return {{SuggestionMade{std::move(suggestion)}},
                "Shown as a suggestion that the creator can confirm: " + label + "."};
    }
};

}  // namespace

ActionOutcome carry_out(const Workspace& workspace,
                        const Action& action,
                        const Origin& origin,
                        const Context& context) {
    const Project* project = active_project(workspace);
    if (project == nullptr) {
        return {{}, "No launch is open.", true};
    }
    return std::visit(CarryOut{workspace, *project, origin, context}, action);
}

}  // namespace atrium::domain
