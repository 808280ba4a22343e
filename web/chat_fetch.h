// Claude through the proxy: the request leaves by fetch, the reply's bytes come back as they arrive
// and are parsed here.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "core/protocol/sse.h"
#include "core/protocol/stream_event.h"
#include "shell/ports/chat_port.h"

namespace atrium::web {

class ChatFetch : public shell::ChatPort {
 public:
    void start(shell::StreamId stream, const protocol::MessagesRequest& request) override;
    void cancel(shell::StreamId stream) override;

    void cancel_all();

    void bytes_arrived(shell::StreamId stream, std::string_view bytes);

    // The connection ended, with the browser's words for it when it broke. A reply that had not
    // reached its own end is a broken one.
    void ended(shell::StreamId stream, std::string_view problem);

    // The proxy answered with an error status instead of a stream.
    void refused(shell::StreamId stream,
                 int http_status,
                 std::optional<int> retry_after_seconds,
                 std::string_view body);

 private:
    struct Stream {
        protocol::SseParser parser;
        bool began = false;
    };

    // Ends the stream for the workspace; later bytes are ignored.
    void fail(shell::StreamId stream, protocol::StreamError error);

    std::map<shell::StreamId, Stream> streams_;
};

}  // namespace atrium::web
