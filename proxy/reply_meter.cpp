#include "proxy/reply_meter.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace atrium::proxy {

namespace {

// Of a delta's JSON, what is not the text itself.
constexpr std::size_t kDeltaFrame = 90;
constexpr std::size_t kBytesPerToken = 4;

}  // namespace

void ReplyMeter::read_stream(std::string_view bytes) {
    for (const protocol::SseEvent& event : parser_.feed(bytes)) {
        // Nearly all events are deltas, and what they say does not matter here.
        if (event.name == "content_block_delta") {
            has_output_ = true;
            const std::size_t payload =
                event.data.size() - std::min(event.data.size(), kDeltaFrame);
            estimated_output_tokens_ += 1 + static_cast<std::int64_t>(payload / kBytesPerToken);
        } else if (event.name != "ping") {
            take(event);
        }
    }
}

void ReplyMeter::take(const protocol::SseEvent& sse) {
    const protocol::StreamEvent event = protocol::stream_event_from_sse(sse);
    if (const auto* start = std::get_if<protocol::MessageStarted>(&event)) {
        started_ = true;
        model_ = start->model;
        protocol::merge(usage_, start->usage);
    } else if (const auto* delta = std::get_if<protocol::MessageDelta>(&event)) {
        refused_ |= delta->stop_reason == protocol::StopReason::Refusal;
        protocol::merge(usage_, delta->usage);
    } else if (std::holds_alternative<protocol::MessageStopped>(event)) {
        finished_ = true;
    } else if (sse.name == "error") {
        failed_ = true;
    }
}

void ReplyMeter::read_reply(std::string_view json) {
    const nlohmann::json reply = nlohmann::json::parse(json, nullptr, false);
    unreadable_ = !reply.is_object();
    if (unreadable_ || !reply.contains("usage")) {
        return;
    }
    started_ = true;
    finished_ = true;
    if (const auto model = reply.find("model"); model != reply.end() && model->is_string()) {
        model_ = model->get<std::string>();
    }
    if (const auto content = reply.find("content"); content != reply.end()) {
        has_output_ = !content->empty();
    }
    if (const auto reason = reply.find("stop_reason"); reason != reply.end()) {
        refused_ = *reason == "refusal";
    }
    protocol::merge(usage_, protocol::usage_report_from_reply(json));
}

bool ReplyMeter::refused_before_output() const {
    return refused_ && !has_output_;
}

}  // namespace atrium::proxy
