// What a request that is over cost, judged by how it ended.
#pragma once

#include <optional>

#include "core/protocol/model_catalog.h"
#include "proxy/exchange.h"
#include "proxy/ledger.h"
#include "proxy/request_policy.h"

namespace atrium::proxy {

// exchange: null when upstream was never called. stopping: the proxy itself ended it.
struct EndedRequest {
    const Reservation& reservation;
    const RequestPlan& plan;
    const std::optional<UpstreamHead>& head;
    const Exchange* exchange = nullptr;
    bool stopping = false;
};

// A whole reply costs what upstream reported. One that broke is estimated from what came; when the
// client left and the rest could not be awaited, the answer is taken to have become as long as it
// was allowed to. What the proxy cut off before its head came costs its bound, as it would had the proxy
// been killed. What upstream never began, or refused, is free and does not count as a message.
[[nodiscard]] Settlement settlement_of(const EndedRequest& ended,
                                       const protocol::ModelCatalog& catalog,
                                       std::int64_t duration_millis);

}  // namespace atrium::proxy
