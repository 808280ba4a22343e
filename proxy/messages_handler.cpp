#include "proxy/messages_handler.h"

#include <algorithm>

#include "core/protocol/wire_error.h"
#include "proxy/clock.h"
#include "proxy/log.h"
#include "proxy/request_policy.h"
#include "proxy/responses.h"
#include "proxy/settlement.h"
#include "proxy/tokens.h"
#include "proxy/upstream_headers.h"

namespace atrium::proxy {

namespace {

// Stands in for a client that left before the reply could begin.
class NobodyListens : public StreamWriter {
 public:
    bool write(std::string_view) override { return false; }

    bool alive() override { return false; }
};

std::string error_event(const std::string& type,
                        const std::string& message,
                        const std::string& id) {
    return protocol::sse_from_event({"error", protocol::json_from_error(type, message, id)});
}

}  // namespace

Pace pace_of(const Config& config) {
    Pace pace;
    pace.ping_after = std::chrono::seconds(config.ping_seconds);
    pace.drain_at_most = std::chrono::seconds(config.drain_seconds);
    return pace;
}

// One request on its way. Its end settles the reservation, however the request ended.
struct MessagesHandler::Call {
    explicit Call(MessagesHandler& owner)
        : handler(owner), settings(owner.services_.settings.current()) {}

    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    ~Call() {
        if (exchange && !settled) {
            NobodyListens nobody;
            exchange->relay(nobody, pace());
        }
        if (reserved && !settled) {
            handler.settle(*this);
        }
    }

    [[nodiscard]] Pace pace() const { return pace_of(settings->config); }

