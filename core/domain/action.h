// What a message can change: the typed actions that Claude's tools, the built-in guide and the
// detector all lead to. An action is checked like any other input before it becomes events.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/domain/decision.h"
#include "core/domain/document.h"
#include "core/domain/plan_change.h"
#include "core/protocol/result.h"

namespace atrium::domain {

struct ProposedDecision {
    DecisionSlots slots;
    std::string rationale;
    double confidence = 0;  // 0 to 1

    bool operator==(const ProposedDecision&) const = default;
};

struct ProposedTask {
    std::string task_id;
    std::string note;
    double confidence = 0;

    bool operator==(const ProposedTask&) const = default;
};

struct ProposedPlanChange {
    PlanChange change;
    double confidence = 0;

    bool operator==(const ProposedPlanChange&) const = default;
};

// Quick replies for the creator's next turn. `topic` names the question they answer.
struct NextSteps {
    std::vector<std::string> suggestions;
    std::string topic;

    bool operator==(const NextSteps&) const = default;
};

struct ProposedDocument {
    DocumentKind kind;
    std::string title;
    std::string markdown;
    std::string task_id;  // empty when it belongs to none

    bool operator==(const ProposedDocument&) const = default;
};

using Action =
    std::variant<ProposedDecision, ProposedTask, NextSteps, ProposedDocument, ProposedPlanChange>;

// From this confidence on an action is applied at once and can be undone.
inline constexpr double kApplyConfidence = 0.85;
// From this one on it is shown as a suggestion to confirm; below it nothing happens.
inline constexpr double kSuggestConfidence = 0.60;

// The action behind a tool call (record_decision, complete_task, suggest_next_steps, save_document,
// update_plan).
// The error's message is written for the model: it names the field and what would be accepted.
Result<Action> action_from_tool(std::string_view tool_name, std::string_view input_json);

}  // namespace atrium::domain
