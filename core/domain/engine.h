// The core as one object: commands and stream events in, recorded events and effects out. The
// workspace in the browser and the terminal session are two hosts of the same engine.
//
//     Engine engine(std::move(history));
//     Result<Output> output = engine.dispatch(SendMessage{"Discord it is"}, context);
//     // persist output.recorded, carry out output.effects, then feed the reply back:
//     output = engine.receive(stream, event, context);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/domain/carry_out.h"
#include "core/domain/command.h"
#include "core/domain/context.h"
#include "core/domain/event_store.h"
#include "core/domain/turn.h"
#include "core/protocol/messages.h"
#include "core/protocol/stream_event.h"

namespace atrium::domain {

// Who answers the next message.
struct Partner {
    enum class Kind { Guide, Claude };

    Kind kind = Kind::Guide;
    std::string model;  // Claude only
    int max_tokens = 4096;

    bool operator==(const Partner&) const = default;
};

// Ask the partner for a reply; its events come back through Engine::receive with this number.
struct StartStream {
    std::uint64_t stream = 0;
    Partner::Kind partner = Partner::Kind::Guide;
    protocol::MessagesRequest request;
};

struct CancelStream {
    std::uint64_t stream = 0;
};

using Effect = std::variant<StartStream, CancelStream>;

// What the host has to do: keep the events, then carry out the effects.
struct Output {
    std::vector<RecordedEvent> recorded;
    std::vector<Effect> effects;
};

class Engine {
 public:
    explicit Engine(std::vector<RecordedEvent> history = {});

    // To be called once after loading: the session is as the creator left it (see come_back), and an
    // answer whose new version never came is shown again. `last_seen`: when the creator was last
    // there, where the host knows of a later moment than the last event; otherwise 0.
    Output wake(const Context& context, Millis last_seen = 0);

    // The creator was away since then, without Pause. Beyond kAwayMillis the session's clock does not
    // count that time; after a long absence it waits to be resumed.
    Output come_back(Millis last_seen, const Context& context);

    // Carries out a command. An Error means that nothing changed.
    Result<Output> dispatch(const Command& command, const Context& context);

    // Takes one event of a reply. Events of a stream that is not the present one are ignored.
    Output receive(std::uint64_t stream,
                   const protocol::StreamEvent& event,
                   const Context& context);

    // Who answers from the next message on. A reply that is being written is not disturbed.
    void set_partner(Partner partner) { partner_ = std::move(partner); }

    const Partner& partner() const { return partner_; }

    const Workspace& workspace() const { return store_.workspace(); }

    const EventStore& store() const { return store_; }

    // The reply that is being written, if any.
    const Turn* turn() const { return turn_ ? &*turn_ : nullptr; }

 private:
    Result<Output> change(const Command& command, const Context& context);
    Result<Output> send_message(const SendMessage& wanted, const Context& context);
    Result<Output> send_waiting(MessageId id, const Context& context);
    Result<Output> edit_message(const EditMessage& wanted, const Context& context);
    Result<Output> show_message(MessageId id, const Context& context);
    Result<Output> retry_reply(const Context& context);
    void say(Output& output,
             std::vector<Event> events,
             const std::string& text,
             Delivery delivery,
             const Context& context);
    Result<Output> undo(BatchId batch, const Context& context);
    Result<Output> redo(BatchId batch, const Context& context);
    void welcome(Output& output, const Context& context);
    void start_turn(Output& output, MessageId question, const Context& context);
    void start_round(Output& output, const Context& context);
    void close_round(Date on);
    void finish_round(Output& output, const Context& context);
    void run_tools(Output& output,
                   const std::vector<protocol::ContentBlock>& content,
                   const std::vector<protocol::ToolUseBlock>& calls,
                   const Context& context);
    ActionOutcome run_tool(Output& output,
                           const protocol::ToolUseBlock& call,
                           const Context& context);
    void stop_reply(Output& output, const Context& context);
    void finish_turn(Output& output,
                     MessageStatus status,
                     const std::string& problem_code,
                     const std::string& problem,
                     const Context& context);
    void look_again(Output& output, MessageId question, const Context& context);
    BatchId record(Output& output, std::vector<Event> events, const Context& context);
    static void keep(Output& output, std::vector<RecordedEvent> recorded);

    EventStore store_;
    Partner partner_;
    std::optional<Turn> turn_;
    std::uint64_t last_stream_ = 0;
};

}  // namespace atrium::domain
