// POST /v1/messages and /v1/messages/count_tokens, of users who are known already. The order of every
// message: admit (count and reserve in one transaction) → upstream → relay → settle, whatever happens
// in between. Nothing is forwarded that is not on a list.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <set>

#include "proxy/bookkeeper.h"
#include "proxy/exchange.h"
#include "proxy/http.h"
#include "proxy/live_settings.h"
#include "proxy/metrics.h"
#include "proxy/users.h"

namespace atrium::proxy {

// What every message needs; owned by serve.cpp.
struct MessageServices {
    const LiveSettings& settings;
    Bookkeeper& bookkeeper;
    Metrics& metrics;
};

[[nodiscard]] Pace pace_of(const Config& config);

class MessagesHandler {
 public:
    explicit MessagesHandler(MessageServices services) : services_(services) {}

    HttpResponse create_message(const HttpRequest& request);
    HttpResponse count_tokens(const HttpRequest& request);

    // From another thread: ends every reply that is under way, so that the server can stop.
    void cancel_all();

 private:
    struct Call;

    // Counts and reserves; nothing when admitted, else the refusal.
    std::optional<HttpResponse> admit(Call& call, std::size_t body_bytes);
    // Null when the proxy is being stopped. As long as it lives, cancel_all() reaches it.
    std::shared_ptr<Exchange> begin_exchange(Upstream& upstream,
                                             const HttpRequest& request,
                                             ReplyForm form);
    HttpResponse forward(const HttpRequest& request, const std::shared_ptr<Call>& call);
    HttpResponse refuse_request(const Error& error, const std::string& request_id);
    HttpResponse refuse_busy(const std::string& request_id);
    HttpResponse answer_without_head(Call& call);
    HttpResponse answer_error_status(const HttpRequest& request, Call& call);
    HttpResponse answer_stream(const std::shared_ptr<Call>& call);
    HttpResponse answer_whole(const HttpRequest& request, Call& call);
    void settle(Call& call);
    HttpResponse refuse_storage(const std::string& request_id);

    MessageServices services_;
    SilenceWatch silence_watch_;
    WorkerThreads upstream_threads_{0, WorkerThreads::kUnbounded};
    std::mutex mutex_;
    std::set<Exchange*> under_way_;
    bool stopping_ = false;
};

}  // namespace atrium::proxy
