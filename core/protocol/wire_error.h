// Anthropic's error shape, which our own errors share so that every SDK understands them:
//     {"type":"error","error":{"type":"rate_limit_error","message":"..."},"request_id":"req_..."}
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/protocol/stream_event.h"

namespace atrium::protocol {

// "rate_limit_error" → 429; an unknown type → 500.
[[nodiscard]] int http_status_from_error_type(std::string_view type);

// 429 → "rate_limit_error"; other 4xx → "invalid_request_error", other 5xx → "api_error".
[[nodiscard]] std::string_view error_type_from_http_status(int status);

// The body of an error response, and the data of an error event inside a stream. request_id may be
// empty and is left out then.
[[nodiscard]] std::string json_from_error(std::string_view type,
                                          std::string_view message,
                                          std::string_view request_id);

// What a response with an error status says. A body that is not of Anthropic's shape (a gateway's
// HTML page) gives a sentence of our own, never the page.
[[nodiscard]] StreamError stream_error_from_response(int http_status,
                                                     std::string_view body,
                                                     std::optional<int> retry_after_seconds);

}  // namespace atrium::protocol
