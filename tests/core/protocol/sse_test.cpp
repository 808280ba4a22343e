#include "core/protocol/sse.h"

#include <doctest/doctest.h>

using namespace atrium::protocol;

namespace {

const std::string kStream =
    "\xEF\xBB\xBF: a comment\n"
    "event: first\ndata: {\"a\": 1}\n\n"
    "data: one\r\ndata: two\r\n\r\n"
    "event: grüße\rdata:  — 🎉\rid: 7\r\r"
    "event: without data\n\n"
    "data\n\n"
    "event: last\ndata: end\n\n";

const std::vector<SseEvent> kEvents = {
    {"first", "{\"a\": 1}"},
    {"message", "one\ntwo"},
    {"grüße", " — 🎉"},
    {"message", ""},
    {"last", "end"},
};

}  // namespace

TEST_CASE("sse: a stream cut at any two places gives the same events") {
    for (std::size_t first = 0; first <= kStream.size(); ++first) {
        for (std::size_t second = first; second <= kStream.size(); second += 7) {
            SseParser parser;
            std::vector<SseEvent> events;
            const std::string_view all = kStream;
            for (const std::string_view part :
                 {all.substr(0, first), all.substr(first, second - first), all.substr(second)}) {
                for (const SseEvent& event : parser.feed(part)) {
                    events.push_back(event);
                }
            }
            REQUIRE(events == kEvents);
        }
    }
}

TEST_CASE("sse: an event that the stream leaves unfinished is none") {
    SseParser parser;
    CHECK(parser.feed("event: x\ndata: {\"text\":\"Hel").empty());
    CHECK(parser.feed("lo\"}\n").empty());
    CHECK(parser.feed("\n").size() == 1);
}

TEST_CASE("sse: an event beyond the bound ends the parser") {
    SseParser parser(16);
    CHECK(parser.feed("data: short\n\n").size() == 1);
    CHECK(parser.feed("data: much too long for it").empty());
    CHECK(parser.overflowed());
    CHECK(parser.feed("\n\ndata: x\n\n").empty());
}

TEST_CASE("sse: what the writer writes the parser reads") {
    const SseEvent event{"error", "one\ntwo\n"};
    SseParser parser;
    CHECK(parser.feed(sse_from_event(event)) == std::vector<SseEvent>{event});
}
