#include "core/domain/reply_problem.h"

#include <array>
#include <string_view>

#include "core/domain/shared_errors.h"

namespace atrium::domain {
namespace {

using protocol::StopReason;
using protocol::StreamError;

// A wait longer than this is a quota of the day and no passing rate limit.
constexpr int kQuotaWaitSeconds = 600;

struct KnownType {
    std::string_view type;
    std::string_view code;
    std::string_view sentence;
};

// Anthropic's error types, plus the two that web/ and the terminal raise themselves.
constexpr std::array kKnownTypes = {
    KnownType{"network_error",
              "offline",
              "The server cannot be reached. What you wrote is kept; try again when you are back "
              "online, or go on with the built-in guide."},
    KnownType{"cut_off",
              "cut-off",
              "The connection broke before the answer was finished. The text so far is kept."},
    KnownType{"overloaded_error",
              "overloaded",
              "Claude is overloaded right now. Try again in a minute, or go on with the built-in "
              "guide."},
    KnownType{"authentication_error",
              "not-signed-in",
              "The server did not accept your access token. Open the address that `atrium run` "
              "printed, or enter a token in Settings."},
    KnownType{"permission_error",
              "not-allowed",
              "Your access does not include this. Ask whoever runs this server."},
    KnownType{"billing_error",
              "no-credit",
              "The server's Claude account cannot pay for more messages. Whoever runs it has to "
              "act; the built-in guide goes on meanwhile."},
    KnownType{"request_too_large", "too-long", kTooLongToSend},
    KnownType{"timeout_error", "slow", "Claude took too long to answer. Try again."},
    KnownType{"not_found_error",
              "model-unknown",
              "The chosen model is not available any more. Choose another one in Settings."},
};

std::string rate_limit_sentence(const StreamError& error) {
    if (!error.retry_after_seconds) {
        return "Claude accepts no more messages at the moment. Try again in a minute.";
    }
    return "Claude accepts no more messages at the moment. Try again in " +
           std::to_string(*error.retry_after_seconds) + " seconds.";
}

}  // namespace

ReplyProblem problem_from_error(const StreamError& error) {
    if (error.type == "rate_limit_error") {
        // Our proxy words its own limits for creators; a passing limit of Claude is worded here.
        const bool is_quota = error.retry_after_seconds.value_or(0) > kQuotaWaitSeconds;
        return is_quota ? ReplyProblem{"daily-limit", error.message}
                        : ReplyProblem{"rate-limited", rate_limit_sentence(error)};
    }
    for (const KnownType& known : kKnownTypes) {
        if (known.type == error.type) {
            return {std::string(known.code), std::string(known.sentence)};
        }
    }
    return {"failed", "The answer failed: " + error.message};
}

ReplyProblem problem_from_stop(StopReason reason) {
    switch (reason) {
        case StopReason::MaxTokens:
            return {"length-limit",
                    "The answer reached its length limit. You can let it continue."};
        case StopReason::Refusal:
            return {"refused", "Claude declined to answer this. Put it differently, or go on."};
        case StopReason::ContextWindowExceeded:
            return {"conversation-full",
                    "The conversation has become too long for this model. Choose a larger one in "
                    "Settings, or go on with the built-in guide."};
        case StopReason::None:
        case StopReason::EndTurn:
        case StopReason::StopSequence:
        case StopReason::ToolUse:
        case StopReason::PauseTurn:
        case StopReason::Other:
            return {};
    }
    return {};
}

}  // namespace atrium::domain
