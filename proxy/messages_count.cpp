// POST /v1/messages/count_tokens: relayed like a message, but free, so nothing is reserved.
#include "proxy/messages_handler.h"
#include "proxy/responses.h"
#include "proxy/tokens.h"
#include "proxy/upstream_headers.h"

namespace atrium::proxy {

HttpResponse MessagesHandler::count_tokens(const HttpRequest& request) {
    const std::string request_id = random_id("req_");
    const std::shared_ptr<const Settings> settings = services_.settings.current();
    if (!settings->upstream) {
        return error_response(no_key_answer(), request_id);
    }
    const std::optional<StreamSlot> slot =
        StreamSlot::take(services_.metrics, settings->config.max_streams);
    if (!slot) {
        return refuse_busy(request_id);
    }
    const Pace pace = pace_of(settings->config);
    const std::shared_ptr<Exchange> exchange =
        begin_exchange(*settings->upstream, request, ReplyForm::Whole);
    const std::optional<UpstreamHead> head =
        exchange ? exchange->wait_for_head(request.client_gone, pace) : std::nullopt;
    if (!head) {
        services_.metrics.add(Counter::UpstreamErrors);
        return error_response(unreachable_answer(), request_id);
    }
    std::string body = exchange->wait_for_body(request.client_gone, pace);
    if (head->status != 200) {
        return relayed_error(*head, body, request_id);
    }
    HttpResponse response = json_response(200, std::move(body));
    response.headers = relayed_headers(*head, request_id);
    return response;
}

}  // namespace atrium::proxy
