// Server-sent events: an incremental parser that gives the same events however the bytes are cut
// (inside a UTF-8 character, between \r and \n), and the writer.
//
//     SseParser parser;
//     for (const SseEvent& event : parser.feed(chunk)) use(stream_event_from_sse(event));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/protocol/limits.h"

namespace atrium::protocol {

// name: the `event:` field, "message" when there was none.
struct SseEvent {
    std::string name;
    std::string data;

    bool operator==(const SseEvent&) const = default;
};

class SseParser {
 public:
    explicit SseParser(std::size_t max_event_bytes = kMaxSseEventBytes);

    // The events that these bytes complete. Comments, unknown fields and a leading byte order mark
    // are skipped; several data lines are joined by \n. An event without data is none.
    std::vector<SseEvent> feed(std::string_view bytes);

    // An event was larger than the bound: nothing more will come out of this parser.
    [[nodiscard]] bool overflowed() const { return overflowed_; }

 private:
    void end_line(std::vector<SseEvent>& events);
    void take_field(std::string_view line);

    std::size_t max_event_bytes_;
    std::string line_;
    std::string name_;
    std::string data_;
    bool has_data_ = false;
    bool at_start_ = true;
    bool after_carriage_return_ = false;
    bool overflowed_ = false;
};

// One event as it goes over the wire, the blank line included.
[[nodiscard]] std::string sse_from_event(const SseEvent& event);

}  // namespace atrium::protocol
