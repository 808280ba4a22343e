// The connection to Anthropic: the one place that adds the key, and one of two that know the HTTP
// library. Connections are kept and used again; TLS certificates are verified.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "proxy/http.h"
#include "proxy/secret.h"

namespace atrium::proxy {

// Stops a call from another thread, at once, even while it waits for a silent peer.
class Cancellation {
 public:
    void cancel();
    [[nodiscard]] bool cancelled() const;

    // For the call itself: what stops it; run right away when it is already cancelled.
    void arm(std::function<void()> stop);
    void disarm();

 private:
    mutable std::mutex mutex_;
    bool cancelled_ = false;
    std::function<void()> stop_;
};

struct UpstreamRequest {
    std::string path;
    HttpHeaders headers;
    std::string body;
};

struct UpstreamHead {
    int status = 0;
    HttpHeaders headers;
};

// on_head comes once, then on_bytes any number of times, all on the calling thread. Returning false
// gives the call up.
struct UpstreamListener {
    std::function<bool(UpstreamHead)> on_head;
    std::function<bool(std::string_view)> on_bytes;
};

enum class UpstreamEnd { Complete, Unreachable, Broken, Cancelled };

class Upstream {
 public:
    // base_url: scheme, host, port and perhaps a path before /v1.
    Upstream(const std::string& base_url, Secret key);
    ~Upstream();
    Upstream(const Upstream&) = delete;
    Upstream& operator=(const Upstream&) = delete;

    // POSTs and blocks until the response has ended. Tried a second time only when no connection
    // could be made, so that nothing is ever billed twice.
    UpstreamEnd post(const UpstreamRequest& request,
                     const UpstreamListener& listener,
                     Cancellation& cancellation);

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace atrium::proxy
