#include "proxy/responses.h"

#include "core/protocol/wire_error.h"

namespace atrium::proxy {

namespace {

std::string time_left_text(int seconds) {
    const int minutes = (seconds + 59) / 60;
    if (minutes < 60) {
        return std::to_string(minutes) + (minutes == 1 ? " minute" : " minutes");
    }
    const int hours = (minutes + 30) / 60;
    return "about " + std::to_string(hours) + (hours == 1 ? " hour" : " hours");
}

std::string what_is_used_up(Verdict verdict, int messages_per_day) {
    switch (verdict) {
        case Verdict::MessagesUsedUp:
            return "You have used all " + std::to_string(messages_per_day) +
                   " messages to Claude that this server allows you a day.";
        case Verdict::UserCostReached:
            return "Your share of today's budget for Claude does not cover another message.";
        default:
            return "Today's budget for Claude on this server does not cover another message.";
    }
}

}  // namespace

ErrorAnswer no_key_answer() {
    return {503,
            "api_error",
            "This server has no key for Claude. Whoever runs it can set CLAUDE_API_KEY; until then "
            "the built-in guide leads the session.",
            Retry::Never,
            std::nullopt};
}

ErrorAnswer unreachable_answer() {
    return {502,
            "api_error",
            "The server could not reach Claude. Try again in a moment.",
            Retry::Allowed,
            kBusyRetrySeconds};
}

HttpResponse error_response(const ErrorAnswer& answer, std::string_view request_id) {
    HttpResponse response = json_response(
        answer.status, protocol::json_from_error(answer.type, answer.message, request_id));
    response.headers.emplace_back("request-id", request_id);
    response.headers.emplace_back("x-should-retry",
                                  answer.retry == Retry::Allowed ? "true" : "false");
    if (answer.retry_after_seconds) {
        response.headers.emplace_back("retry-after", std::to_string(*answer.retry_after_seconds));
    }
    return response;
}

HttpResponse storage_response(std::string_view request_id) {
    return error_response({503,
                           "api_error",
                           "The server cannot reach its database. Try again in a moment.",
                           Retry::Allowed,
                           kBusyRetrySeconds},
                          request_id);
}

HttpResponse admission_refusal(Verdict verdict,
                               int messages_per_day,
                               int seconds_until_next_day,
                               std::string_view request_id) {
    const std::string sentence = what_is_used_up(verdict, messages_per_day) +
                                 " The next day starts in " +
                                 time_left_text(seconds_until_next_day) +
                                 "; until then the built-in guide goes on with you.";
    return error_response({429, "rate_limit_error", sentence, Retry::Never, seconds_until_next_day},
                          request_id);
}

}  // namespace atrium::proxy
