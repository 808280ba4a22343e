// The listening side: threads, sockets and the HTTP library, of which nothing shows outside. The
// application behind it sees plain requests and gives plain responses; what it throws becomes a
// 500 here and nowhere else.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/protocol/result.h"
#include "proxy/http.h"

namespace atrium::proxy {

// What the server calls, on many threads at once.
class HttpApplication {
 public:
    virtual ~HttpApplication() = default;

    // Before the body of any request is read; a response ends the request here. Without one the
    // request must be a POST to one of post_paths(), and its user, when set here, is that of
    // handle_post.
    virtual std::optional<HttpResponse> before_body(HttpRequest& request) = 0;
    virtual HttpResponse handle_post(const HttpRequest& request) = 0;
    // Adds headers to every response, those of the server's own errors included.
    virtual void finish(const HttpRequest& request, HttpResponse& response) = 0;
    [[nodiscard]] virtual std::vector<std::string> post_paths() const = 0;
};

// threads: one serves one connection, so it bounds streams and everything else together.
// connections: how many may be open before slow ones are closed soon.
// trust_forwarded_for: the address of the client is what the server in front wrote last.
struct ListenOptions {
    std::string host;
    int port = 0;
    int threads = 64;
    int connections = 64;
    std::size_t max_body_bytes = 0;
    bool trust_forwarded_for = false;
    std::string tls_certificate;
    std::string tls_key;
    // Told 1 when a connection begins to wait for a thread and -1 when it got one.
    std::function<void(int)> on_queue;
};

class HttpServer {
 public:
    HttpServer(ListenOptions options, HttpApplication& application);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // Returns the port, which is a free one when 0 was asked for. Fails when it is taken, or the
    // certificate cannot be used.
    Result<int> bind();

    // Serves until stop(), then returns when the last request has ended.
    void run();

    // From any thread, while run() is called or about to be: refuses new requests, and closes once
    // every admitted one has begun its response.
    void stop();

    // From any thread, while run() is called: ends every connection, whatever it is doing.
    void close_connections();

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace atrium::proxy
