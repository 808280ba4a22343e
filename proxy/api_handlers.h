// Everything that is not Claude: what the workspace asks for at its start, one's own usage, the
// operator's overview, health, metrics.
#pragma once

#include "core/protocol/model_catalog.h"
#include "proxy/auth.h"
#include "proxy/bookkeeper.h"
#include "proxy/config.h"
#include "proxy/database.h"
#include "proxy/http.h"
#include "proxy/metrics.h"

namespace atrium::proxy {

struct ApiServices {
    const Config& config;
    const protocol::ModelCatalog& catalog;
    Database& database;
    Authenticator& authenticator;
    Bookkeeper& bookkeeper;
    Metrics& metrics;
};

class ApiHandlers {
 public:
    explicit ApiHandlers(ApiServices services) : services_(services) {}

    // Public, because the workspace must know before anyone has signed in whether Claude is there.
    HttpResponse config() const;
    // {"token": one-time token} → {"token": session}
    HttpResponse begin_session(const HttpRequest& request);
    HttpResponse own_usage(const HttpRequest& request);
    // Administrators only. ?from=&to=&by=day|hour&format=json|csv
    HttpResponse usage_stats(const HttpRequest& request);
    HttpResponse health() const;
    HttpResponse readiness();
    // From this machine, or with an administrator's token.
    HttpResponse metrics(const HttpRequest& request);

 private:
    Authenticator::Outcome administrator(const HttpRequest& request);

    ApiServices services_;
};

}  // namespace atrium::proxy
