// The built-in guide behind the same port as Claude. It answers at once, so its words are handed out at
// a reading pace, and Stop stops it like any other reply.
#pragma once

#include <deque>
#include <functional>
#include <optional>

#include "core/domain/context.h"
#include "core/domain/workspace.h"
#include "shell/inbox.h"
#include "shell/ports/chat_port.h"

namespace atrium::shell {

class GuideChat : public ChatPort {
 public:
    enum class Pace { Reading, Immediate };

    // `workspace` gives the state at the moment a reply is thought of; `context` the time.
    GuideChat(Inbox& inbox,
              std::function<const domain::Workspace&()> workspace,
              std::function<domain::Context()> context,
              Pace pace);

    void start(StreamId stream, const protocol::MessagesRequest& request) override;
    void cancel(StreamId stream) override;

    // Posts what is due by now. Milliseconds until the next part, negative when nothing waits. A clock
    // that was set back delays nothing.
    domain::Millis tick(domain::Millis now);

 private:
    // A reply that is asked for and not thought of yet.
    struct Question {
        domain::Millis due;
        protocol::MessagesRequest request;  // its last message; the guide reads no other
    };

    struct Part {
        domain::Millis due;
        protocol::StreamEvent event;
    };

    void think(const protocol::MessagesRequest& request);

    Inbox& inbox_;
    std::function<const domain::Workspace&()> workspace_;
    std::function<domain::Context()> context_;
    Pace pace_;
    StreamId stream_ = 0;
    domain::Millis last_now_ = 0;
    std::optional<Question> question_;
    std::deque<Part> waiting_;
};

}  // namespace atrium::shell
