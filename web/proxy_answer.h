// What the proxy says about itself, put together from its two answers: GET /api/v1/config, which is
// for everybody, and GET /api/v1/usage, which tells whether it knows this browser's token.
#pragma once

#include <string_view>

#include "shell/inbox.h"

namespace atrium::web {

// status 0: not reached, and the body is the browser's words for it; -1: not asked.
struct HttpAnswer {
    int status = -1;
    std::string_view body;
};

// The configuration, with one's own "messages_today", "messages_per_day" and "admin" when signed in. Where
// Claude is offered but the token is not accepted, the error "not-signed-in".
shell::ProxyAnswered proxy_answer(const HttpAnswer& config, const HttpAnswer& usage);

// Everybody's usage from GET /api/v1/admin/usage-stats, or a sentence on why there is none.
shell::UsageAnswered usage_answer(const HttpAnswer& usage);

}  // namespace atrium::web
