#include "web/chat_fetch.h"

#include <string>
#include <utility>
#include <variant>

#include <emscripten.h>

#include "core/protocol/limits.h"
#include "core/protocol/wire_error.h"
#include "web/bridge/bridge.h"
#include "web/workspace_host.h"

namespace atrium::web {

void ChatFetch::start(shell::StreamId stream, const protocol::MessagesRequest& request) {
    streams_.erase(stream);
    streams_.try_emplace(stream);
    const std::string body = protocol::json_from_request(request);
    web_chat_start(
        static_cast<double>(stream), body.data(), body.size(), protocol::kSilentStreamSeconds);
}

void ChatFetch::cancel(shell::StreamId stream) {
    if (streams_.erase(stream) > 0) {
        web_chat_cancel(static_cast<double>(stream));
    }
}

void ChatFetch::cancel_all() {
    while (!streams_.empty()) {
        cancel(streams_.begin()->first);
    }
}

void ChatFetch::bytes_arrived(shell::StreamId stream, std::string_view bytes) {
    const auto found = streams_.find(stream);
    if (found == streams_.end()) {
        return;
    }
    found->second.began = true;
    const std::vector<protocol::SseEvent> events = found->second.parser.feed(bytes);
    const bool overflowed = found->second.parser.overflowed();
    for (const protocol::SseEvent& sse : events) {
        protocol::StreamEvent event = protocol::stream_event_from_sse(sse);
        const bool last = std::holds_alternative<protocol::MessageStopped>(event) ||
                          std::holds_alternative<protocol::StreamError>(event);
        if (last) {
            cancel(stream);
        }
        host().post(shell::StreamArrived{.stream = stream, .event = std::move(event)});
        if (last || !streams_.contains(stream)) {
            return;
        }
    }
    if (overflowed) {
        web_chat_cancel(static_cast<double>(stream));
        fail(stream, {.type = "malformed_stream", .message = "The reply was not readable."});
    }
}

void ChatFetch::ended(shell::StreamId stream, std::string_view problem) {
    const auto found = streams_.find(stream);
    if (found == streams_.end()) {
        return;
    }
    if (found->second.began || problem.empty()) {
        fail(stream, {.type = "cut_off", .message = "The reply was cut off before its end."});
    } else {
        fail(stream,
             {.type = "connection_error",
              .message = "Atrium's server could not be reached. Check the connection."});
    }
}

void ChatFetch::refused(shell::StreamId stream,
                        int http_status,
                        std::optional<int> retry_after_seconds,
                        std::string_view body) {
    if (streams_.contains(stream)) {
        fail(stream, protocol::stream_error_from_response(http_status, body, retry_after_seconds));
    }
}

void ChatFetch::fail(shell::StreamId stream, protocol::StreamError error) {
    streams_.erase(stream);
    host().post(shell::StreamArrived{.stream = stream, .event = std::move(error)});
}

}  // namespace atrium::web

extern "C" {

EMSCRIPTEN_KEEPALIVE void web_on_chat_bytes(double stream, const char* bytes, std::size_t length) {
    atrium::web::host().chat().bytes_arrived(static_cast<atrium::shell::StreamId>(stream),
                                             {bytes, length});
}

EMSCRIPTEN_KEEPALIVE void web_on_chat_ended(double stream,
                                            const char* problem,
                                            std::size_t length) {
    atrium::web::host().chat().ended(static_cast<atrium::shell::StreamId>(stream),
                                     {problem, length});
}

EMSCRIPTEN_KEEPALIVE void web_on_chat_refused(
    double stream, int http_status, int retry_after, const char* body, std::size_t length) {
    const std::optional<int> seconds =
        retry_after >= 0 ? std::optional<int>(retry_after) : std::nullopt;
    atrium::web::host().chat().refused(
        static_cast<atrium::shell::StreamId>(stream), http_status, seconds, {body, length});
}
}
