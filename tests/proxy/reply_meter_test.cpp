#include "proxy/reply_meter.h"

#include <doctest/doctest.h>

using namespace atrium::proxy;

namespace {

const std::string kStart =
    "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"model\":"
    "\"claude-sonnet-5-5\",\"usage\":{\"input_tokens\":10,\"output_tokens\":1}}}\n\n";
const std::string kDelta =
    "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
    "{\"type\":\"text_delta\",\"text\":\"Hello there, this is a longer piece of text\"}}\n\n";
const std::string kEnd =
    "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":"
    "\"refusal\"},\"usage\":{\"output_tokens\":25}}\n\n"
    "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

}  // namespace

TEST_CASE("reply meter: counts the same however the bytes are cut") {
    const std::string all = kStart + kDelta + kEnd;
    for (std::size_t cut = 0; cut <= all.size(); ++cut) {
        ReplyMeter meter;
        meter.read_stream(std::string_view(all).substr(0, cut));
        meter.read_stream(std::string_view(all).substr(cut));
        REQUIRE(meter.finished());
        CHECK(meter.usage().input_tokens == 10);
        CHECK(meter.usage().output_tokens == 25);
        CHECK(meter.model() == "claude-sonnet-5-5");
        CHECK_FALSE(meter.refused_before_output());
    }
}

TEST_CASE("reply meter: a refusal without output is known as one") {
    ReplyMeter meter;
    meter.read_stream(kStart + kEnd);
    CHECK(meter.refused_before_output());
}

TEST_CASE("reply meter: a stream that ends early has started, not finished, and has an estimate") {
    ReplyMeter meter;
    meter.read_stream(kStart + kDelta + kDelta + "event: mess");
    CHECK(meter.started());
    CHECK_FALSE(meter.finished());
    CHECK(meter.estimated_output_tokens() > 10);
}

TEST_CASE("reply meter: a whole reply is read, and a page of a gateway is none") {
    ReplyMeter meter;
    meter.read_reply("<html>");
    CHECK_FALSE(meter.started());
    meter.read_reply(
        R"({"model":"x","content":[{}],"stop_reason":"end_turn","usage":{"input_tokens":3,"output_tokens":0}})");
    CHECK(meter.finished());
    CHECK(meter.usage().input_tokens == 3);
    CHECK(meter.model() == "x");
}

TEST_CASE("reply meter: a page in place of a reply is known as one") {
    ReplyMeter page;
    page.read_reply("<html></html>");
    CHECK(page.unreadable());
    ReplyMeter reply;
    reply.read_reply("{\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}");
    CHECK_FALSE(reply.unreadable());
    CHECK(reply.finished());
}
