// POST /v1/messages and /v1/messages/count_tokens. The order of every message: authenticate →
// admit (count and reserve in one transaction) → upstream → relay → settle, whatever happens in
// between. Nothing is forwarded that is not on a list.
#pragma once

#include <memory>
#include <mutex>
#include <set>

#include "core/protocol/model_catalog.h"
#include "proxy/auth.h"
#include "proxy/bookkeeper.h"
#include "proxy/config.h"
#include "proxy/exchange.h"
#include "proxy/http.h"
#include "proxy/metrics.h"
#include "proxy/request_policy.h"
#include "proxy/upstream.h"

namespace atrium::proxy {

// What every message needs; owned by serve.cpp.
struct MessageServices {
    const Config& config;
    const protocol::ModelCatalog& catalog;
    Authenticator& authenticator;
    Bookkeeper& bookkeeper;
    Metrics& metrics;
    Upstream* upstream;  // null without a key
};

class MessagesHandler {
 public:
    explicit MessagesHandler(MessageServices services) : services_(services) {}

    HttpResponse create_message(const HttpRequest& request);
    HttpResponse count_tokens(const HttpRequest& request);

    // From another thread: ends every reply that is under way, so that the server can stop.
    void cancel_all();

 private:
    struct Call;

    HttpResponse forward(const HttpRequest& request, const std::shared_ptr<Call>& call);
    HttpResponse refuse_busy(const std::string& request_id);
    HttpResponse answer_without_head(Call& call);
    HttpResponse answer_error_status(const HttpRequest& request, Call& call);
    HttpResponse answer_stream(const std::shared_ptr<Call>& call);
    HttpResponse answer_whole(const HttpRequest& request, Call& call);
    void settle(Call& call);
    [[nodiscard]] Pace pace() const;

    MessageServices services_;
    std::mutex mutex_;
    std::set<Exchange*> under_way_;
    bool stopping_ = false;
};

}  // namespace atrium::proxy
