// Everything that is not Claude: what the workspace asks for at its start, one's own usage, the
// operator's overview, health, metrics.
#pragma once

#include <atomic>

#include "proxy/alerts.h"
#include "proxy/auth.h"
#include "proxy/bookkeeper.h"
#include "proxy/database.h"
#include "proxy/http.h"
#include "proxy/live_settings.h"
#include "proxy/metrics.h"

namespace atrium::proxy {

struct ApiServices {
    const LiveSettings& settings;
    Database& database;
    Alerts& alerts;
    Authenticator& authenticator;
    Bookkeeper& bookkeeper;
    Metrics& metrics;
    const std::atomic<bool>& stopping;
};

class ApiHandlers {
 public:
    explicit ApiHandlers(ApiServices services) : services_(services) {}

    // Public, because the workspace must know before anyone has signed in whether Claude is there.
    HttpResponse config() const;
    // {"token": one-time token} → {"token": session}
    HttpResponse begin_session(const HttpRequest& request);
    HttpResponse own_usage(const HttpRequest& request);
    // Administrators only. ?from=&to=&by=day|hour|user|model&format=json|csv
    HttpResponse usage_stats(const HttpRequest& request);
    // The description of all this, for programs.
    HttpResponse openapi() const;
    HttpResponse health() const;
    // 503 while the database cannot be read or written, and once the server stops.
    HttpResponse readiness();
    // From this machine, or with an administrator's token.
    HttpResponse metrics(const HttpRequest& request);

 private:
    Authenticator::Outcome administrator(const HttpRequest& request);

    ApiServices services_;
};

}  // namespace atrium::proxy
