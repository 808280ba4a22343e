#include "proxy/serve.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

#include <pthread.h>

#include "core/protocol/limits.h"
#include "proxy/application.h"
#include "proxy/catalog_setup.h"
#include "proxy/clock.h"
#include "proxy/tokens.h"

namespace atrium::proxy {

namespace {

// Beside those that stream: for pages, health checks and refusals.
constexpr int kSpareThreads = 64;

int fail(const Error& error) {
    std::fprintf(stderr, "atrium-proxy: %s\n", error.message.c_str());
    if (!error.detail.empty()) {
        log_event(LogLevel::Debug, "failed", {{"detail", error.detail}});
    }
    return 1;
}

// Blocks the stopping signals in this and all later threads, so that one thread can wait for them.
sigset_t hold_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

// Waits for a signal and stops the server. What has not ended after the grace period, or at a second
// signal, is cut off.
class Stopper {
 public:
    Stopper(sigset_t signals, HttpServer& server, MessagesHandler& messages, int grace_seconds)
        : thread_([this, signals, &server, &messages, grace_seconds] {
              int signal = 0;
              sigwait(&signals, &signal);
              log_event(LogLevel::Info, "stopping");
              server.stop();
              const timespec grace = {grace_seconds, 0};
              sigtimedwait(&signals, nullptr, &grace);
              if (!ended_) {
                  messages.cancel_all();
              }
          }) {}

    // Also when the server ended by itself: the signals are for the thread, which waits for them.
    ~Stopper() {
        ended_ = true;
        pthread_kill(thread_.native_handle(), SIGTERM);
        pthread_kill(thread_.native_handle(), SIGINT);
        thread_.join();
    }

    Stopper(const Stopper&) = delete;
    Stopper& operator=(const Stopper&) = delete;

 private:
    std::atomic<bool> ended_{false};
    std::thread thread_;
};

std::string address_of(const Config& config, int port) {
    const bool ipv6 = config.host.find(':') != std::string::npos;
    const std::string host = ipv6 ? "[" + config.host + "]" : config.host;
    return (config.tls_certificate.empty() ? "http://" : "https://") + host + ":" +
           std::to_string(port) + "/";
}

// On this machine, and before anybody was given a token, the printed address carries one.
Result<std::string> sign_in_fragment(const Config& config, Users& users, Authenticator& doors) {
    if (!listens_on_loopback(config) || config.behind_tls_proxy) {
        return std::string();
    }
    const Result<bool> nobody = users.nobody_added();
    if (!nobody) {
        return nobody.error();
    }
    if (!nobody.value()) {
        return std::string();
    }
    const Secret token = random_token();
    doors.offer_one_time_token(token);
    return "#token=" + token.reveal();
}

void announce(const Config& config, const std::string& address) {
    std::printf("Atrium is running at %s\n", address.c_str());
    if (config.claude_key.empty()) {
        std::printf("CLAUDE_API_KEY is not set: the built-in guide leads the session.\n");
    }
    std::fflush(stdout);
}

}  // namespace

int serve(Config config) {
    start_log(config.log_level);
    if (!use_time_zone(config.time_zone)) {
        return fail(
            {"time-zone", "this machine does not know the time zone " + config.time_zone, ""});
    }
    if (const Result<Done> checked = check_config(config); !checked) {
        return fail(checked.error());
    }
    const Result<protocol::ModelCatalog> catalog = catalog_for(config);
    if (!catalog) {
        return fail(catalog.error());
    }
    const sigset_t signals = hold_signals();
    const Result<std::unique_ptr<Database>> database = Database::open(database_address(config));
    if (!database) {
        return fail(database.error());
    }
    Metrics metrics;
    Users users(*database.value());
    Authenticator authenticator(users);
    Ledger ledger(*database.value(), random_id("ins_"));
    Bookkeeper bookkeeper(config, ledger, metrics);
    std::unique_ptr<Upstream> upstream;
    if (!config.claude_key.empty()) {
        upstream = std::make_unique<Upstream>(config.upstream_url, config.claude_key);
    }
    MessagesHandler messages(
        {config, catalog.value(), authenticator, bookkeeper, metrics, upstream.get()});
    ApiHandlers api(
        {config, catalog.value(), *database.value(), authenticator, bookkeeper, metrics});
    Application application(
        RequestGuard(config), StaticSite(config.site_dir), api, messages, metrics);
    HttpServer server({config.host,
                       config.port,
                       config.max_streams + kSpareThreads,
                       protocol::kMaxRequestBytes,
                       config.behind_tls_proxy,
                       config.tls_certificate,
                       config.tls_key},
                      application);
    const Result<int> port = server.bind();
    if (!port) {
        return fail(port.error());
    }
    if (const Result<Done> begun = bookkeeper.begin(); !begun) {
        return fail(begun.error());
    }
    const Result<std::string> fragment = sign_in_fragment(config, users, authenticator);
    if (!fragment) {
        return fail(fragment.error());
    }
    announce(config, address_of(config, port.value()) + fragment.value());
    {
        const Stopper stopper(signals, server, messages, config.stop_seconds);
        server.run();
    }
    log_event(LogLevel::Info, "stopped");
    return 0;
}

}  // namespace atrium::proxy
