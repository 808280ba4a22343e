// What holds for every route: which names this server answers to, which pages of other origins may
// call it, and the headers that keep a browser safe. Names and origins are compared whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "proxy/config.h"
#include "proxy/http.h"

namespace atrium::proxy {

class RequestGuard {
 public:
    explicit RequestGuard(const Config& config);

    // The answer instead of the route's: a wrong Host or Origin, or a browser's preflight. Health checks
    // may come under any Host.
    [[nodiscard]] std::optional<HttpResponse> intercept(const HttpRequest& request) const;

    // Adds the security headers, and for an allowed foreign origin those of CORS.
    void protect(const HttpRequest& request, HttpResponse& response) const;

 private:
    [[nodiscard]] bool host_allowed(const std::string& host) const;
    [[nodiscard]] bool is_foreign_origin(const HttpRequest& request) const;
    [[nodiscard]] bool origin_listed(const std::string& origin) const;

    std::vector<std::string> hosts_;
    std::vector<std::string> origins_;
};

}  // namespace atrium::proxy
