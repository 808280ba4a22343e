// Requests and responses as the proxy's own code sees them: plain values, no library. Only
// http_server.cpp and upstream.cpp know which HTTP library carries them.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atrium::proxy {

struct User;

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

// The first value, names compared without case; empty when absent.
[[nodiscard]] std::string header_value(const HttpHeaders& headers, std::string_view name);

// path: decoded and without the query. client_gone may be asked from any thread and does not block.
// user: who asks, where that was found out already.
struct HttpRequest {
    std::string method;
    std::string path;
    std::string query;
    HttpHeaders headers;
    std::string body;
    std::string remote_address;
    std::function<bool()> client_gone;
    std::shared_ptr<const User> user;
};

// Where a streamed response goes. write blocks while the client reads slowly and returns false once
// it is gone; alive asks without writing. Calls must not overlap.
class StreamWriter {
 public:
    virtual ~StreamWriter() = default;
    virtual bool write(std::string_view bytes) = 0;
    virtual bool alive() = 0;
};

// Either a body, or a stream that runs after the head was sent and returns at its end.
struct HttpResponse {
    int status = 200;
    HttpHeaders headers;
    std::shared_ptr<const std::string> body;
    std::function<void(StreamWriter&)> stream;
};

[[nodiscard]] HttpResponse json_response(int status, std::string json);

}  // namespace atrium::proxy
