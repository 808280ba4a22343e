#include "core/protocol/sse.h"

#include <algorithm>
#include <utility>

namespace atrium::protocol {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

SseParser::SseParser(std::size_t max_event_bytes) : max_event_bytes_(max_event_bytes) {}

std::vector<SseEvent> SseParser::feed(std::string_view bytes) {
    std::vector<SseEvent> events;
    while (!bytes.empty() && !overflowed_) {
        if (after_carriage_return_) {
            after_carriage_return_ = false;
            if (bytes.front() == '\n') {
                bytes.remove_prefix(1);
                continue;
            }
        }
        const std::size_t line_feed = bytes.find('\n');
        const std::size_t end = std::min(line_feed, bytes.substr(0, line_feed).find('\r'));
        line_.append(bytes.substr(0, end));
        if (line_.size() + data_.size() > max_event_bytes_) {
            overflowed_ = true;
        } else if (end == std::string_view::npos) {
            break;
        } else {
            after_carriage_return_ = bytes[end] == '\r';
            end_line(events);
            bytes.remove_prefix(end + 1);
        }
    }
    return events;
}

void SseParser::end_line(std::vector<SseEvent>& events) {
    std::string_view line = line_;
    if (at_start_ && line.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        line.remove_prefix(kByteOrderMark.size());
    }
    at_start_ = false;
    if (!line.empty()) {
        take_field(line);
    } else {
        if (has_data_) {
            events.push_back({name_.empty() ? "message" : name_, std::move(data_)});
        }
        name_.clear();
        data_.clear();
        has_data_ = false;
    }
    line_.clear();
}

void SseParser::take_field(std::string_view line) {
    const std::size_t colon = line.find(':');
    const std::string_view field = line.substr(0, colon);
    std::string_view value;
    if (colon != std::string_view::npos) {
        value = line.substr(colon + 1);
        if (!value.empty() && value.front() == ' ') {
            value.remove_prefix(1);
        }
    }
    if (field == "event") {
        name_ = value;
    } else if (field == "data") {
        if (has_data_) {
            data_ += '\n';
        }
        data_ += value;
        has_data_ = true;
    }
}

std::string sse_from_event(const SseEvent& event) {
    std::string text = "event: " + event.name + "\n";
    std::string_view rest = event.data;
    while (true) {
        const std::size_t end = rest.find('\n');
        text.append("data: ").append(rest.substr(0, end)).append("\n");
        if (end == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(end + 1);
    }
    return text + "\n";
}

}  // namespace atrium::protocol
