#include "proxy/upstream_headers.h"

#include "core/protocol/wire_error.h"
#include "proxy/log.h"
#include "proxy/responses.h"

namespace atrium::proxy {

namespace {

constexpr std::string_view kDefaultVersion = "2023-06-01";
constexpr std::size_t kMaxBetaBytes = 512;

bool only(const std::string& text, std::string_view allowed) {
    return text.find_first_not_of(allowed) == std::string::npos;
}

bool is_version(const std::string& text) {
    return text.size() == 10 && only(text, "0123456789-");
}

bool is_beta_list(const std::string& text) {
    return !text.empty() && text.size() <= kMaxBetaBytes &&
           only(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_., ");
}

bool concerns_the_operator(int status) {
    return status == 401 || status == 402 || status == 403;
}

}  // namespace

HttpHeaders upstream_headers(const HttpRequest& request) {
    const std::string version = header_value(request.headers, "anthropic-version");
    HttpHeaders headers = {
        {"content-type", "application/json"},
        {"user-agent", "atrium-proxy/" ATRIUM_VERSION},
        {"anthropic-version", is_version(version) ? version : std::string(kDefaultVersion)}};
    const std::string beta = header_value(request.headers, "anthropic-beta");
    if (is_beta_list(beta)) {
        headers.emplace_back("anthropic-beta", beta);
    }
    return headers;
}

std::string path_with_query(const HttpRequest& request) {
    return request.path + (request.query == "beta=true" ? "?beta=true" : "");
}

HttpHeaders relayed_headers(const UpstreamHead& head, const std::string& request_id) {
    HttpHeaders headers;
    const std::string type = header_value(head.headers, "content-type");
    headers.emplace_back("content-type", type.empty() ? "application/json" : type);
    const std::string upstream_id = header_value(head.headers, "request-id");
    headers.emplace_back("request-id", upstream_id.empty() ? request_id : upstream_id);
    headers.emplace_back("x-atrium-request-id", request_id);
    return headers;
}

HttpResponse relayed_error(const UpstreamHead& head,
                           const std::string& body,
                           const std::string& request_id) {
    if (concerns_the_operator(head.status)) {
        log_event(LogLevel::Error,
                  "upstream_refuses_key",
                  {{"id", request_id}, {"status", std::to_string(head.status)}});
        return error_response(
            {502,
             "api_error",
             "Claude refused this server's key or account. Whoever runs the server has to look at "
             "it; until then the built-in guide leads the session.",
             Retry::Never,
             std::nullopt},
            request_id);
    }
    const protocol::StreamError error =
        protocol::stream_error_from_response(head.status, body, std::nullopt);
    const bool has_shape = body.find("\"error\"") != std::string::npos;
    HttpResponse response = json_response(
        head.status,
        has_shape ? body : protocol::json_from_error(error.type, error.message, request_id));
    response.headers = relayed_headers(head, request_id);
    response.headers.front().second = "application/json";
    for (const char* name : {"retry-after", "x-should-retry"}) {
        if (std::string value = header_value(head.headers, name); !value.empty()) {
            response.headers.emplace_back(name, value);
        }
    }
    return response;
}

}  // namespace atrium::proxy
