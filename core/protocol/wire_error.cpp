#include "core/protocol/wire_error.h"

#include <array>
#include <utility>

#include "core/protocol/json_fields.h"

namespace atrium::protocol {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 12> kErrors{{
    {400, "invalid_request_error"},
    {401, "authentication_error"},
    {402, "billing_error"},
    {403, "permission_error"},
    {404, "not_found_error"},
    {409, "conflict_error"},
    {413, "request_too_large"},
    {429, "rate_limit_error"},
    {500, "api_error"},
    {504, "timeout_error"},
    {529, "overloaded_error"},
    {503, "api_error"},
}};

std::string sentence_from_status(int status) {
    return "The service behind this proxy answered with status " + std::to_string(status) +
           " and no explanation.";
}

}  // namespace

int http_status_from_error_type(std::string_view type) {
    for (const auto& [status, name] : kErrors) {
        if (name == type) {
            return status;
        }
    }
    return 500;
}

std::string_view error_type_from_http_status(int status) {
    for (const auto& [known, name] : kErrors) {
        if (known == status) {
            return name;
        }
    }
    return status >= 400 && status < 500 ? "invalid_request_error" : "api_error";
}

std::string json_from_error(std::string_view type,
                            std::string_view message,
                            std::string_view request_id) {
    Json error = {{"type", type}, {"message", message}};
    Json body = {{"type", "error"}, {"error", std::move(error)}};
    if (!request_id.empty()) {
        body["request_id"] = request_id;
    }
    return text_from_json(body);
}

StreamError stream_error_from_response(int http_status,
                                       std::string_view body,
                                       std::optional<int> retry_after_seconds) {
    const Json json = parse_json(body);
    const Json& error = field(json, "error");
    std::string type = text_field(error, "type");
    std::string message = text_field(error, "message");
    if (type.empty()) {
        type = error_type_from_http_status(http_status);
    }
    if (message.empty()) {
        message = sentence_from_status(http_status);
    }
    return {std::move(type), std::move(message), http_status, retry_after_seconds};
}

}  // namespace atrium::protocol
