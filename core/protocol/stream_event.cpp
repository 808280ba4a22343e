#include "core/protocol/stream_event.h"

#include <array>
#include <utility>

#include "core/protocol/usage_json.h"

namespace atrium::protocol {

namespace {

// No reply has so many blocks; a larger index is garbage.
constexpr std::int64_t kMaxBlockIndex = 100'000;

StreamError malformed(const std::string& what) {
    return {"malformed_stream", "The answer arrived damaged (" + what + ").", 0, std::nullopt};
}

ContentBlock block_from_json(const Json& block) {
    const std::string type = text_field(block, "type");
    if (type == "tool_use") {
        const Json& input = field(block, "input");
        return ToolUseBlock{text_field(block, "id"),
                            text_field(block, "name"),
                            input.is_object() && !input.empty() ? text_from_json(input) : ""};
    }
    if (type == "thinking") {
        return ThinkingBlock{text_field(block, "thinking"), text_field(block, "signature")};
    }
    if (type == "redacted_thinking") {
        return RedactedThinkingBlock{text_field(block, "data")};
    }
    return TextBlock{type == "text" ? text_field(block, "text") : ""};
}

StreamEvent delta_from_json(int index, const Json& delta) {
    const std::string type = text_field(delta, "type");
    if (type == "text_delta") {
        return TextDelta{index, text_field(delta, "text")};
    }
    if (type == "input_json_delta") {
        return InputJsonDelta{index, text_field(delta, "partial_json")};
    }
    if (type == "thinking_delta") {
        return ThinkingDelta{index, text_field(delta, "thinking")};
    }
    if (type == "signature_delta") {
        return SignatureDelta{index, text_field(delta, "signature")};
    }
    return UnknownEvent{type};
}

StreamEvent block_event(const std::string& type, const Json& event) {
    const auto index = integer_field(event, "index");
    if (!index || *index < 0 || *index > kMaxBlockIndex) {
        return malformed(type + " without index");
    }
    const int at = static_cast<int>(*index);
    if (type == "content_block_start") {
        return BlockStarted{at, block_from_json(field(event, "content_block"))};
    }
    if (type == "content_block_delta") {
        return delta_from_json(at, field(event, "delta"));
    }
    return BlockStopped{at};
}

MessageDelta message_delta(const Json& event) {
    const Json& delta = field(event, "delta");
    MessageDelta result;
    result.stop_reason = stop_reason_from_text(text_field(delta, "stop_reason"));
    result.refusal_explanation = text_field(field(delta, "stop_details"), "explanation");
    result.usage = usage_report_from_json(field(event, "usage"));
    return result;
}

StreamError error_event(const Json& event) {
    const Json& error = field(event, "error");
    const std::string type = text_field(error, "type");
    return {type.empty() ? "api_error" : type, text_field(error, "message"), 0, std::nullopt};
}

}  // namespace

StreamEvent stream_event_from_sse(const SseEvent& sse) {
    const Json event = parse_json(sse.data);
    if (!event.is_object()) {
        return malformed("event " + sse.name + " is no JSON");
    }
    const std::string stated = text_field(event, "type");
    const std::string& type = stated.empty() ? sse.name : stated;
    if (type == "message_start") {
        const Json& message = field(event, "message");
        return MessageStarted{text_field(message, "id"),
                              text_field(message, "model"),
                              usage_report_from_json(field(message, "usage"))};
    }
    if (type == "content_block_start" || type == "content_block_delta" ||
        type == "content_block_stop") {
        return block_event(type, event);
    }
    if (type == "message_delta") {
        return message_delta(event);
    }
    if (type == "message_stop") {
        return MessageStopped{};
    }
    if (type == "ping") {
        return Ping{};
    }
    if (type == "error") {
        return error_event(event);
    }
    return UnknownEvent{type};
}

StopReason stop_reason_from_text(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, StopReason>, 8> kReasons{{
        {"", StopReason::None},
        {"end_turn", StopReason::EndTurn},
        {"max_tokens", StopReason::MaxTokens},
        {"stop_sequence", StopReason::StopSequence},
        {"tool_use", StopReason::ToolUse},
        {"pause_turn", StopReason::PauseTurn},
        {"refusal", StopReason::Refusal},
        {"model_context_window_exceeded", StopReason::ContextWindowExceeded},
    }};
    for (const auto& [word, reason] : kReasons) {
        if (word == text) {
            return reason;
        }
    }
    return StopReason::Other;
}

}  // namespace atrium::protocol
