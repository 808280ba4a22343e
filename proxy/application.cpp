#include "proxy/application.h"

#include <algorithm>
#include <cstdlib>

#include "proxy/responses.h"
#include "proxy/tokens.h"

namespace atrium::proxy {

namespace {

constexpr const char* kSessionPath = "/api/v1/session";
// A one-time token and the JSON around it.
constexpr std::size_t kMaxSessionBytes = 4096;

bool is_claude(const std::string& path) {
    return path.starts_with("/v1/");
}

bool is_api(const std::string& path) {
    return is_claude(path) || path.starts_with("/api/");
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

// Anybody may send one, so its length is to be known before it is read.
std::optional<HttpResponse> refuse_large_session(const HttpRequest& request) {
    const std::string length = header_value(request.headers, "content-length");
    const bool counted = header_value(request.headers, "transfer-encoding").empty();
    if (counted && std::strtoull(length.c_str(), nullptr, 10) <= kMaxSessionBytes) {
        return std::nullopt;
    }
    return error_response({counted ? 413 : 411,
                           counted ? "request_too_large" : "invalid_request_error",
                           "A session is asked for with a few bytes of a stated length.",
                           Retry::Never,
                           std::nullopt},
                          "");
}

}  // namespace

Application::Application(RequestGuard guard,
                         StaticSite site,
                         Authenticator& authenticator,
                         ApiHandlers& api,
                         MessagesHandler& messages,
                         Metrics& metrics)
    : guard_(std::move(guard)),
      site_(std::move(site)),
      authenticator_(authenticator),
      metrics_(metrics) {
    routes_ = {
        {"POST",
         "/v1/messages",
         [&](const auto& request) {
             return messages.create_message(request);
         }},
        {"POST",
         "/v1/messages/count_tokens",
         [&](const auto& request) {
             return messages.count_tokens(request);
         }},
        {"POST",
         "/api/v1/session",
         [&](const auto& request) {
             return api.begin_session(request);
         }},
        {"GET",
         "/api/v1/config",
         [&](const auto&) {
             return api.config();
         }},
        {"GET",
         "/api/v1/usage",
         [&](const auto& request) {
             return api.own_usage(request);
         }},
        {"GET",
         "/api/v1/admin/usage-stats",
         [&](const auto& request) {
             return api.usage_stats(request);
         }},
        {"GET",
         "/api/v1/openapi.json",
         [&](const auto&) {
             return api.openapi();
         }},
        {"GET",
         "/metrics",
         [&](const auto& request) {
             return api.metrics(request);
         }},
        {"GET",
         "/healthz",
         [&](const auto&) {
             return api.health();
         }},
        {"GET",
         "/readyz",
         [&](const auto&) {
             return api.readiness();
         }},
    };
}

std::vector<std::string> Application::post_paths() const {
    std::vector<std::string> paths;
    for (const Route& route : routes_) {
        if (route.method == "POST") {
            paths.push_back(route.path);
        }
    }
    return paths;
}

const Application::Route* Application::route_of(const std::string& method,
                                                const std::string& path) const {
    const auto found = std::find_if(routes_.begin(), routes_.end(), [&](const Route& route) {
        return route.path == path && route.method == method;
    });
    return found == routes_.end() ? nullptr : &*found;
}

std::optional<HttpResponse> Application::refusal_of_post(HttpRequest& request) {
    if (request.path == kSessionPath) {
        return refuse_large_session(request);
    }
    if (!is_claude(request.path)) {
        return std::nullopt;
    }
    Authenticator::Outcome who = authenticator_.authenticate(request, random_id("req_"));
    if (!who.user) {
        metrics_.add(Counter::RefusedTokens);
        return std::move(who.refusal);
    }
    request.user = std::make_shared<const User>(std::move(*who.user));
    return std::nullopt;
}

std::optional<HttpResponse> Application::before_body(HttpRequest& request) {
    metrics_.add(Counter::Requests);
    if (std::optional<HttpResponse> intercepted = guard_.intercept(request)) {
        if (intercepted->status >= 400) {
            metrics_.add(Counter::RefusedOrigins);
        }
        return intercepted;
    }
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (reads) {
        if (const Route* route = route_of("GET", request.path)) {
            return route->answer(request);
        }
    } else if (request.method == "POST") {
        if (route_of("POST", request.path)) {
            return refusal_of_post(request);
        }
    }
    if (route_of(reads ? "POST" : "GET", request.path)) {
        return wrong_method();
    }
    if (!reads) {
        return request.method == "POST" ? no_such_route(request) : wrong_method();
    }
    return is_api(request.path) ? no_such_route(request) : site_.answer(request);
}

HttpResponse Application::handle_post(const HttpRequest& request) {
    return route_of("POST", request.path)->answer(request);
}

void Application::finish(const HttpRequest& request, HttpResponse& response) {
    guard_.protect(request, response);
}

}  // namespace atrium::proxy
