// Why a reply did not arrive whole, in the creator's words and with the next step.
#pragma once

#include <string>

#include "core/protocol/stream_event.h"

namespace atrium::domain {

struct ReplyProblem {
    // offline, cut-off, rate-limited, daily-limit, overloaded, not-signed-in, no-key, too-long,
    // refused, length-limit, conversation-full or failed
    std::string code;
    std::string sentence;

    bool operator==(const ReplyProblem&) const = default;
};

ReplyProblem problem_from_error(const protocol::StreamError& error);

// For the ends that are no error of the connection: MaxTokens, Refusal, ContextWindowExceeded.
// The code is empty for a reason that is no problem.
ReplyProblem problem_from_stop(protocol::StopReason reason);

}  // namespace atrium::domain
