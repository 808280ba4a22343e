#include "proxy/http_server.h"

#include <locale>

#include <httplib.h>

#include "core/protocol/wire_error.h"
#include "proxy/connection_watch.h"
#include "proxy/log.h"
#include "proxy/responses.h"
#include "proxy/stop_gate.h"
#include "proxy/worker_threads.h"

namespace atrium::proxy {

namespace {

constexpr int kReadSeconds = 15;
constexpr int kWriteSeconds = 60;
constexpr int kKeepAliveSeconds = 5;
constexpr std::size_t kKeepAliveRequests = 1000;
// Smaller ones go out in one piece with their head.
constexpr std::size_t kLargeBytes = 64 * 1024;
constexpr const char* kUser = "user";

// After a request that could not be understood nobody knows where the next one begins: whatever
// follows on its connection, which one thread serves from its beginning to its end, is refused.
thread_local bool connection_is_broken = false;

class SinkWriter : public StreamWriter {
 public:
    explicit SinkWriter(httplib::DataSink& sink) : sink_(sink) {}

    bool write(std::string_view bytes) override {
        // To the library an empty write means the end.
        return bytes.empty() || sink_.write(bytes.data(), bytes.size());
    }

    bool alive() override { return sink_.is_writable(); }

 private:
    httplib::DataSink& sink_;
};

// A fixed number of threads, because the library's own pool, when it grows on demand, leaves jobs
// waiting behind long streams.
class CountedQueue : public httplib::TaskQueue {
 public:
    CountedQueue(std::size_t threads, std::function<void(int)> on_queue)
        : threads_(threads, threads), on_queue_(std::move(on_queue)) {}

    bool enqueue(std::function<void()> work) override {
        on_queue_(1);
        threads_.run([this, work = std::move(work)] {
            on_queue_(-1);
            connection_is_broken = false;
            work();
        });
        return true;
    }

    void shutdown() override { threads_.stop(); }

 private:
    WorkerThreads threads_;
    std::function<void(int)> on_queue_;
};

// The last entry is the one that the server in front added itself.
std::string last_entry(const std::string& list) {
    const std::size_t comma = list.rfind(',');
    const std::size_t begin =
        list.find_first_not_of(' ', comma == std::string::npos ? 0 : comma + 1);
    return begin == std::string::npos ? "" : list.substr(begin);
}

HttpRequest plain_request(const httplib::Request& from, bool trust_forwarded_for) {
    HttpRequest request;
    request.method = from.method;
    request.path = from.path;
    const std::size_t question = from.target.find('?');
    request.query = question == std::string::npos ? "" : from.target.substr(question + 1);
    for (const auto& [name, value] : from.headers) {
        request.headers.emplace_back(name, value);
    }
    request.body = from.body;
    request.remote_address = from.remote_addr;
    if (trust_forwarded_for) {
        const std::string forwarded = last_entry(from.get_header_value("x-forwarded-for"));
        request.remote_address = forwarded.empty() ? from.remote_addr : forwarded;
    }
    request.client_gone = from.is_connection_closed;
    return request;
}

// What a response holds while it is under way.
struct Answering {
    std::shared_ptr<void> connection;      // until it has ended
    std::shared_ptr<StopGate::Pass> pass;  // until it begins
};

std::string peer_of(const httplib::Request& request) {
    return request.remote_addr + " " + std::to_string(request.remote_port);
}

HttpResponse stopping_response() {
    return error_response({503,
                           "overloaded_error",
                           "Atrium is being restarted. Try again in a moment.",
                           Retry::Allowed,
                           kBusyRetrySeconds},
                          "");
}

void fill(httplib::Response& to, const HttpResponse& response, const Answering& answering) {
    to.status = response.status;
    std::string content_type;
    for (const auto& [name, value] : response.headers) {
        if (name == "content-type") {
            content_type = value;
        } else {
            to.headers.emplace(name, value);
        }
    }
    if (response.stream) {
        to.set_chunked_content_provider(
            content_type,
            [stream = response.stream, answering](std::size_t, httplib::DataSink& sink) {
                answering.pass->hand_back();
                SinkWriter writer(sink);
                stream(writer);
                sink.done();
                return true;
            });
    } else if (response.body && response.body->size() > kLargeBytes && !answering.pass) {
        // A file of the site: many slow readers share it.
        to.set_content_provider(
            response.body->size(),
            content_type,
            [body = response.body](std::size_t from, std::size_t size, httplib::DataSink& sink) {
                return sink.write(body->data() + from, size);
            });
    } else if (response.body) {
        to.set_content(*response.body, content_type);
    }
}

// The standard library fills this table on first use and without a lock, the HTTP library uses it (by
// std::regex) on every thread at once. So it is filled before there are any.
void fill_character_table() {
    const auto& characters = std::use_facet<std::ctype<char>>(std::locale());
    for (int c = 0; c < 256; ++c) {
        (void)characters.narrow(static_cast<char>(c), '\0');
    }
}

}  // namespace

struct HttpServer::Parts {
    Parts(ListenOptions wanted, HttpApplication& app)
        : options(std::move(wanted)),
          application(app),
          watch(options.connections),
          gate([this] { server->stop(); }) {}

    ListenOptions options;
    HttpApplication& application;
    int port = 0;
    std::unique_ptr<httplib::Server> server;
    ConnectionWatch watch;
    StopGate gate;

