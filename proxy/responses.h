// Answers in Anthropic's error shape, which every SDK turns into its own error types.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/protocol/result.h"
#include "proxy/http.h"
#include "proxy/ledger.h"

namespace atrium::proxy {

// Whether the caller's SDK may try the same request again by itself.
enum class Retry { Never, Allowed };

struct ErrorAnswer {
    int status = 500;
    std::string type = "api_error";
    std::string message;
    Retry retry = Retry::Never;
    std::optional<int> retry_after_seconds;
};

// When it is worth trying a busy or unreachable server again.
inline constexpr int kBusyRetrySeconds = 2;

[[nodiscard]] ErrorAnswer no_key_answer();
[[nodiscard]] ErrorAnswer unreachable_answer();

[[nodiscard]] HttpResponse error_response(const ErrorAnswer& answer, std::string_view request_id);

// 503: the database is away. Nothing was admitted, so trying again is safe.
[[nodiscard]] HttpResponse storage_response(std::string_view request_id);

// 429: a limit of the day. The SDK must not retry it (it would wait for hours on the Retry-After),
// and the sentence tells a creator what is used up, until when, and how to go on.
[[nodiscard]] HttpResponse admission_refusal(Verdict verdict,
                                             int messages_per_day,
                                             int seconds_until_next_day,
                                             std::string_view request_id);

}  // namespace atrium::proxy
