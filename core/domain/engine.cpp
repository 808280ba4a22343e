#include "core/domain/engine.h"

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/domain/carry_out.h"
#include "core/domain/detector/detector.h"
#include "core/domain/guide/guide.h"
#include "core/domain/handle.h"
#include "core/domain/milestones.h"
#include "core/domain/prompt.h"
#include "core/domain/reply_cost.h"
#include "core/domain/reply_problem.h"

namespace atrium::domain {
namespace {

using protocol::StopReason;
using protocol::StreamError;

constexpr std::size_t kMaxMessageBytes = 100'000;

// A session that saw nothing for this long was left without Pause.
constexpr Millis kForgottenMillis = 10 * 60'000;

void append_paragraph(std::string& text, std::string_view more) {
    if (!text.empty() && !more.empty()) {
        text += "\n\n";
    }
    text += more;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

Engine::Engine(std::vector<RecordedEvent> history) : store_(std::move(history)) {}

Output Engine::wake(const Context& context) {
    Output output;
    const Project* project = active_project(workspace());
    if (project == nullptr || !project->clock.running) {
        return output;
    }
    const Millis last_seen = store_.history().back().at;
    if (context.now - last_seen > kForgottenMillis) {
        output.recorded = store_.append({SessionPaused{}}, last_seen);
    }
    return output;
}

Result<Output> Engine::dispatch(const Command& command, const Context& context) {
    return std::visit(
        [&](const auto& wanted) -> Result<Output> {
            using Wanted = std::decay_t<decltype(wanted)>;
            if constexpr (std::is_same_v<Wanted, SendMessage>) {
                return send_message(wanted.text, context);
            } else if constexpr (std::is_same_v<Wanted, StopReply>) {
                Output output;
                stop_reply(output, context);
                return output;
            } else if constexpr (std::is_same_v<Wanted, RetryReply>) {
                return retry_reply(context);
            } else if constexpr (std::is_same_v<Wanted, UndoBatch>) {
                return undo(wanted.batch, context);
            } else if constexpr (std::is_same_v<Wanted, Undo>) {
                return undo(store_.last_undoable(), context);
            } else if constexpr (std::is_same_v<Wanted, Redo>) {
                return redo(context);
            } else {
                return change(command, context);
            }
        },
        command);
}

Result<Output> Engine::change(const Command& command, const Context& context) {
    Result<std::vector<Event>> events = handle(workspace(), command, context);
    if (!events) {
        return events.error();
    }
    Output output;
    if (std::holds_alternative<ArchiveProject>(command)) {
        stop_reply(output, context);
    }
    record(output, std::move(events).value(), context);
    if (std::holds_alternative<StartProject>(command)) {
        welcome(output, context);
    }
    return output;
}

// The first words are the core's own also when Claude is connected: they are there at once, and
// they are arithmetic on the creator's numbers.
void Engine::welcome(Output& output, const Context& context) {
    const GuideReply reply = guide_welcome(workspace(), context);
    Message message;
    message.id = MessageId{workspace().last_id + 1};
    message.author = Author::Guide;
    message.text = reply.text;
    message.at = context.now;
    message.quick_replies = reply.next_steps.suggestions;
    message.topic = reply.next_steps.topic;
    record(output, {MessageAdded{std::move(message)}}, context);
}

Result<Output> Engine::send_message(const std::string& text, const Context& context) {
    const Project* project = active_project(workspace());
    if (project == nullptr) {
        return Error{"no-project", "No launch is open. Start one, or reopen an archived one.", ""};
    }
    if (is_blank(text)) {
        return Error{"message-empty", "There is nothing to send yet.", ""};
    }
    if (text.size() > kMaxMessageBytes) {
        return Error{"message-too-long",
                     "The message is too long to send. Shorten it, or send it in parts.",
                     ""};
    }
    Output output;
    stop_reply(output, context);
    Message message;
    message.id = MessageId{workspace().last_id + 1};
    message.text = text;
    message.at = context.now;
    const MessageId question = message.id;
    std::vector<Event> events = {MessageAdded{std::move(message)}};
    // Whoever writes is at work: a paused session goes on.
    if (!project->clock.running) {
        events.emplace_back(SessionResumed{});
    }
    record(output, std::move(events), context);
    start_turn(output, question, context);
    return output;
}

Result<Output> Engine::retry_reply(const Context& context) {
    const Project* project = active_project(workspace());
    if (project == nullptr) {
        return Error{"no-project", "No launch is open.", ""};
    }
    const auto question = std::find_if(
        project->messages.rbegin(), project->messages.rend(), [](const Message& message) {
            return message.author == Author::Creator;
        });
    if (turn_ || question == project->messages.rend()) {
        return Error{"nothing-to-retry", "There is no answer to ask for again.", ""};
    }
    Output output;
    start_turn(output, question->id, context);
    return output;
}

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
        close_round();
        finish_turn(output, MessageStatus::Failed, problem.code, problem.sentence, context);
    } else if (turn_->round.finished()) {
        finish_round(output, context);
    }
    return output;
}

// Takes the round's text and usage over into the turn.
void Engine::close_round() {
    append_paragraph(turn_->text, turn_->round.text());
    const protocol::Usage& usage = turn_->round.usage();
    turn_->cost_nano_usd += reply_cost_nano_usd(turn_->model, usage, turn_->on);
    add_usage(turn_->usage, usage);
}

void Engine::finish_round(Output& output, const Context& context) {
    turn_->on = context.today;
    const std::vector<protocol::ContentBlock> content = turn_->round.content();
    const StopReason reason = turn_->round.stop_reason();
    const std::vector<protocol::ToolUseBlock> calls = turn_->round.tool_uses();
    close_round();
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
        finish_turn(output,
                    MessageStatus::Stopped,
                    "tool-limit",
                    "The answer kept recording without an end and was stopped. What was recorded "
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
    turn_->acted |= !outcome.events.empty();
    record(output, std::move(outcome.events), context);
    return outcome;
}

void Engine::stop_reply(Output& output, const Context& context) {
    if (!turn_) {
        return;
    }
    output.effects.emplace_back(CancelStream{turn_->stream});
    turn_->on = context.today;
    close_round();
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
    record(output, {MessageAdded{std::move(reply)}}, context);
    if (!turn.acted && turn.author == Author::Claude) {
        look_again(output, turn.question, context);
    }
}

// A second look at the creator's own words, when the model recorded nothing.
void Engine::look_again(Output& output, MessageId question, const Context& context) {
    const Project* project = active_project(workspace());
    const Message* message = project != nullptr ? find_message(*project, question) : nullptr;
    if (message == nullptr) {
        return;
    }
    const Origin origin{DecisionSource::User, "", question};
    const Detection detection = detect(message->text, Speaker::User, context.today);
    for (const DetectedDecision& decision : detection.decisions) {
        const ProposedDecision proposed{decision.slots, "In your own words.", decision.confidence};
        record(output, carry_out(workspace(), proposed, origin, context).events, context);
    }
    for (const DetectedTask& task : detection.tasks) {
        const ProposedTask proposed{task.task_id, "You said that it is done.", task.confidence};
        record(output, carry_out(workspace(), proposed, origin, context).events, context);
    }
}

Result<Output> Engine::undo(BatchId batch, const Context& context) {
    if (!store_.can_undo(batch)) {
        return Error{"nothing-to-undo", "There is nothing to undo.", ""};
    }
    Output output;
    record(output, {BatchUndone{batch}}, context);
    return output;
}

Result<Output> Engine::redo(const Context& context) {
    const BatchId batch = store_.last_redoable();
    if (!batch) {
        return Error{"nothing-to-redo", "There is nothing to redo.", ""};
    }
    Output output;
    record(output, {BatchRedone{batch}}, context);
    return output;
}

void Engine::record(Output& output, std::vector<Event> events, const Context& context) {
    const auto keep = [&](std::vector<RecordedEvent> recorded) {
        output.recorded.insert(output.recorded.end(),
                               std::make_move_iterator(recorded.begin()),
                               std::make_move_iterator(recorded.end()));
    };
    if (events.empty()) {
        return;
    }
    keep(store_.append(std::move(events), context.now));
    // Batches of their own: taking a decision back does not take the celebration back.
    keep(store_.append(milestone_events(workspace()), context.now));
    keep(store_.append(status_events(workspace()), context.now));
}

}  // namespace atrium::domain
