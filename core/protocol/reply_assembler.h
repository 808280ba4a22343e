// Folds the events of one reply into the message that goes into the conversation.
//
//     ReplyAssembler reply;
//     for (const StreamEvent& event : events) reply.apply(event);
//     if (reply.finished()) history.push_back({Role::Assistant, reply.content()});
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/protocol/stream_event.h"

namespace atrium::protocol {

class ReplyAssembler {
 public:
    void apply(const StreamEvent& event);

    // The blocks in order, as they may be sent back. Of a reply that was cut off the text so far is
    // kept, while a tool use or thinking that never ended is left out: half of it is worth nothing.
    [[nodiscard]] std::vector<ContentBlock> content() const;

    // All text so far.
    [[nodiscard]] std::string text() const;

    // The tools to run; empty as long as the reply has not stopped for them.
    [[nodiscard]] std::vector<ToolUseBlock> tool_uses() const;

    // The model is at work on a block of thinking right now.
    [[nodiscard]] bool thinking() const;

    // message_stop came: the reply is whole.
    [[nodiscard]] bool finished() const { return finished_; }

    [[nodiscard]] StopReason stop_reason() const { return stop_reason_; }

    [[nodiscard]] const std::string& refusal_explanation() const { return refusal_explanation_; }

    [[nodiscard]] const std::string& message_id() const { return message_id_; }

    [[nodiscard]] const std::string& model() const { return model_; }

    [[nodiscard]] const Usage& usage() const { return usage_; }

    // The first error that came, if any.
    [[nodiscard]] const std::optional<StreamError>& error() const { return error_; }

 private:
    struct OpenBlock {
        ContentBlock block;
        bool stopped = false;
        bool input_streamed = false;
    };

    void take_delta(const StreamEvent& event);

    std::map<int, OpenBlock> blocks_;
    std::string message_id_;
    std::string model_;
    Usage usage_;
    StopReason stop_reason_ = StopReason::None;
    std::string refusal_explanation_;
    std::optional<StreamError> error_;
    bool finished_ = false;
};

}  // namespace atrium::protocol
