#include "proxy/request_guard.h"

#include <algorithm>

#include "core/protocol/ascii.h"

namespace atrium::proxy {

namespace {

constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

constexpr std::string_view kAllowedRequestHeaders =
    "authorization, x-api-key, content-type, anthropic-version, anthropic-beta, "
    "anthropic-dangerous-direct-browser-access, x-stainless-arch, x-stainless-lang, "
    "x-stainless-os, x-stainless-package-version, x-stainless-retry-count, x-stainless-runtime, "
    "x-stainless-runtime-version, x-stainless-timeout, x-stainless-helper-method";

// "localhost:8787" → "localhost", "[::1]:8787" → "[::1]"
std::string name_of_host(const std::string& host) {
    const std::size_t bracket = host.rfind(']');
    const std::size_t colon = host.rfind(':');
    const bool has_port =
        colon != std::string::npos && (bracket == std::string::npos || colon > bracket);
    return ascii::lowered(has_port ? host.substr(0, colon) : host);
}

HttpResponse plain_refusal(int status, const std::string& sentence) {
    HttpResponse response;
    response.status = status;
    response.headers = {{"content-type", "text/plain; charset=utf-8"}};
    response.body = std::make_shared<const std::string>(sentence + "\n");
    return response;
}

}  // namespace

RequestGuard::RequestGuard(const Config& config) : origins_(config.allowed_origins) {
    if (listens_on_loopback(config)) {
        hosts_ = {"localhost", "127.0.0.1", "[::1]"};
    }
    for (const std::string& origin : config.allowed_origins) {
        hosts_.push_back(name_of_host(origin.substr(origin.find("://") + 3)));
    }
}

bool RequestGuard::host_allowed(const std::string& host) const {
    return std::find(hosts_.begin(), hosts_.end(), name_of_host(host)) != hosts_.end();
}

bool RequestGuard::origin_listed(const std::string& origin) const {
    return std::find(origins_.begin(), origins_.end(), origin) != origins_.end();
}

bool RequestGuard::is_foreign_origin(const HttpRequest& request) const {
    const std::string origin = header_value(request.headers, "origin");
    const std::string host = header_value(request.headers, "host");
    return !origin.empty() && origin != "http://" + host && origin != "https://" + host;
}

std::optional<HttpResponse> RequestGuard::intercept(const HttpRequest& request) const {
    // Load balancers ask under an address of their own, and learn nothing private.
    const bool probe = request.path == "/healthz" || request.path == "/readyz";
    if (!probe && !host_allowed(header_value(request.headers, "host"))) {
        return plain_refusal(
            421,
            "This server does not answer to that name. If it should, add its origin to "
            "ATRIUM_ALLOWED_ORIGINS.");
    }
    if (is_foreign_origin(request) && !origin_listed(header_value(request.headers, "origin"))) {
        return plain_refusal(403, "Pages of another origin may not use this server.");
    }
    if (request.method == "OPTIONS") {
        HttpResponse preflight;
        preflight.status = 204;
        preflight.headers = {{"access-control-allow-methods", "GET, POST"},
                             {"access-control-allow-headers", std::string(kAllowedRequestHeaders)},
                             {"access-control-max-age", "600"}};
        return preflight;
    }
    return std::nullopt;
}

void RequestGuard::protect(const HttpRequest& request, HttpResponse& response) const {
    auto& headers = response.headers;
    headers.emplace_back("content-security-policy", kContentSecurityPolicy);
    headers.emplace_back("x-content-type-options", "nosniff");
    headers.emplace_back("referrer-policy", "no-referrer");
    headers.emplace_back("cross-origin-opener-policy", "same-origin");
    headers.emplace_back("permissions-policy", "camera=(), geolocation=(), microphone=()");
    headers.emplace_back("vary", "Origin");
    if (header_value(headers, "cache-control").empty()) {
        headers.emplace_back("cache-control", "no-store");
    }
    const std::string origin = header_value(request.headers, "origin");
    if (is_foreign_origin(request) && origin_listed(origin)) {
        headers.emplace_back("access-control-allow-origin", origin);
        headers.emplace_back("access-control-expose-headers",
                             "request-id, retry-after, x-should-retry, x-atrium-messages-left");
    } else {
        headers.emplace_back("cross-origin-resource-policy", "same-origin");
    }
}

}  // namespace atrium::proxy
