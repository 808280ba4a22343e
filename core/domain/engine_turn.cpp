// The Engine's part about replies: from the request to the message that is kept.
#include <string_view>
#include <utility>

#include "core/domain/carry_out.h"
#include "core/domain/detector/detector.h"
#include "core/domain/detector/particulars.h"
#include "core/domain/engine.h"
#include "core/domain/prompt.h"
#include "core/domain/reply_cost.h"
#include "core/domain/reply_problem.h"

namespace atrium::domain {
namespace {

using protocol::StopReason;
using protocol::StreamError;

void append_paragraph(std::string& text, std::string_view more) {
    if (!text.empty() && !more.empty()) {
        text += "\n\n";
    }
    text += more;
}

}  // namespace

void Engine::start_turn(Output& output, MessageId question, const Context& context) {
    turn_.emplace();
    turn_->question = question;
    turn_->author = partner_.kind == Partner::Kind::Guide ? Author::Guide : Author::Claude;
    turn_->model = partner_.kind == Partner::Kind::Guide ? "" : partner_.model;
    start_round(output, context);
}

void Engine::start_round(Output& output, const Context& context) {
    turn_->stream = ++last_stream_;
    turn_->round = protocol::ReplyAssembler{};
    const Partner::Kind kind =
        turn_->author == Author::Guide ? Partner::Kind::Guide : Partner::Kind::Claude;
    output.effects.emplace_back(StartStream{
        turn_->stream,
        kind,
        build_request(
            workspace(), turn_->model, partner_.max_tokens, turn_->tool_history, context)});
}

Output Engine::receive(std::uint64_t stream,
                       const protocol::StreamEvent& event,
                       const Context& context) {
    Output output;
    if (!turn_ || turn_->stream != stream) {
        return output;
    }
    turn_->round.apply(event);
    turn_->thinking = turn_->round.thinking();
    if (const auto* error = std::get_if<StreamError>(&event)) {
        const ReplyProblem problem = problem_from_error(*error);
        close_round(context.today);
        finish_turn(output, MessageStatus::Failed, problem.code, problem.sentence, context);
    } else if (turn_->round.finished()) {
        finish_round(output, context);
    }
    return output;
}

// Takes the round's text and usage over into the turn, at the prices of that day.
void Engine::close_round(Date on) {
    append_paragraph(turn_->text, turn_->round.text());
    const protocol::Usage& usage = turn_->round.usage();
    turn_->cost_nano_usd += reply_cost_nano_usd(turn_->model, usage, on);
    add_usage(turn_->usage, usage);
}

void Engine::finish_round(Output& output, const Context& context) {
    const std::vector<protocol::ContentBlock> content = turn_->round.content();
    const StopReason reason = turn_->round.stop_reason();
    const std::vector<protocol::ToolUseBlock> calls = turn_->round.tool_uses();
    close_round(context.today);
    if (!calls.empty()) {
        run_tools(output, content, calls, context);
        return;
    }
    if (reason == StopReason::PauseTurn && ++turn_->rounds < kMaxToolRounds) {
        turn_->tool_history.push_back({protocol::Role::Assistant, content});
        start_round(output, context);
        return;
    }
    const ReplyProblem problem = problem_from_stop(reason);
    const MessageStatus status = problem.code.empty()              ? MessageStatus::Complete
                                 : reason == StopReason::MaxTokens ? MessageStatus::Stopped
                                                                   : MessageStatus::Failed;
    finish_turn(output, status, problem.code, problem.sentence, context);
}

void Engine::run_tools(Output& output,
                       const std::vector<protocol::ContentBlock>& content,
                       const std::vector<protocol::ToolUseBlock>& calls,
                       const Context& context) {
    protocol::ChatMessage results{protocol::Role::User, {}};
    bool needs_answer = false;
    for (const protocol::ToolUseBlock& call : calls) {
        const ActionOutcome outcome = run_tool(output, call, context);
        needs_answer |= outcome.is_error || call.name != "suggest_next_steps";
        results.content.emplace_back(
            protocol::ToolResultBlock{call.id, outcome.answer, outcome.is_error});
    }
    // Quick replies end a turn: the model learns nothing from the result that it could add.
    if (!needs_answer && !turn_->text.empty()) {
        finish_turn(output, MessageStatus::Complete, "", "", context);
        return;
    }
    if (++turn_->rounds >= kMaxToolRounds) {
        finish_turn(
            output,
            MessageStatus::Stopped,
            "tool-limit",
            "The answer kept recording without finishing and was stopped. What was recorded "
            "is shown; undo what you did not mean.",
            context);
        return;
    }
    turn_->tool_history.push_back({protocol::Role::Assistant, content});
    turn_->tool_history.push_back(std::move(results));
    start_round(output, context);
}

ActionOutcome Engine::run_tool(Output& output,
                               const protocol::ToolUseBlock& call,
                               const Context& context) {
    Result<Action> action = action_from_tool(call.name, call.input_json);
    if (!action) {
        return {{}, action.error().message, true};
    }
    if (const auto* steps = std::get_if<NextSteps>(&action.value())) {
        turn_->next_steps = *steps;
    }
    const bool from_guide = turn_->author == Author::Guide;
    const Origin origin{from_guide ? DecisionSource::Guide : DecisionSource::Ai,
                        from_guide ? "guide" : turn_->model,
                        turn_->question};
    ActionOutcome outcome = carry_out(workspace(), action.value(), origin, context);
    if (const BatchId batch = record(output, std::move(outcome.events), context)) {
        turn_->acted = true;
        turn_->records.push_back(batch);
    }
    return outcome;
}

void Engine::stop_reply(Output& output, const Context& context) {
    if (!turn_) {
        return;
    }
    output.effects.emplace_back(CancelStream{turn_->stream});
    close_round(context.today);
    finish_turn(output, MessageStatus::Stopped, "stopped", "Stopped by you.", context);
}

void Engine::finish_turn(Output& output,
                         MessageStatus status,
                         const std::string& problem_code,
                         const std::string& problem,
                         const Context& context) {
    const Turn turn = std::move(*turn_);
    turn_.reset();
    Message reply;
    reply.id = MessageId{workspace().last_id + 1};
    reply.author = turn.author;
    reply.text = turn.text;
    reply.at = context.now;
    reply.status = status;
    reply.problem_code = problem_code;
    reply.problem = problem;
    reply.in_reply_to = turn.question;
    reply.model = turn.model;
    reply.usage = turn.usage;
    reply.cost_nano_usd = turn.cost_nano_usd;
    reply.quick_replies = turn.next_steps.suggestions;
    reply.topic = turn.next_steps.topic;
    reply.records = turn.records;
    record(output, {MessageAdded{std::move(reply)}}, context);
    if (!turn.acted && turn.author == Author::Claude) {
        look_again(output, turn.question, context);
    }
}

// A second look at the creator's own words, when the model recorded nothing. What comes of it belongs
// to the words, not to the answer: it stays when the answer is asked for again.
void Engine::look_again(Output& output, MessageId question, const Context& context) {
    const Project* project = active_project(workspace());
    const Message* message = project != nullptr ? find_message(*project, question) : nullptr;
    if (message == nullptr) {
        return;
    }
    const Origin origin{DecisionSource::User, "", question};
    const Detection detection = detect(message->text, Speaker::User, context.today);
    for (const DetectedDecision& decision : detection.decisions) {
        const ProposedDecision proposed{
            with_particulars(decision.slots, message->text, context.today),
            "In your own words.",
            decision.confidence};
        record(output, carry_out(workspace(), proposed, origin, context).events, context);
    }
    for (const DetectedTask& task : detection.tasks) {
        const ProposedTask proposed{task.task_id, "You said that it is done.", task.confidence};
        record(output, carry_out(workspace(), proposed, origin, context).events, context);
    }
}

}  // namespace atrium::domain
