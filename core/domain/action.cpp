#include "core/domain/action.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/tool_input.h"

namespace atrium::domain {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxNoteBytes = 2'000;
constexpr std::size_t kMaxTitleBytes = 200;
constexpr std::size_t kMaxMarkdownBytes = 100'000;

Result<Action> finished(const ToolInput& input, Action action) {
    if (input.problem()) {
        return *input.problem();
    }
    return action;
}

Result<Action> decision_from(const json& object) {
    ToolInput input("record_decision", object, {"category", "slots", "rationale", "confidence"});
    const std::string category_text = input.required_text("category", kMaxWordBytes);
    const auto category = category_from_id(category_text);
    if (!category) {
        input.fail("\"category\" must be one of platform, pricing, structure, timeline, content.");
    }
    const std::string slots_text = input.object("slots");
    ProposedDecision decision;
    decision.rationale = input.optional_text("rationale", kMaxNoteBytes);
    decision.confidence = input.confidence();
    if (category) {
        Result<DecisionSlots> slots = slots_from_json(*category, slots_text);
        if (slots) {
            decision.slots = std::move(slots).value();
        } else {
            input.fail("in \"slots\" for " + category_text + ": " + slots.error().message);
        }
    }
    return finished(input, decision);
}

Result<Action> task_from(const json& object) {
    ToolInput input("complete_task", object, {"task_id", "note", "confidence"});
    ProposedTask task;
    task.task_id = input.task_id("task_id");
    task.note = input.optional_text("note", kMaxNoteBytes);
    task.confidence = input.confidence();
    return finished(input, task);
}

Result<Action> next_steps_from(const json& object) {
    ToolInput input("suggest_next_steps", object, {"suggestions", "topic"});
    NextSteps steps;
    steps.suggestions = input.suggestions();
    steps.topic = input.optional_text("topic", kMaxWordBytes);
    return finished(input, steps);
}

bool is_kebab(const std::string& word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '-';
    });
}

Result<Action> document_from(const json& object) {
    ToolInput input("save_document", object, {"kind", "title", "markdown", "task_id"});
    ProposedDocument document;
    document.kind = input.required_text("kind", kMaxWordBytes);
    if (!is_kebab(document.kind)) {
        input.fail(
            "\"kind\" must be a word such as \"member-promise\": small letters and hyphens.");
    }
    document.title = input.required_text("title", kMaxTitleBytes);
    document.markdown = input.required_text("markdown", kMaxMarkdownBytes);
    if (input.has("task_id") && !input.optional_text("task_id", kMaxWordBytes).empty()) {
        document.task_id = input.task_id("task_id");
    }
    return finished(input, document);
}

constexpr std::array<std::pair<std::string_view, PlanChange::Kind>, 7> kPlanActions = {{
    {"add", PlanChange::Kind::Add},
    {"edit", PlanChange::Kind::Edit},
    {"remove", PlanChange::Kind::Remove},
    {"skip", PlanChange::Kind::Skip},
    {"restore", PlanChange::Kind::Restore},
    {"estimate", PlanChange::Kind::Estimate},
    {"move", PlanChange::Kind::Move},
}};

// What each action cannot do without; what it would make of the rest, the plan itself checks.
void require_fields(ToolInput& input, const PlanChange& change) {
    using Kind = PlanChange::Kind;
    if (change.kind == Kind::Add && change.title.empty()) {
        input.fail("\"title\" is missing: what is the task to be called?");
    }
    if (change.kind == Kind::Add && !change.hours) {
        input.fail("\"hours\" is missing: how long will it take the creator?");
    }
    if (change.kind == Kind::Estimate && !change.hours) {
        input.fail("\"hours\" is missing: how long does the creator say it takes?");
    }
    if (change.kind == Kind::Skip && change.note.value_or("").empty()) {
        input.fail("\"note\" is missing: say in a few words why the creator leaves it out.");
    }
}

Result<Action> plan_change_from(const json& object) {
    ToolInput input("update_plan",
                    object,
                    {"action",
                     "task_id",
                     "title",
                     "phase",
                     "hours",
                     "prerequisites",
                     "note",
                     "before",
                     "confidence"});
    ProposedPlanChange proposed;
    PlanChange& change = proposed.change;
    const std::string action = input.required_text("action", kMaxWordBytes);
    const auto kind = std::find_if(kPlanActions.begin(), kPlanActions.end(), [&](const auto& one) {
        return one.first == action;
    });
    if (kind == kPlanActions.end()) {
        input.fail("\"action\" must be one of add, edit, remove, skip, restore, estimate, move.");
        return finished(input, proposed);
    }
    change.kind = kind->second;
    if (change.kind != PlanChange::Kind::Add) {
        change.task_id = input.task_id("task_id");
    }
    change.title = input.optional_text("title", kMaxTitleBytes);
    if (const std::optional<double> phase = input.optional_number("phase")) {
        if (*phase != 1 && *phase != 2 && *phase != 3 && *phase != 4) {
            input.fail("\"phase\" must be 1, 2, 3 or 4.");
        } else {
            change.phase = static_cast<int>(*phase);
        }
    }
    change.hours = input.optional_number("hours");
    change.prerequisites = input.optional_task_ids("prerequisites");
    if (input.has("note")) {
        change.note = input.optional_text("note", kMaxNoteBytes);
    }
    if (input.has("before") && !input.optional_text("before", kMaxWordBytes).empty()) {
        change.before = input.task_id("before");
    }
    proposed.confidence = input.confidence();
    require_fields(input, change);
    return finished(input, proposed);
}

}  // namespace

Result<Action> action_from_tool(std::string_view tool_name, std::string_view input_json) {
    const json object = json::parse(input_json, nullptr, false);
    if (!object.is_object()) {
        return Error{"tool-input-invalid",
                     std::string(tool_name) + ": the input must be a JSON object.",
                     ""};
    }
    if (tool_name == "record_decision") {
        return decision_from(object);
    }
    if (tool_name == "complete_task") {
        return task_from(object);
    }
    if (tool_name == "suggest_next_steps") {
        return next_steps_from(object);
    }
    if (tool_name == "save_document") {
        return document_from(object);
    }
    if (tool_name == "update_plan") {
        return plan_change_from(object);
    }
    return Error{"tool-unknown",
                 "There is no such tool. The tools are record_decision, complete_task, "
                 "suggest_next_steps, save_document and update_plan.",
                 ""};
}

}  // namespace atrium::domain
