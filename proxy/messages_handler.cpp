#include "proxy/messages_handler.h"

#include <algorithm>

#include "core/protocol/wire_error.h"
#include "proxy/clock.h"
#include "proxy/log.h"
#include "proxy/responses.h"
#include "proxy/settlement.h"
#include "proxy/tokens.h"
#include "proxy/upstream_headers.h"

namespace atrium::proxy {

namespace {

constexpr int kBusyRetrySeconds = 2;

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

ErrorAnswer unreachable_answer() {
    return {502,
            "api_error",
            "The server could not reach Claude. Try again in a moment.",
            Retry::Allowed,
            kBusyRetrySeconds};
}

}  // namespace

// One request on its way. Its end settles the reservation, however the request ended.
struct MessagesHandler::Call {
    explicit Call(MessagesHandler& owner) : handler(owner) {}

    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    ~Call() {
        if (exchange && !settled) {
            NobodyListens nobody;
            exchange->relay(nobody, handler.pace());
        }
        if (reserved && !settled) {
            handler.settle(*this);
        }
        if (exchange) {
            const std::lock_guard lock(handler.mutex_);
            handler.under_way_.erase(exchange.get());
        }
    }

    MessagesHandler& handler;
    std::string request_id = random_id("req_");
    std::int64_t started_at = now_millis();
    User user;
    RequestPlan plan;
    Reservation reservation;
    int messages_left = 0;
    std::unique_ptr<Exchange> exchange;
    std::optional<UpstreamHead> head;
    std::optional<StreamSlot> slot;
    bool reserved = false;
    bool settled = false;
};

Pace MessagesHandler::pace() const {
    Pace pace;
    pace.ping_after = std::chrono::seconds(services_.config.ping_seconds);
    pace.drain_at_most = std::chrono::seconds(services_.config.drain_seconds);
    return pace;
}

void MessagesHandler::cancel_all() {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (Exchange* exchange : under_way_) {
        exchange->cancel();
    }
}

HttpResponse MessagesHandler::create_message(const HttpRequest& request) {
    auto call = std::make_shared<Call>(*this);
    Authenticator::Outcome who = services_.authenticator.authenticate(request, call->request_id);
    if (!who.user) {
        services_.metrics.add(Counter::RefusedTokens);
        return who.refusal;
    }
    call->user = *who.user;
    if (!services_.upstream) {
        return error_response({503,
                               "api_error",
                               "This server has no key for Claude. Whoever runs it can set "
                               "CLAUDE_API_KEY; until then "
                               "the built-in guide leads the session.",
                               Retry::Never,
                               std::nullopt},
                              call->request_id);
    }
    const Result<RequestPlan> plan =
        plan_from_body(request.body, services_.config, services_.catalog);
    if (!plan) {
        const int status = protocol::http_status_from_error_type(plan.error().code);
        return error_response(
            {status, plan.error().code, plan.error().message, Retry::Never, std::nullopt},
            call->request_id);
    }
    call->plan = plan.value();
    call->slot = StreamSlot::take(services_.metrics, services_.config.max_streams);
    if (!call->slot) {
        return refuse_busy(call->request_id);
    }
    const User& user = call->user;
    const std::string day = day_of(call->started_at).text;
    call->reservation = {
        call->request_id,
        user.id,
        day,
        call->plan.model,
        call->plan.kind,
        upper_bound_of(call->plan, request.body.size(), services_.config, services_.catalog, day),
        call->started_at};
    const Limits limits = {
        user.messages_per_day.value_or(services_.config.messages_per_day),
        user.daily_cost_limit ? user.daily_cost_limit : services_.config.user_daily_cost_limit,
        services_.config.daily_cost_limit};
    const Result<Admission> admission = services_.bookkeeper.reserve(call->reservation, limits);
    if (!admission) {
        return storage_response(call->request_id);
    }
    if (admission.value().verdict != Verdict::Admitted) {
        log_event(LogLevel::Info, "refused", {{"id", call->request_id}, {"user", user.name}});
        return admission_refusal(admission.value().verdict,
                                 limits.messages_per_day,
                                 day_of(call->started_at).seconds_left,
                                 call->request_id);
    }
    call->reserved = true;
    call->messages_left = std::max(0, limits.messages_per_day - admission.value().messages_today);
    return forward(request, call);
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

HttpResponse MessagesHandler::forward(const HttpRequest& request,
                                      const std::shared_ptr<Call>& call) {
    const ReplyForm form = call->plan.stream ? ReplyForm::Stream : ReplyForm::Whole;
    UpstreamRequest upstream_request{
        path_with_query(request), upstream_headers(request), request.body};
    {
        const std::lock_guard lock(mutex_);
        if (!stopping_) {
            call->exchange =
                std::make_unique<Exchange>(*services_.upstream, std::move(upstream_request), form);
            under_way_.insert(call->exchange.get());
        }
    }
    if (!call->exchange) {
        settle(*call);
        return error_response(unreachable_answer(), call->request_id);
    }
    call->head = call->exchange->wait_for_head(request.client_gone, pace());
    if (!call->head) {
        return answer_without_head(*call);
    }
    services_.metrics.add(Counter::UpstreamHeads);
    services_.metrics.add(Counter::UpstreamHeadMillis, now_millis() - call->started_at);
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
    const std::string body = call.exchange->wait_for_body(request.client_gone, pace());
    settle(call);
    return relayed_error(*call.head, body, call.request_id);
}

HttpResponse MessagesHandler::answer_whole(const HttpRequest& request, Call& call) {
    std::string body = call.exchange->wait_for_body(request.client_gone, pace());
    settle(call);
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
        call->exchange->relay(writer, pace());
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
                      services_.catalog,
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

HttpResponse MessagesHandler::count_tokens(const HttpRequest& request) {
    const std::string request_id = random_id("req_");
    const Authenticator::Outcome who = services_.authenticator.authenticate(request, request_id);
    if (!who.user) {
        services_.metrics.add(Counter::RefusedTokens);
        return who.refusal;
    }
    if (!services_.upstream) {
        return error_response(
            {503, "api_error", "This server has no key for Claude.", Retry::Never, std::nullopt},
            request_id);
    }
    const std::optional<StreamSlot> slot =
        StreamSlot::take(services_.metrics, services_.config.max_streams);
    if (!slot) {
        return refuse_busy(request_id);
    }
    Exchange exchange(*services_.upstream,
                      {path_with_query(request), upstream_headers(request), request.body},
                      ReplyForm::Whole);
    const std::optional<UpstreamHead> head = exchange.wait_for_head(request.client_gone, pace());
    if (!head) {
        services_.metrics.add(Counter::UpstreamErrors);
        return error_response(unreachable_answer(), request_id);
    }
    std::string body = exchange.wait_for_body(request.client_gone, pace());
    if (head->status != 200) {
        return relayed_error(*head, body, request_id);
    }
    HttpResponse response = json_response(200, std::move(body));
    response.headers = relayed_headers(*head, request_id);
    return response;
}

}  // namespace atrium::proxy
