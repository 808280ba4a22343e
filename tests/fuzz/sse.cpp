// Upstream's bytes: the parser gives the same events however they are cut, and the meter never counts
// below zero.
#include "core/protocol/sse.h"

#include <cstdint>
#include <string_view>

#include "core/protocol/stream_event.h"
#include "proxy/reply_meter.h"
#include "tests/fuzz/expect.h"

using namespace atrium;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::size_t cut = data[0] % bytes.size();
    protocol::SseParser whole;
    protocol::SseParser parted;
    const std::vector<protocol::SseEvent> events = whole.feed(bytes);
    std::vector<protocol::SseEvent> pieces = parted.feed(bytes.substr(0, cut));
    for (protocol::SseEvent& event : parted.feed(bytes.substr(cut))) {
        pieces.push_back(std::move(event));
    }
    fuzz::expect(events == pieces);
    for (const protocol::SseEvent& event : events) {
        (void)protocol::stream_event_from_sse(event);
    }
    proxy::ReplyMeter meter;
    meter.read_stream(bytes.substr(0, cut));
    meter.read_stream(bytes.substr(cut));
    proxy::ReplyMeter reply;
    reply.read_reply(bytes);
    for (const protocol::Usage& usage : {meter.usage(), reply.usage()}) {
        fuzz::expect(usage.input_tokens >= 0 && usage.output_tokens >= 0 &&
                     usage.cache_read_tokens >= 0 && usage.cache_write_5m_tokens >= 0 &&
                     usage.cache_write_1h_tokens >= 0);
    }
    return 0;
}
