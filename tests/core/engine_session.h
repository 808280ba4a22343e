// An engine whose partner the test plays, round by round.
//
//     Session session;
//     session.run(SendMessage{"Discord it is."});
//     session.play(answer("Good."));
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "core/domain/engine.h"
#include "tests/core/sample_workspace.h"

namespace atrium::domain::testing {

using namespace atrium::protocol;

inline std::vector<StreamEvent> round_of(std::string text,
                                         std::vector<ToolUseBlock> calls,
                                         StopReason reason) {
    std::vector<StreamEvent> events;
    UsageReport usage;
    usage.input_tokens = 1000;
    usage.output_tokens = 1;
    events.push_back(MessageStarted{"msg_1", "claude-sonnet-5-5", usage});
    int index = 0;
    if (!text.empty()) {
        events.push_back(BlockStarted{index, TextBlock{}});
        for (const char letter : text) {
            events.push_back(TextDelta{index, std::string(1, letter)});
        }
        events.push_back(BlockStopped{index++});
    }
    for (ToolUseBlock& call : calls) {
        events.push_back(BlockStarted{index, ToolUseBlock{call.id, call.name, "{}"}});
        events.push_back(InputJsonDelta{index, ""});
        events.push_back(InputJsonDelta{index, call.input_json});
        events.push_back(BlockStopped{index++});
    }
    UsageReport total;
    total.output_tokens = 50;
    events.push_back(MessageDelta{reason, "", total});
    events.push_back(MessageStopped{});
    return events;
}

inline std::vector<StreamEvent> answer(std::string text) {
    return round_of(std::move(text), {}, StopReason::EndTurn);
}

inline std::vector<StreamEvent> tool_round(std::string text, std::vector<ToolUseBlock> calls) {
    return round_of(std::move(text), std::move(calls), StopReason::ToolUse);
}

inline const char* const kPlatformCall =
    R"({"category":"platform","slots":{"name":"discord"},)"
    R"("rationale":"The readers are there.","confidence":0.95})";

// Maya's launch, with Claude as the partner.
class Session {
 public:
    Engine engine;
    std::vector<MessagesRequest> requests;
    std::vector<std::uint64_t> cancelled;
    int minute = 0;

    Session() {
        run(SaveProfile{sample_profile()});
        run(StartProject{"The Kiln Room"});
        engine.set_partner({Partner::Kind::Claude, "claude-sonnet-5-5", 4096});
    }

    // Carries out a command; the streams it starts stay unanswered.
    void run(const Command& command) {
        const auto output = engine.dispatch(command, context_at(minute));
        REQUIRE(output);
        note(output.value());
    }

    std::string error_of(const Command& command) {
        const auto output = engine.dispatch(command, context_at(minute));
        return output ? "" : output.error().code;
    }

    void feed(const StreamEvent& event) {
        note(engine.receive(last_stream, event, context_at(minute)));
    }

    void play(const std::vector<StreamEvent>& events) {
        for (const StreamEvent& event : events) {
            feed(event);
        }
    }

    const Project& project() const { return *active_project(engine.workspace()); }

    const Message& last_message() const { return project().messages.back(); }

    std::uint64_t last_stream = 0;

 private:
    void note(const Output& output) {
        for (const Effect& effect : output.effects) {
            if (const auto* start = std::get_if<StartStream>(&effect)) {
                requests.push_back(start->request);
                last_stream = start->stream;
            } else {
                cancelled.push_back(std::get<CancelStream>(effect).stream);
            }
        }
    }
};

}  // namespace atrium::domain::testing
