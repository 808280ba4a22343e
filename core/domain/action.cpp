#include "core/domain/action.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/plan_template.h"
#include "core/protocol/ascii.h"

namespace atrium::domain {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxNoteBytes = 2'000;
constexpr std::size_t kMaxTitleBytes = 200;
constexpr std::size_t kMaxKindBytes = 60;
constexpr std::size_t kMaxMarkdownBytes = 100'000;
constexpr std::size_t kMaxSuggestions = 4;
constexpr std::size_t kMaxSuggestionBytes = 120;

// Reads the input of one tool call and remembers the first thing wrong with it, with the tool's name
// in front, because a model may have called several at once.
class ToolInput {
 public:
    ToolInput(std::string_view tool,
              const json& input,
              std::initializer_list<std::string_view> known)
        : tool_(tool), input_(input) {
        for (const auto& [key, value] : input.items()) {
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                fail("there is no field \"" + key.substr(0, kMaxKindBytes) + "\"; the fields are " +
                     listed(known) + ".");
            }
        }
    }

    std::string required_text(const char* field, std::size_t most) {
        if (input_.find(field) == input_.end()) {
            fail(quoted(field) + " is missing.");
            return "";
        }
        std::string text = optional_text(field, most);
        if (ascii::is_blank(text)) {
            fail(quoted(field) + " must not be empty.");
        }
        return text;
    }

    std::string optional_text(const char* field, std::size_t most) {
        const auto at = input_.find(field);
        if (at == input_.end()) {
            return "";
        }
        if (!at->is_string() || at->get_ref<const std::string&>().size() > most) {
            fail(quoted(field) + " must be a text of at most " + std::to_string(most) + " bytes.");
            return "";
        }
        return at->get<std::string>();
    }

    double confidence() {
        const auto at = input_.find("confidence");
        const double value = at != input_.end() && at->is_number() ? at->get<double>() : -1.0;
        if (!(value >= 0.0 && value <= 1.0)) {
            fail(
                "\"confidence\" must be a number from 0 to 1: how sure you are that the creator "
                "means it.");
            return 0.0;
        }
        return value;
    }

    std::string task_id(const char* field) {
        const std::string id = required_text(field, kMaxKindBytes);
        if (!is_task_id(id)) {
            fail(quoted(field) + " must be one of the plan's tasks: " + listed(kTaskIds) +
                 ", or the id of an added one (own-…).");
        }
        return id;
    }

    std::optional<double> optional_number(const char* field) {
        const auto at = input_.find(field);
        if (at == input_.end() || at->is_null()) {
            return std::nullopt;
        }
        if (!at->is_number()) {
            fail(quoted(field) + " must be a number.");
            return std::nullopt;
        }
        return at->get<double>();
    }

    std::optional<std::vector<std::string>> optional_task_ids(const char* field) {
        const auto at = input_.find(field);
        if (at == input_.end() || at->is_null()) {
            return std::nullopt;
        }
        std::vector<std::string> ids;
        for (const json& item : at->is_array() ? *at : json::array({json()})) {
            if (!item.is_string() || !is_task_id(item.get_ref<const std::string&>())) {
                fail(quoted(field) + " must be a list of task ids.");
                return std::nullopt;
            }
            ids.push_back(item.get<std::string>());
        }
        return ids;
    }

    std::string object(const char* field) {
        const auto at = input_.find(field);
        if (at == input_.end() || !at->is_object()) {
            fail(quoted(field) +
                 " must be an object with what the creator stated; {} when nothing "
                 "was stated.");
            return "{}";
        }
        return at->dump(-1, ' ', false, json::error_handler_t::replace);
    }

    std::vector<std::string> suggestions() {
        std::vector<std::string> texts;
        const auto at = input_.find("suggestions");
        if (at == input_.end() || !at->is_array() || at->empty() || at->size() > kMaxSuggestions) {
            fail("\"suggestions\" must be a list of 1 to 4 short texts.");
            return texts;
        }
        for (const json& item : *at) {
            if (!item.is_string() || item.get_ref<const std::string&>().empty() ||
                item.get_ref<const std::string&>().size() > kMaxSuggestionBytes) {
                fail(
                    "each of \"suggestions\" must be a text of 1 to 120 bytes, in the creator's "
                    "words.");
                return texts;
            }
            texts.push_back(item.get<std::string>());
        }
        return texts;
    }

    bool has(const char* field) const { return input_.find(field) != input_.end(); }

    void fail(const std::string& problem) {
        if (problem_.empty()) {
            problem_ = tool_ + ": " + problem;
        }
    }

    Result<Action> finished(Action action) const {
        if (!problem_.empty()) {
            return Error{"tool-input-invalid", problem_, ""};
        }
        return action;
    }

 private:
    // Whether an added task exists is the plan's to say.
    static bool is_task_id(const std::string& id) {
        const bool added = id.starts_with(kAddedTaskPrefix) &&
                           id.find_first_not_of("0123456789", kAddedTaskPrefix.size()) == id.npos;
        return added || std::find(kTaskIds.begin(), kTaskIds.end(), id) != kTaskIds.end();
    }

    static std::string quoted(const char* field) { return '"' + std::string(field) + '"'; }

    template <typename Words>
    static std::string listed(const Words& words) {
        std::string list;
        for (const std::string_view word : words) {
            list += (list.empty() ? "" : ", ") + std::string(word);
        }
        return list;
    }

    std::string tool_;
    const json& input_;
    std::string problem_;
};

Result<Action> decision_from(const json& object) {
    ToolInput input("record_decision", object, {"category", "slots", "rationale", "confidence"});
    const std::string category_text = input.required_text("category", kMaxKindBytes);
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
    return input.finished(decision);
}

Result<Action> task_from(const json& object) {
    ToolInput input("complete_task", object, {"task_id", "note", "confidence"});
    ProposedTask task;
    task.task_id = input.task_id("task_id");
    task.note = input.optional_text("note", kMaxNoteBytes);
    task.confidence = input.confidence();
    return input.finished(task);
}

Result<Action> next_steps_from(const json& object) {
    ToolInput input("suggest_next_steps", object, {"suggestions", "topic"});
    NextSteps steps;
    steps.suggestions = input.suggestions();
    steps.topic = input.optional_text("topic", kMaxKindBytes);
    return input.finished(steps);
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
    document.kind = input.required_text("kind", kMaxKindBytes);
    if (!is_kebab(document.kind)) {
        input.fail(
            "\"kind\" must be a word such as \"member-promise\": small letters and hyphens.");
    }
    document.title = input.required_text("title", kMaxTitleBytes);
    document.markdown = input.required_text("markdown", kMaxMarkdownBytes);
    if (input.has("task_id") && !input.optional_text("task_id", kMaxKindBytes).empty()) {
        document.task_id = input.task_id("task_id");
    }
    return input.finished(document);
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
    const std::string action = input.required_text("action", kMaxKindBytes);
    const auto kind = std::find_if(kPlanActions.begin(), kPlanActions.end(), [&](const auto& one) {
        return one.first == action;
    });
    if (kind == kPlanActions.end()) {
        input.fail("\"action\" must be one of add, edit, remove, skip, restore, estimate, move.");
        return input.finished(proposed);
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
    if (input.has("before") && !input.optional_text("before", kMaxKindBytes).empty()) {
        change.before = input.task_id("before");
    }
    proposed.confidence = input.confidence();
    require_fields(input, change);
    return input.finished(proposed);
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
