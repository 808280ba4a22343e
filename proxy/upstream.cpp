#include "proxy/upstream.h"

#include <vector>

#include <httplib.h>
#include <openssl/ssl.h>

namespace atrium::proxy {

namespace {

constexpr int kConnectSeconds = 10;
// Between two bytes. Anthropic pings a stream; a reply in one piece may take ten minutes.
constexpr int kReadSeconds = 610;
constexpr int kWriteSeconds = 60;
// As many as a burst of streams leaves behind; shaking hands again is what would cost.
constexpr std::size_t kIdleConnections = 512;
constexpr int kAttempts = 2;

// The certificates that the system trusts, read once: a copy for each connection would take a
// megabyte and 20 ms each.
class TrustStore {
 public:
    TrustStore() : store_(X509_STORE_new()) { X509_STORE_set_default_paths(store_); }

    ~TrustStore() { X509_STORE_free(store_); }

    TrustStore(const TrustStore&) = delete;
    TrustStore& operator=(const TrustStore&) = delete;

    // One more owner of the same store.
    X509_STORE* share() {
        X509_STORE_up_ref(store_);
        return store_;
    }

 private:
    X509_STORE* store_;
};

UpstreamHead head_of(const httplib::Response& response) {
    UpstreamHead head;
    head.status = response.status;
    for (const auto& [name, value] : response.headers) {
        head.headers.emplace_back(name, value);
    }
    return head;
}

}  // namespace

void Cancellation::cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    if (stop_) {
        stop_();
    }
}

bool Cancellation::cancelled() const {
    const std::lock_guard lock(mutex_);
    return cancelled_;
}

void Cancellation::arm(std::function<void()> stop) {
    const std::lock_guard lock(mutex_);
    stop_ = std::move(stop);
    if (cancelled_) {
        stop_();
    }
}

void Cancellation::disarm() {
    const std::lock_guard lock(mutex_);
    stop_ = nullptr;
}

struct Upstream::Parts {
    std::string origin;
    std::string path_prefix;
    bool tls = false;
    Secret key;
    TrustStore trust;
    std::mutex mutex;
    std::vector<std::unique_ptr<httplib::Client>> idle;

    std::unique_ptr<httplib::Client> take() {
        {
            const std::lock_guard lock(mutex);
            if (!idle.empty()) {
                auto client = std::move(idle.back());
                idle.pop_back();
                return client;
            }
        }
        auto client = std::make_unique<httplib::Client>(origin);
        client->set_keep_alive(true);
        client->set_tcp_nodelay(true);
        client->set_follow_location(false);
        client->set_connection_timeout(kConnectSeconds);
        client->set_read_timeout(kReadSeconds);
        client->set_write_timeout(kWriteSeconds);
        if (tls) {
            client->set_ca_cert_store(trust.share());
            client->enable_server_certificate_verification(true);
        }
        return client;
    }

    void put_back(std::unique_ptr<httplib::Client> client) {
        const std::lock_guard lock(mutex);
        if (idle.size() < kIdleConnections) {
            idle.push_back(std::move(client));
        }
    }
};

Upstream::Upstream(const std::string& base_url, Secret key) : parts_(std::make_unique<Parts>()) {
    const std::size_t host = base_url.find("://") + 3;
    const std::size_t path = base_url.find('/', host);
    parts_->origin = base_url.substr(0, path);
    parts_->path_prefix = path == std::string::npos ? "" : base_url.substr(path);
    while (!parts_->path_prefix.empty() && parts_->path_prefix.back() == '/') {
        parts_->path_prefix.pop_back();
    }
    parts_->tls = base_url.starts_with("https://");
    parts_->key = std::move(key);
}

Upstream::~Upstream() = default;

UpstreamEnd Upstream::post(const UpstreamRequest& wanted,
                           const UpstreamListener& listener,
                           Cancellation& cancellation) {
    httplib::Request request;
    request.method = "POST";
    request.path = parts_->path_prefix + wanted.path;
    for (const auto& [name, value] : wanted.headers) {
        request.set_header(name, value);
    }
    request.set_header("x-api-key", parts_->key.reveal());
    request.set_header("accept-encoding", "identity");
    request.body = wanted.body;
    bool head_seen = false;
    request.response_handler = [&](const httplib::Response& response) {
        head_seen = true;
        // The library takes an interim response ("103 Early Hints") for the response itself, and would
        // wait for the end of its body.
        if (response.status < 200) {
            return false;
        }
        return !cancellation.cancelled() && listener.on_head(head_of(response));
    };
    request.content_receiver = [&](const char* data, std::size_t size, std::size_t, std::size_t) {
        return !cancellation.cancelled() && listener.on_bytes({data, size});
    };
    for (int attempt = 1;; ++attempt) {
        std::unique_ptr<httplib::Client> client = parts_->take();
        cancellation.arm([&client] { client->stop(); });
        httplib::Response response;
        httplib::Error error = httplib::Error::Success;
        const bool complete = client->send(request, response, error);
        cancellation.disarm();
        if (complete) {
            parts_->put_back(std::move(client));
            return UpstreamEnd::Complete;
        }
        if (cancellation.cancelled()) {
            return UpstreamEnd::Cancelled;
        }
        const bool never_connected = error == httplib::Error::Connection ||
                                     error == httplib::Error::ConnectionTimeout ||
                                     error == httplib::Error::SSLConnection ||
                                     error == httplib::Error::SSLServerVerification ||
                                     error == httplib::Error::SSLServerHostnameVerification;
        if (!never_connected || head_seen) {
            return UpstreamEnd::Broken;
        }
        if (attempt == kAttempts) {
            return UpstreamEnd::Unreachable;
        }
    }
}

}  // namespace atrium::proxy
