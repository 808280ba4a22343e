#include "core/domain/engine.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/domain/guide/guide.h"
#include "core/domain/handle.h"
#include "core/domain/milestones.h"
#include "core/domain/session_clock.h"
#include "core/domain/shared_errors.h"
#include "core/domain/versions.h"
#include "core/protocol/ascii.h"

namespace atrium::domain {
namespace {

constexpr std::size_t kMaxMessageBytes = 100'000;

// Whoever was away for so long begins anew: the session waits for Resume, or a message.
constexpr Millis kForgottenMillis = 10 * 60'000;

std::optional<Error> text_problem(std::string_view text) {
    if (ascii::is_blank(text)) {
        return Error{"message-empty", "There is nothing to send yet.", ""};
    }
    if (text.size() > kMaxMessageBytes) {
        return Error{"message-too-long", kTooLongToSend, ""};
    }
    return std::nullopt;
}

}  // namespace

Engine::Engine(std::vector<RecordedEvent> history) : store_(std::move(history)) {}

Output Engine::wake(const Context& context, Millis last_seen) {
    const Project* project = active_project(workspace());
    if (project == nullptr) {
        return {};
    }
    Output output = come_back(last_seen, context);
    // An answer was asked for again, and the page was left before it came.
    const MessageId former = version_without_successor(*project);
    if (former && project->waiting.empty()) {
        record(output, {MessageShown{former}}, context);
    }
    return output;
}

Output Engine::come_back(Millis last_seen, const Context& context) {
    Output output;
    const Project* project = active_project(workspace());
    if (project == nullptr || !project->clock.running) {
        return output;
    }
    last_seen = std::max(last_seen, store_.history().back().at);
    const Millis away = context.now - last_seen;
    // Whose minutes are used up has nothing to lose.
    if (away <= kAwayMillis || session_minute(project->clock, last_seen) >= kSessionMinutes) {
        return output;
    }
    keep(output, store_.append({SessionPaused{}}, last_seen));
    if (away <= kForgottenMillis) {
        keep(output, store_.append({SessionResumed{}}, context.now));
    }
    return output;
}

Result<Output> Engine::dispatch(const Command& command, const Context& context) {
    return std::visit(
        [&](const auto& wanted) -> Result<Output> {
            using Wanted = std::decay_t<decltype(wanted)>;
            if constexpr (std::is_same_v<Wanted, SendMessage>) {
                return send_message(wanted, context);
            } else if constexpr (std::is_same_v<Wanted, SendWaiting>) {
                return send_waiting(wanted.id, context);
            } else if constexpr (std::is_same_v<Wanted, EditMessage>) {
                return edit_message(wanted, context);
            } else if constexpr (std::is_same_v<Wanted, ShowMessage>) {
                return show_message(wanted.id, context);
            } else if constexpr (std::is_same_v<Wanted, StopReply>) {
                Output output;
                stop_reply(output, context);
                return output;
            } else if constexpr (std::is_same_v<Wanted, RetryReply>) {
                return retry_reply(context);
            } else if constexpr (std::is_same_v<Wanted, UndoBatch>) {
                return undo(wanted.batch, context);
            } else if constexpr (std::is_same_v<Wanted, RedoBatch>) {
                return redo(wanted.batch, context);
            } else if constexpr (std::is_same_v<Wanted, Undo>) {
                return undo(store_.last_undoable(), context);
            } else if constexpr (std::is_same_v<Wanted, Redo>) {
                return redo(store_.last_redoable(), context);
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

Result<Output> Engine::send_message(const SendMessage& wanted, const Context& context) {
    if (active_project(workspace()) == nullptr) {
        return no_project();
    }
    if (const auto problem = text_problem(wanted.text)) {
        return *problem;
    }
    Output output;
    stop_reply(output, context);
    say(output, {}, wanted.text, wanted.delivery, context);
    return output;
}

// The creator's words, in the same batch as the events that make place for them.
void Engine::say(Output& output,
                 std::vector<Event> events,
                 const std::string& text,
                 Delivery delivery,
                 const Context& context) {
    Message message;
    message.id = MessageId{workspace().last_id + 1};
    message.text = text;
    message.at = context.now;
    const MessageId question = message.id;
    if (delivery == Delivery::WhenConnected) {
        message.status = MessageStatus::PendingOffline;
    }
    events.emplace_back(MessageAdded{std::move(message)});
    // Whoever writes is at work: a paused session goes on.
    if (!active_project(workspace())->clock.running) {
        events.emplace_back(SessionResumed{});
    }
    record(output, std::move(events), context);
    if (delivery == Delivery::AtOnce) {
        start_turn(output, question, context);
    }
}

Result<Output> Engine::send_waiting(MessageId id, const Context& context) {
    const Project* project = active_project(workspace());
    if (project == nullptr) {
        return no_project();
    }
    if (std::none_of(project->waiting.begin(), project->waiting.end(), [&](const Message& message) {
            return message.id == id;
        })) {
        return unknown_message();
    }
    Output output;
    stop_reply(output, context);
    record(output, {MessageSent{id}}, context);
    start_turn(output, id, context);
    return output;
}

Result<Output> Engine::edit_message(const EditMessage& wanted, const Context& context) {
    const Project* project = active_project(workspace());
    if (project == nullptr) {
        return no_project();
    }
    const Message* message = find_message(*project, wanted.id);
    if (message == nullptr || message->author != Author::Creator) {
        return unknown_message();
    }
    if (const auto problem = text_problem(wanted.text)) {
        return *problem;
    }
    Output output;
    stop_reply(output, context);
    say(output, {MessagesSetAside{wanted.id}}, wanted.text, wanted.delivery, context);
    return output;
}

Result<Output> Engine::show_message(MessageId id, const Context& context) {
    const Project* project = active_project(workspace());
    if (project == nullptr) {
        return no_project();
    }
    if (turn_) {
        return Error{"reply-running", "Wait for the answer, or stop it first.", ""};
    }
    if (find_in_versions(*project, id) == nullptr) {
        return unknown_message();
    }
    Output output;
    if (find_message(*project, id) == nullptr) {
        record(output, {MessageShown{id}}, context);
    }
    return output;
}

Result<Output> Engine::retry_reply(const Context& context) {
    const Project* project = active_project(workspace());
    if (project == nullptr) {
        return no_project();
    }
    const Message* last = project->messages.empty() ? nullptr : &project->messages.back();
    const bool unanswered = last != nullptr && last->author == Author::Creator;
    const MessageId question = last == nullptr ? MessageId{}
                               : unanswered    ? last->id
                                               : last->in_reply_to;
    if (turn_ || !question) {
        return Error{"nothing-to-retry", "There is no answer to ask for again.", ""};
    }
    Output output;
    if (!unanswered) {
        record(output, {MessagesSetAside{last->id}}, context);
    }
    start_turn(output, question, context);
    return output;
}

Result<Output> Engine::undo(BatchId batch, const Context& context) {
    if (!store_.can_undo(batch)) {
        return Error{"nothing-to-undo", "There is nothing to undo.", ""};
    }
    Output output;
    record(output, {BatchUndone{batch}}, context);
    return output;
}

Result<Output> Engine::redo(BatchId batch, const Context& context) {
    if (!store_.can_redo(batch)) {
        return Error{"nothing-to-redo", "There is nothing to redo.", ""};
    }
    Output output;
    record(output, {BatchRedone{batch}}, context);
    return output;
}

BatchId Engine::record(Output& output, std::vector<Event> events, const Context& context) {
    if (events.empty()) {
        return {};
    }
    std::vector<RecordedEvent> recorded = store_.append(std::move(events), context.now);
    const BatchId batch = recorded.front().batch;
    keep(output, std::move(recorded));
    // Batches of their own: taking a decision back does not take the celebration back.
    keep(output, store_.append(milestone_events(workspace()), context.now));
    keep(output, store_.append(status_events(workspace()), context.now));
    return batch;
}

void Engine::keep(Output& output, std::vector<RecordedEvent> recorded) {
    output.recorded.insert(output.recorded.end(),
                           std::make_move_iterator(recorded.begin()),
                           std::make_move_iterator(recorded.end()));
}

}  // namespace atrium::domain
