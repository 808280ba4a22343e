#include "core/protocol/stream_event.h"

#include <doctest/doctest.h>

using namespace atrium::protocol;

namespace {

template <typename T>
T event_of(const std::string& name, const std::string& data) {
    const StreamEvent event = stream_event_from_sse({name, data});
    REQUIRE(std::holds_alternative<T>(event));
    return std::get<T>(event);
}

}  // namespace

TEST_CASE("stream event: message_start carries id, model and what usage states") {
    const auto start = event_of<MessageStarted>(
        "message_start",
        R"({"type":"message_start","message":{"id":"m","model":"x","usage":{"input_tokens":3,)"
        R"("cache_creation":{"ephemeral_1h_input_tokens":5},"output_tokens":1,)"
        R"("cache_read_input_tokens":null}}})");
    CHECK(start.message_id == "m");
    CHECK(start.usage.input_tokens == 3);
    CHECK(start.usage.cache_write_1h_tokens == 5);
    CHECK_FALSE(start.usage.cache_read_tokens.has_value());
}

TEST_CASE("stream event: the end says why, also for a refusal") {
    const auto delta = event_of<MessageDelta>(
        "message_delta",
        R"({"type":"message_delta","delta":{"stop_reason":"refusal","stop_details":)"
        R"({"type":"refusal","explanation":"no"}},"usage":{"output_tokens":9}})");
    CHECK(delta.stop_reason == StopReason::Refusal);
    CHECK(delta.refusal_explanation == "no");
    CHECK(delta.usage.output_tokens == 9);
    CHECK(stop_reason_from_text("something_new") == StopReason::Other);
}

TEST_CASE("stream event: damage becomes an error and news becomes unknown") {
    for (const char* data : {"{\"type\":\"content_bl",
                             "[]",
                             "",
                             "7",
                             "{\"type\":\"content_block_delta\"}",
                             "{\"type\":\"content_block_stop\",\"index\":-1}"}) {
        CHECK(event_of<StreamError>("content_block_delta", data).type == "malformed_stream");
    }
    CHECK(event_of<UnknownEvent>("weather", R"({"type":"weather"})").type == "weather");
    event_of<UnknownEvent>(
        "content_block_delta",
        R"({"type":"content_block_delta","index":0,"delta":{"type":"citations_delta"}})");
}

TEST_CASE("stream event: an error inside the stream keeps its type") {
    const auto error = event_of<StreamError>(
        "error", R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})");
    CHECK(error == StreamError{"overloaded_error", "Overloaded", 0, std::nullopt});
}

TEST_CASE("stream event: an empty piece of tool input is an event like any other") {
    const auto delta = event_of<InputJsonDelta>(
        "content_block_delta",
        R"({"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":""}})");
    CHECK(delta == InputJsonDelta{2, ""});
}
