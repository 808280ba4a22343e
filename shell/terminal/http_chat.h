// Claude through a proxy, for the terminal: the chat port over cpp-httplib, one blocking request at a
// time.
#pragma once

#include <string>

#include "shell/inbox.h"
#include "shell/ports/chat_port.h"

namespace atrium::shell {

class HttpChat : public ChatPort {
 public:
    // `base_url` as given to --proxy ("http://127.0.0.1:8787").
    HttpChat(std::string base_url, std::string token, Inbox& inbox);

    // Returns when the reply has ended; every event is in the inbox then.
    void start(StreamId stream, const protocol::MessagesRequest& request) override;

    void cancel(StreamId) override {}

    // The proxy's GET /api/v1/config.
    Result<std::string> ask_config();

 private:
    std::string base_url_;
    std::string token_;
    Inbox& inbox_;
};

}  // namespace atrium::shell