    MessagesHandler& handler;
    const std::shared_ptr<const Settings> settings;  // outlives the exchange, which uses it
    std::string request_id = random_id("req_");
    std::int64_t started_at = now_millis();
    User user;
    RequestPlan plan;
    Reservation reservation;
    int messages_left = 0;
    std::shared_ptr<Exchange> exchange;
    std::optional<UpstreamHead> head;
    std::optional<StreamSlot> slot;
    bool reserved = false;
    bool settled = false;
};

void MessagesHandler::cancel_all() {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (Exchange* exchange : under_way_) {
        exchange->cancel();
    }
}

HttpResponse MessagesHandler::create_message(const HttpRequest& request) {
    auto call = std::make_shared<Call>(*this);
    call->user = *request.user;
    const Settings& settings = *call->settings;
    if (!settings.upstream) {
        return error_response(no_key_answer(), call->request_id);
    }
    const Result<RequestPlan> plan =
        plan_from_body(request.body, settings.config, settings.catalog);
    if (!plan) {
        return refuse_request(plan.error(), call->request_id);
    }
    call->plan = plan.value();
    call->slot = StreamSlot::take(services_.metrics, settings.config.max_streams);
    if (!call->slot) {
        return refuse_busy(call->request_id);
    }
    if (std::optional<HttpResponse> refusal = admit(*call, request.body.size())) {
        return *refusal;
    }
    return forward(request, call);
}

std::optional<HttpResponse> MessagesHandler::admit(Call& call, std::size_t body_bytes) {
    const auto& [config, catalog, upstream] = *call.settings;
    const User& user = call.user;
    const Day today = day_of(call.started_at);
    call.reservation = {call.request_id,
                        user.id,
                        today.text,
                        call.plan.model,
                        call.plan.kind,
                        upper_bound_of(call.plan, body_bytes, config, catalog, today.text),
                        call.started_at};
    const Limits limits = {
        user.messages_per_day.value_or(config.messages_per_day),
        user.daily_cost_limit ? user.daily_cost_limit : config.user_daily_cost_limit,
        config.daily_cost_limit};
    const Result<Admission> admission = services_.bookkeeper.reserve(call.reservation, limits);
    if (!admission) {
        return refuse_storage(call.request_id);
    }
    if (admission.value().verdict != Verdict::Admitted) {
        log_event(LogLevel::Info, "refused", {{"id", call.request_id}, {"user", user.name}});
        return admission_refusal(admission.value().verdict,
                                 limits.messages_per_day,
                                 today.seconds_left,
                                 call.request_id);
    }
    call.reserved = true;
    call.messages_left = std::max(0, limits.messages_per_day - admission.value().messages_today);
    return std::nullopt;
}

HttpResponse MessagesHandler::refuse_request(const Error& error, const std::string& request_id) {
    services_.metrics.add(Counter::RefusedRequests);
    const int status = protocol::http_status_from_error_type(error.code);
    return error_response({status, error.code, error.message, Retry::Never, std::nullopt},
                          request_id);
}

HttpResponse MessagesHandler::refuse_storage(const std::string& request_id) {
    services_.metrics.add(Counter::RefusedStorage);
    return storage_response(request_id);
}

HttpResponse MessagesHandler::refuse_busy(const std::string& request_id) {
    services_.metrics.add(Counter::RefusedBusy);
    return error_response({529,
                           "overloaded_error",
                           "The server is busy with too many replies. Try again shortly.",
                           Retry::Allowed,
                           kBusyRetrySeconds},
                          request_id);
}

std::shared_ptr<Exchange> MessagesHandler::begin_exchange(Upstream& upstream,
                                                          const HttpRequest& request,
                                                          ReplyForm form) {
    UpstreamRequest wanted{path_with_query(request), upstream_headers(request), request.body};
    const std::lock_guard lock(mutex_);
    if (stopping_) {
        return nullptr;
    }
    const auto end = [this](Exchange* exchange) {
        {
            const std::lock_guard again(mutex_);
            under_way_.erase(exchange);
        }
        delete exchange;
    };
    std::shared_ptr<Exchange> exchange(
        new Exchange(upstream, std::move(wanted), form, silence_watch_, upstream_threads_), end);
    under_way_.insert(exchange.get());
    return exchange;
}

HttpResponse MessagesHandler::forward(const HttpRequest& request,
                                      const std::shared_ptr<Call>& call) {
    const ReplyForm form = call->plan.stream ? ReplyForm::Stream : ReplyForm::Whole;
    call->exchange = begin_exchange(*call->settings->upstream, request, form);
    if (!call->exchange) {
        settle(*call);
        return error_response(unreachable_answer(), call->request_id);
    }
    call->head = call->exchange->wait_for_head(request.client_gone, call->pace());
    if (!call->head) {
        return answer_without_head(*call);
    }
    services_.metrics.add_upstream_latency(now_millis() - call->started_at);
    if (call->head->status != 200) {
        return answer_error_status(request, *call);
    }
    return form == ReplyForm::Stream ? answer_stream(call) : answer_whole(request, *call);
}

HttpResponse MessagesHandler::answer_without_head(Call& call) {
    services_.metrics.add(Counter::UpstreamErrors);
    settle(call);
    return error_response(unreachable_answer(), call.request_id);
}

HttpResponse MessagesHandler::answer_error_status(const HttpRequest& request, Call& call) {
    services_.metrics.add(Counter::UpstreamErrors);
    const std::string body = call.exchange->wait_for_body(request.client_gone, call.pace());
    settle(call);
    return relayed_error(*call.head, body, call.request_id);
}

HttpResponse MessagesHandler::answer_whole(const HttpRequest& request, Call& call) {
    std::string body = call.exchange->wait_for_body(request.client_gone, call.pace());
    settle(call);
    if (call.exchange->end() == UpstreamEnd::Complete && call.exchange->meter().unreadable()) {
        services_.metrics.add(Counter::UpstreamErrors);
        return error_response(
            {502,
             "api_error",
             "What answered was not Claude but a page of some gateway in between.",
             Retry::Allowed,
             kBusyRetrySeconds},
            call.request_id);
    }
    if (call.exchange->end() != UpstreamEnd::Complete) {
        return error_response({502,
                               "api_error",
                               "The connection to Claude broke before the answer was complete.",
                               Retry::Allowed,
                               kBusyRetrySeconds},
                              call.request_id);
    }
    HttpResponse response = json_response(200, std::move(body));
    response.headers = relayed_headers(*call.head, call.request_id);
    response.headers.emplace_back("x-atrium-messages-left", std::to_string(call.messages_left));
    return response;
}

HttpResponse MessagesHandler::answer_stream(const std::shared_ptr<Call>& call) {
    HttpResponse response;
    response.headers = relayed_headers(*call->head, call->request_id);
    response.headers.emplace_back("x-atrium-messages-left", std::to_string(call->messages_left));
    response.headers.emplace_back("x-accel-buffering", "no");  // nginx must not collect chunks
    response.stream = [this, call](StreamWriter& writer) {
        call->exchange->relay(writer, call->pace());
        const ReplyMeter& meter = call->exchange->meter();
        settle(*call);
        if (!meter.finished() && !meter.failed()) {
            writer.write(
                error_event("api_error",
                            "The connection to Claude broke before the answer was complete.",
                            call->request_id));
        }
    };
    return response;
}

void MessagesHandler::settle(Call& call) {
    const std::int64_t duration = now_millis() - call.started_at;
    const bool stopping = [this] {
        const std::lock_guard lock(mutex_);
        return stopping_;
    }();
    const Settlement settlement =
        settlement_of({call.reservation, call.plan, call.head, call.exchange.get(), stopping},
                      call.settings->catalog,
                      duration);
    call.settled = true;
    services_.bookkeeper.settle(settlement);
    if (settlement.outcome == Outcome::ClientGone) {
        services_.metrics.add(Counter::ClientsLeft);
    }
    log_event(LogLevel::Info,
              "message",
              {{"id", call.request_id},
               {"user", call.user.name},
               {"model", settlement.model},
               {"outcome", std::string(text_from_outcome(settlement.outcome))},
               {"status", std::to_string(settlement.status)},
               {"input_tokens", std::to_string(settlement.usage.input_tokens)},
               {"output_tokens", std::to_string(settlement.usage.output_tokens)},
               {"cost_micro_usd", std::to_string(protocol::micro_usd_from_nano(settlement.cost))},
               {"millis", std::to_string(duration)}});
}

}  // namespace atrium::proxy