    void respond(const HttpRequest& request,
                 HttpResponse response,
                 httplib::Response& to,
                 const Answering& answering = {}) {
        application.finish(request, response);
        fill(to, response, answering);
    }

    // The library's own errors (a malformed request, a body too large) have no body.
    void explain_error(const httplib::Request& from, httplib::Response& to) {
        if (!to.body.empty() || to.has_header("x-content-type-options")) {
            return;
        }
        connection_is_broken = true;
        const HttpRequest request = plain_request(from, options.trust_forwarded_for);
        const std::string type(protocol::error_type_from_http_status(to.status));
        const std::string sentence = to.status == 413
                                         ? "The request is larger than this server accepts."
                                         : "The request could not be understood.";
        respond(
            request, json_response(to.status, protocol::json_from_error(type, sentence, "")), to);
    }

    void add_routes() {
        server->set_pre_routing_handler([this](const httplib::Request& from,
                                               httplib::Response& to) {
            // Parts of an answer that is being written do not exist, and nothing else here is worth
            // asking for in parts. The request is const here, but not where the library keeps it.
            const_cast<httplib::Request&>(from).ranges.clear();
            if (connection_is_broken) {
                to.status = 400;
                return httplib::Server::HandlerResponse::Handled;
            }
            HttpRequest request = plain_request(from, options.trust_forwarded_for);
            std::optional<HttpResponse> response = application.before_body(request);
            if (!response) {
                to.user_data.set(kUser, request.user);
                return httplib::Server::HandlerResponse::Unhandled;
            }
            (void)watch.answering(peer_of(from));
            respond(request, std::move(*response), to);
            return httplib::Server::HandlerResponse::Handled;
        });
        for (const std::string& path : application.post_paths()) {
            server->Post(path, [this](const httplib::Request& from, httplib::Response& to) {
                const Answering answering = {watch.answering(peer_of(from)), gate.enter()};
                HttpRequest request = plain_request(from, options.trust_forwarded_for);
                if (const auto* user = to.user_data.get<std::shared_ptr<const User>>(kUser)) {
                    request.user = *user;
                }
                HttpResponse response =
                    answering.pass ? application.handle_post(request) : stopping_response();
                respond(request, std::move(response), to, answering);
            });
        }
        server->set_error_handler([this](const httplib::Request& from, httplib::Response& to) {
            explain_error(from, to);
            return httplib::Server::HandlerResponse::Handled;
        });
        server->set_exception_handler(
            [](const httplib::Request& from, httplib::Response& to, const std::exception_ptr&) {
                log_event(LogLevel::Error, "handler_failed", {{"path", from.path}});
                to.status = 500;
            });
    }
};

HttpServer::HttpServer(ListenOptions options, HttpApplication& application)
    : parts_(std::make_unique<Parts>(std::move(options), application)) {
    fill_character_table();
    const ListenOptions& wanted = parts_->options;
    if (wanted.tls_certificate.empty()) {
        parts_->server = std::make_unique<httplib::Server>();
    } else {
        parts_->server = std::make_unique<httplib::SSLServer>(wanted.tls_certificate.c_str(),
                                                              wanted.tls_key.c_str());
    }
    httplib::Server& server = *parts_->server;
    const auto threads = static_cast<std::size_t>(wanted.threads);
    server.new_task_queue = [threads, on_queue = wanted.on_queue] {
        return new CountedQueue(threads, on_queue);
    };
    // Not the library's SO_REUSEPORT, by which a second proxy would take half of the first one's
    // connections without a word.
    server.set_socket_options(
        [](socket_t socket) { httplib::set_socket_opt(socket, SOL_SOCKET, SO_REUSEADDR, 1); });
    server.set_tcp_nodelay(true);
    server.set_payload_max_length(wanted.max_body_bytes);
    server.set_read_timeout(kReadSeconds);
    server.set_write_timeout(kWriteSeconds);
    server.set_keep_alive_timeout(kKeepAliveSeconds);
    server.set_keep_alive_max_count(kKeepAliveRequests);
    parts_->add_routes();
}

HttpServer::~HttpServer() = default;

Result<int> HttpServer::bind() {
    const ListenOptions& wanted = parts_->options;
    if (!parts_->server->is_valid()) {
        return Error{
            "tls-invalid", "the certificate or its key cannot be read, or they do not match", ""};
    }
    if (wanted.port == 0) {
        const int port = parts_->server->bind_to_any_port(wanted.host);
        parts_->port = port;
        return port > 0 ? Result<int>(port)
                        : Result<int>(Error{"bind", "cannot listen on " + wanted.host, ""});
    }
    if (!parts_->server->bind_to_port(wanted.host, wanted.port)) {
        return Error{"bind",
                     "cannot listen on " + wanted.host + ":" + std::to_string(wanted.port) +
                         "; another program may use the port (choose one with --port)",
                     ""};
    }
    parts_->port = wanted.port;
    return wanted.port;
}

void HttpServer::run() {
    parts_->watch.begin(parts_->port);
    parts_->server->listen_after_bind();
}

void HttpServer::stop() {
    // Before it listens the library takes no notice.
    parts_->server->wait_until_ready();
    parts_->gate.stop();
}

void HttpServer::close_connections() {
    parts_->watch.close_all();
}

}  // namespace atrium::proxy
