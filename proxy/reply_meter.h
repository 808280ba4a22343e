// Reads along while a reply is relayed and knows at its end what it used: tokens, the model that
// answered, whether it was whole. It keeps no text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/protocol/sse.h"
#include "core/protocol/stream_event.h"
#include "core/protocol/usage.h"

namespace atrium::proxy {

class ReplyMeter {
 public:
    // Bytes of a streamed reply, cut anywhere.
    void read_stream(std::string_view bytes);
    // A whole reply of the non-streaming API.
    void read_reply(std::string_view json);

    // message_start came: from here on the request costs money.
    [[nodiscard]] bool started() const { return started_; }

    // The reply is whole.
    [[nodiscard]] bool finished() const { return finished_; }

    // Upstream said itself, inside the stream, that it failed.
    [[nodiscard]] bool failed() const { return failed_; }

    // Roughly how many tokens of output came, for a reply that never told.
    [[nodiscard]] std::int64_t estimated_output_tokens() const { return estimated_output_tokens_; }

    // A refusal before any output, which is not billed.
    [[nodiscard]] bool refused_before_output() const;

    // What should have been a whole reply is no JSON object: some gateway's page.
    [[nodiscard]] bool unreadable() const { return unreadable_; }

    [[nodiscard]] const std::string& model() const { return model_; }

    [[nodiscard]] const protocol::Usage& usage() const { return usage_; }

 private:
    void take(const protocol::SseEvent& event);

    protocol::SseParser parser_;
    protocol::Usage usage_;
    std::string model_;
    std::int64_t estimated_output_tokens_ = 0;
    bool started_ = false;
    bool has_output_ = false;
    bool finished_ = false;
    bool failed_ = false;
    bool refused_ = false;
    bool unreadable_ = false;
};

}  // namespace atrium::proxy
