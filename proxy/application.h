// The routes: which handler answers which path, after the guard has let the request pass.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "proxy/api_handlers.h"
#include "proxy/auth.h"
#include "proxy/http_server.h"
#include "proxy/messages_handler.h"
#include "proxy/request_guard.h"
#include "proxy/static_site.h"

namespace atrium::proxy {

class Application : public HttpApplication {
 public:
    Application(RequestGuard guard,
                StaticSite site,
                Authenticator& authenticator,
                ApiHandlers& api,
                MessagesHandler& messages,
                Metrics& metrics);

    std::optional<HttpResponse> before_body(HttpRequest& request) override;
    HttpResponse handle_post(const HttpRequest& request) override;
    void finish(const HttpRequest& request, HttpResponse& response) override;
    [[nodiscard]] std::vector<std::string> post_paths() const override;

 private:
    struct Route {
        std::string method;
        std::string path;
        std::function<HttpResponse(const HttpRequest&)> answer;
    };

    // Who may not ask, or asks too much, is refused before the body is read; nothing else of a POST is.
    std::optional<HttpResponse> refusal_of_post(HttpRequest& request);
    [[nodiscard]] const Route* route_of(const std::string& method, const std::string& path) const;

    RequestGuard guard_;
    StaticSite site_;
    std::vector<Route> routes_;
    Authenticator& authenticator_;
    Metrics& metrics_;
};

}  // namespace atrium::proxy
