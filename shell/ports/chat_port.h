// Where replies come from: Claude through the proxy, or the built-in guide. The workspace cannot tell
// them apart except by the label it shows.
#pragma once

#include <cstdint>

#include "core/protocol/messages.h"

namespace atrium::shell {

// Names one streamed reply; never reused within a session.
using StreamId = std::uint64_t;

class ChatPort {
 public:
    virtual ~ChatPort() = default;

    // Begins one streamed reply and returns at once. Its events arrive in the Inbox as StreamArrived
    // with this id, in order, and end with exactly one MessageStopped or StreamError.
    virtual void start(StreamId stream, const protocol::MessagesRequest& request) = 0;

    // Ends a stream early; nothing more arrives for it. Unknown and ended ids are ignored.
    virtual void cancel(StreamId stream) = 0;
};

}  // namespace atrium::shell
