#include "proxy/application.h"

#include <algorithm>

#include "proxy/responses.h"

namespace atrium::proxy {

namespace {

constexpr std::string_view kMessages = "/v1/messages";
constexpr std::string_view kCountTokens = "/v1/messages/count_tokens";
constexpr std::string_view kSession = "/api/v1/session";

bool is_api(const std::string& path) {
    return path.rfind("/v1/", 0) == 0 || path.rfind("/api/", 0) == 0;
}

HttpResponse no_such_route(const HttpRequest& request) {
    return error_response({404,
                           "not_found_error",
                           request.method + " " + request.path + " does not exist here.",
                           Retry::Never,
                           std::nullopt},
                          "");
}

HttpResponse wrong_method() {
    return error_response({405,
                           "invalid_request_error",
                           "This address does not take that method.",
                           Retry::Never,
                           std::nullopt},
                          "");
}

}  // namespace

Application::Application(RequestGuard guard,
                         StaticSite site,
                         ApiHandlers& api,
                         MessagesHandler& messages,
                         Metrics& metrics)
    : guard_(std::move(guard)),
      site_(std::move(site)),
      api_(api),
      messages_(messages),
      metrics_(metrics) {}

std::vector<std::string> Application::post_paths() const {
    return {std::string(kMessages), std::string(kCountTokens), std::string(kSession)};
}

std::optional<HttpResponse> Application::before_body(const HttpRequest& request) {
    metrics_.add(Counter::Requests);
    if (std::optional<HttpResponse> intercepted = guard_.intercept(request)) {
        return intercepted;
    }
    if (request.method == "GET" || request.method == "HEAD") {
        return answer_get(request);
    }
    if (request.method != "POST") {
        return wrong_method();
    }
    const std::vector<std::string> paths = post_paths();
    if (std::find(paths.begin(), paths.end(), request.path) == paths.end()) {
        return no_such_route(request);
    }
    return std::nullopt;
}

HttpResponse Application::answer_get(const HttpRequest& request) {
    const std::string& path = request.path;
    if (path == "/healthz") {
        return api_.health();
    }
    if (path == "/readyz") {
        return api_.readiness();
    }
    if (path == "/metrics") {
        return api_.metrics(request);
    }
    if (path == "/api/v1/config") {
        return api_.config();
    }
    if (path == "/api/v1/usage") {
        return api_.own_usage(request);
    }
    if (path == "/api/v1/admin/usage-stats") {
        return api_.usage_stats(request);
    }
    return is_api(path) ? no_such_route(request) : site_.answer(request);
}

HttpResponse Application::handle_post(const HttpRequest& request) {
    if (request.path == kMessages) {
        return messages_.create_message(request);
    }
    if (request.path == kCountTokens) {
        return messages_.count_tokens(request);
    }
    return api_.begin_session(request);
}

void Application::finish(const HttpRequest& request, HttpResponse& response) {
    guard_.protect(request, response);
}

}  // namespace atrium::proxy
