#include "core/domain/guide/guide_stream.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <nlohmann/json.hpp>

#include "core/domain/guide/guide.h"
#include "core/domain/guide/talk.h"

namespace atrium::domain {
namespace {

using nlohmann::json;
using protocol::StopReason;
using protocol::StreamEvent;

struct ToolCall {
    std::string name;
    json input;
};

struct CallOf {
    ToolCall operator()(const ProposedDecision& decision) const {
        return {"record_decision",
                {{"category", category_id(category_of(decision.slots))},
                 {"slots", json::parse(slots_json(decision.slots), nullptr, false)},
                 {"rationale", decision.rationale},
                 {"confidence", decision.confidence}}};
    }

    ToolCall operator()(const ProposedTask& task) const {
        return {"complete_task",
                {{"task_id", task.task_id}, {"note", task.note}, {"confidence", task.confidence}}};
    }

    ToolCall operator()(const NextSteps& steps) const {
        return {"suggest_next_steps", {{"suggestions", steps.suggestions}, {"topic", steps.topic}}};
    }

    ToolCall operator()(const ProposedDocument& document) const {
        json input = {
            {"kind", document.kind}, {"title", document.title}, {"markdown", document.markdown}};
        if (!document.task_id.empty()) {
            input["task_id"] = document.task_id;
        }
        return {"save_document", std::move(input)};
    }

    ToolCall operator()(const ProposedPlanChange& proposed) const {
        static constexpr std::array kActions = {
            "add", "edit", "remove", "skip", "restore", "estimate", "move"};
        const PlanChange& change = proposed.change;
        json input = {{"action", kActions[static_cast<std::size_t>(change.kind)]},
                      {"confidence", proposed.confidence}};
        const auto put = [&](const char* name, const std::string& text) {
            if (!text.empty()) {
                input[name] = text;
            }
        };
        put("task_id", change.task_id);
        put("title", change.title);
        put("note", change.note.value_or(""));
        put("before", change.before);
        if (change.phase) {
            input["phase"] = *change.phase;
        }
        if (change.hours) {
            input["hours"] = *change.hours;
        }
        if (change.prerequisites) {
            input["prerequisites"] = *change.prerequisites;
        }
        return {"update_plan", std::move(input)};
    }
};

// Writes one reply event by event, as the API would.
class ReplyWriter {
 public:
    explicit ReplyWriter(std::string id) : id_(std::move(id)) {
        events_.emplace_back(protocol::MessageStarted{id_, "", {}});
    }

    void add_text(std::string_view text) {
        events_.emplace_back(protocol::BlockStarted{block_, protocol::TextBlock{}});
        while (!text.empty()) {
            const std::size_t blank = text.find_first_of(" \n");
            const std::size_t word = text.find_first_not_of(" \n", blank);
            const std::size_t length = std::min(word, text.size());
            events_.emplace_back(protocol::TextDelta{block_, std::string(text.substr(0, length))});
            text.remove_prefix(length);
        }
        events_.emplace_back(protocol::BlockStopped{block_++});
    }

    void add_call(const Action& action) {
        ToolCall call = std::visit(CallOf{}, action);
        const std::string call_id = id_ + "_" + std::to_string(block_);
        events_.emplace_back(protocol::BlockStarted{
            block_, protocol::ToolUseBlock{call_id, std::move(call.name), ""}});
        events_.emplace_back(protocol::InputJsonDelta{
            block_, call.input.dump(-1, ' ', false, json::error_handler_t::replace)});
        events_.emplace_back(protocol::BlockStopped{block_++});
        stop_reason_ = StopReason::ToolUse;
    }

    std::vector<StreamEvent> finished() {
        events_.emplace_back(protocol::MessageDelta{stop_reason_, "", {}});
        events_.emplace_back(protocol::MessageStopped{});
        return std::move(events_);
    }

 private:
    std::string id_;
    std::vector<StreamEvent> events_;
    StopReason stop_reason_ = StopReason::EndTurn;
    int block_ = 0;
};

bool holds_tool_results(const protocol::MessagesRequest& request) {
    if (request.messages.empty()) {
        return false;
    }
    for (const protocol::ContentBlock& block : request.messages.back().content) {
        if (std::holds_alternative<protocol::ToolResultBlock>(block)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<StreamEvent> guide_stream(const Workspace& workspace,
                                      const protocol::MessagesRequest& request,
                                      const Context& context) {
    const std::optional<guide::Talk> talk = guide::talk_of(workspace, context);
    const Message* question = talk ? talk->last_creator : nullptr;
    const std::string text = question != nullptr ? question->text : "";
    const bool second_round = holds_tool_results(request);
    ReplyWriter writer("guide_" + std::to_string(question != nullptr ? question->id.value : 0) +
                       (second_round ? "b" : "a"));
    if (!second_round) {
        const std::vector<Action> actions = guide_actions(workspace, text, context);
        for (const Action& action : actions) {
            writer.add_call(action);
        }
        if (!actions.empty()) {
            return writer.finished();
        }
    }
    const GuideReply reply = question != nullptr ? guide_answer(workspace, text, context)
                                                 : guide_welcome(workspace, context);
    writer.add_text(reply.text);
    if (!reply.next_steps.suggestions.empty()) {
        writer.add_call(reply.next_steps);
    }
    return writer.finished();
}

}  // namespace atrium::domain
