// Reads what a request to Claude asks for and decides whether this proxy forwards it: allowed
// model, bounded answer, no option that raises the price beyond what can be reckoned. The body
// itself is never changed, because signatures and the cache depend on its bytes.
#pragma once

#include <string>
#include <string_view>

#include "core/protocol/model_catalog.h"
#include "core/protocol/money.h"
#include "core/protocol/result.h"
#include "proxy/config.h"
#include "proxy/ledger.h"

namespace atrium::proxy {

struct RequestPlan {
    std::string model;
    int max_tokens = 0;
    bool stream = false;
    RequestKind kind = RequestKind::Message;
};

// An Error's code is Anthropic's error type ("invalid_request_error", "not_found_error"), its
// message a sentence for whoever wrote the request.
Result<RequestPlan> plan_from_body(std::string_view body,
                                   const Config& config,
                                   const protocol::ModelCatalog& catalog);

// No answer to a body of that size with that plan can cost more on that day.
[[nodiscard]] protocol::NanoUsd upper_bound_of(const RequestPlan& plan,
                                               std::size_t body_bytes,
                                               const Config& config,
                                               const protocol::ModelCatalog& catalog,
                                               std::string_view day);

}  // namespace atrium::proxy
