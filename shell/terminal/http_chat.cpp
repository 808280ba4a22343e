#include "shell/terminal/http_chat.h"

#include <charconv>
#include <optional>
#include <utility>

#include <httplib.h>

#include "core/protocol/sse.h"
#include "core/protocol/stream_event.h"
#include "core/protocol/wire_error.h"

namespace atrium::shell {
namespace {

// Claude may think for minutes before the first word.
constexpr int kReadTimeoutSeconds = 600;
constexpr int kConnectTimeoutSeconds = 10;

std::optional<int> retry_after(const httplib::Response& response) {
    const std::string text = response.get_header_value("retry-after");
    int seconds = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return problem == std::errc{} ? std::optional<int>(seconds) : std::nullopt;
}

httplib::Client client_for(const std::string& base_url) {
    httplib::Client client(base_url);
    client.set_connection_timeout(kConnectTimeoutSeconds);
    client.set_read_timeout(kReadTimeoutSeconds);
    return client;
}

}  // namespace

HttpChat::HttpChat(std::string base_url, std::string token, Inbox& inbox)
    : base_url_(std::move(base_url)), token_(std::move(token)), inbox_(inbox) {}

void HttpChat::start(StreamId stream, const protocol::MessagesRequest& request) {
    httplib::Client client = client_for(base_url_);
    protocol::SseParser parser;
    std::string error_body;
    bool ended = false;
    httplib::Request http;
    http.method = "POST";
    http.path = "/v1/messages";
    http.set_header("Authorization", "Bearer " + token_);
    http.set_header("Content-Type", "application/json");
    http.set_header("anthropic-version", "2023-06-01");
    http.body = protocol::json_from_request(request);
    int status = 0;
    http.response_handler = [&](const httplib::Response& response) {
        status = response.status;
        return true;
    };
    http.content_receiver = [&](const char* data, std::size_t size, std::uint64_t, std::uint64_t) {
        if (status != 200) {
            error_body.append(data, size);
            return true;
        }
        for (const protocol::SseEvent& event : parser.feed(std::string_view(data, size))) {
            protocol::StreamEvent parsed = protocol::stream_event_from_sse(event);
            ended |= std::holds_alternative<protocol::MessageStopped>(parsed) ||
                     std::holds_alternative<protocol::StreamError>(parsed);
            inbox_.post(StreamArrived{stream, std::move(parsed)});
        }
        return true;
    };
    const httplib::Result result = client.send(http);
    if (ended) {
        return;
    }
    if (result && status != 200) {
        inbox_.post(StreamArrived{
            stream,
            protocol::stream_error_from_response(status, error_body, retry_after(*result))});
    } else if (status == 0) {
        inbox_.post(StreamArrived{
            stream, protocol::StreamError{"network_error", httplib::to_string(result.error())}});
    } else {
        inbox_.post(StreamArrived{
            stream, protocol::StreamError{"cut_off", "The stream ended before message_stop."}});
    }
}

Result<std::string> HttpChat::ask_config() {
    httplib::Client client = client_for(base_url_);
    const httplib::Result result =
        client.Get("/api/v1/config", {{"Authorization", "Bearer " + token_}});
    if (!result) {
        return Error{
            "unreachable", "The proxy does not answer.", httplib::to_string(result.error())};
    }
    if (result->status == 401) {
        return Error{"not-signed-in", "The proxy did not accept the token.", ""};
    }
    if (result->status != 200) {
        return Error{"unreachable",
                     "The proxy answered with status " + std::to_string(result->status) + ".",
                     ""};
    }
    return result->body;
}

}  // namespace atrium::shell
