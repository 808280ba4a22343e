// What a reply consists of while it streams, one value per server-sent event. Claude's stream and
// the built-in guide both speak in these.
//
//     std::visit(overloaded{[](const TextDelta& delta) { show(delta.text); }, ...}, event);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/protocol/messages.h"
#include "core/protocol/sse.h"
#include "core/protocol/usage.h"

namespace atrium::protocol {

enum class StopReason {
    None,
    EndTurn,
    MaxTokens,
    StopSequence,
    ToolUse,
    PauseTurn,
    Refusal,
    ContextWindowExceeded,
    Other
};

struct MessageStarted {
    std::string message_id;
    std::string model;
    UsageReport usage;

    bool operator==(const MessageStarted&) const = default;
};

// block holds what the start already says; the deltas of the same index follow. A block kind that
// this program does not know starts as an empty TextBlock.
struct BlockStarted {
    int index = 0;
    ContentBlock block;

    bool operator==(const BlockStarted&) const = default;
};

struct TextDelta {
    int index = 0;
    std::string text;

    bool operator==(const TextDelta&) const = default;
};

// A piece of a tool's input, possibly empty; only all pieces together are JSON.
struct InputJsonDelta {
    int index = 0;
    std::string partial_json;

    bool operator==(const InputJsonDelta&) const = default;
};

struct ThinkingDelta {
    int index = 0;
    std::string thinking;

    bool operator==(const ThinkingDelta&) const = default;
};

struct SignatureDelta {
    int index = 0;
    std::string signature;

    bool operator==(const SignatureDelta&) const = default;
};

struct BlockStopped {
    int index = 0;

    bool operator==(const BlockStopped&) const = default;
};

// refusal_explanation: set only with StopReason::Refusal, and then perhaps empty.
struct MessageDelta {
    StopReason stop_reason = StopReason::None;
    std::string refusal_explanation;
    UsageReport usage;

    bool operator==(const MessageDelta&) const = default;
};

struct MessageStopped {
    bool operator==(const MessageStopped&) const = default;
};

struct Ping {
    bool operator==(const Ping&) const = default;
};

// The reply broke. type is Anthropic's ("overloaded_error") or one of ours ("malformed_stream").
// http_status is 0 when the error came inside a stream that had begun.
struct StreamError {
    std::string type;
    std::string message;
    int http_status = 0;
    std::optional<int> retry_after_seconds;

    bool operator==(const StreamError&) const = default;
};

// An event of a kind that did not exist when this was written; to be ignored.
struct UnknownEvent {
    std::string type;

    bool operator==(const UnknownEvent&) const = default;
};

using StreamEvent = std::variant<MessageStarted,
                                 BlockStarted,
                                 TextDelta,
                                 InputJsonDelta,
                                 ThinkingDelta,
                                 SignatureDelta,
                                 BlockStopped,
                                 MessageDelta,
                                 MessageStopped,
                                 Ping,
                                 StreamError,
                                 UnknownEvent>;

// Data that is no JSON object, or lacks what its type needs, becomes a StreamError of type
// "malformed_stream".
[[nodiscard]] StreamEvent stream_event_from_sse(const SseEvent& event);

[[nodiscard]] StopReason stop_reason_from_text(std::string_view text);

}  // namespace atrium::protocol
