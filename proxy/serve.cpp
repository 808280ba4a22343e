#include "proxy/serve.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "core/protocol/limits.h"
#include "proxy/application.h"
#include "proxy/clock.h"
#include "proxy/live_settings.h"
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
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

// The key is in memory, so no memory goes to disk.
void forbid_core_files() {
    const rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

// Since Linux 6.16 a process keeps its waiting threads in a table of its own with a few slots for each
// processor, so that waking one of 2,000 threads looks at a hundred others. One slot for each thread
// costs 64 bytes. Older systems do not know the wish and do not need it.
void make_room_for_waiting_threads() {
    constexpr int kFutexHash = 78;  // PR_FUTEX_HASH, which Debian 12's headers do not have yet
    constexpr unsigned long kSetSlots = 1;
    constexpr unsigned long kSlots = 4096;
    prctl(kFutexHash, kSetSlots, kSlots, 0UL, 0UL);
}

// Waits for signals: SIGHUP reloads, any other stops the server. What has not ended after the grace
// period, or at a second signal, is cut off.
class SignalWatch {
 public:
    SignalWatch(sigset_t signals,
                std::function<void()> reload,
                HttpServer& server,
                MessagesHandler& messages,
                int grace_seconds)
        : thread_([this, signals, reload = std::move(reload), &server, &messages, grace_seconds] {
              int signal = 0;
              while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) {
                  reload();
              }
              log_event(LogLevel::Info, "stopping");
              server.stop();
              const timespec grace = {grace_seconds, 0};
              sigset_t stopping = signals;
              sigdelset(&stopping, SIGHUP);
              sigtimedwait(&stopping, nullptr, &grace);
              if (!ended_) {
                  messages.cancel_all();
              }
          }) {}

    // Also when the server ended by itself: the signals are for the thread, which waits for them.
    ~SignalWatch() {
        ended_ = true;
        pthread_kill(thread_.native_handle(), SIGTERM);
        pthread_kill(thread_.native_handle(), SIGINT);
        thread_.join();
    }

    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

 private:
    std::atomic<bool> ended_{false};
    std::thread thread_;
};

void reload(LiveSettings& settings, const Result<Config>& wanted) {
    if (const Result<Done> done = settings.reload(wanted); !done) {
        log_event(LogLevel::Error, "reload_failed", {{"why", done.error().message}});
        return;
    }
    log_event(LogLevel::Info, "reloaded");
}

std::string address_of(const Config& config, int port) {
    const bool ipv6 = config.host.find(':') != std::string::npos;
    const std::string host = ipv6 ? "[" + config.host + "]" : config.host;
    return (config.tls_certificate.empty() ? "http://" : "https://") + host + ":" +
           std::to_string(port) + "/";
}

// On this machine, and before anybody was given a token, the printed address carries one.
Result<std::string> sign_in_fragment(const Config& config,
                                     Users& users,
                                     Authenticator& authenticator) {
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
    authenticator.offer_one_time_token(token);
    return "#token=" + token.reveal();
}

void announce(const Config& config, const std::string& address) {
    std::printf("Atrium is running at %s\n", address.c_str());
    if (config.claude_key.empty()) {
        std::printf("CLAUDE_API_KEY is not set: the built-in guide leads the session.\n");
    }
    std::fflush(stdout);
}

ListenOptions listen_options(const Config& config, Metrics& metrics) {
    ListenOptions options;
    options.host = config.host;
    options.port = config.port;
    options.threads = config.max_streams + kSpareThreads;
    options.max_body_bytes = protocol::kMaxRequestBytes;
    options.trust_forwarded_for = config.behind_tls_proxy;
    options.tls_certificate = config.tls_certificate;
    options.tls_key = config.tls_key;
    options.on_queue = [&metrics](int change) {
        metrics.add_to_queue(change);
    };
    return options;
}

}  // namespace

int serve(const Config& requested, const std::function<Result<Config>()>& read_config_again) {
    start_log(requested.log_level);
    forbid_core_files();
    make_room_for_waiting_threads();
    if (!use_time_zone(requested.time_zone)) {
        return fail(
            {"time-zone", "this machine does not know the time zone " + requested.time_zone, ""});
    }
    if (const Result<Done> checked = check_config(requested); !checked) {
        return fail(checked.error());
    }
    const Result<std::shared_ptr<const Settings>> first = settings_from_config(requested);
    if (!first) {
        return fail(first.error());
    }
    const Config& config = first.value()->config;
    LiveSettings settings(first.value());
    const sigset_t signals = hold_signals();
    const Result<std::unique_ptr<Database>> database = Database::open(database_address(config));
    if (!database) {
        return fail(database.error());
    }
    Metrics metrics;
    Users users(*database.value());
    Authenticator authenticator(users);
    Ledger ledger(*database.value(), random_id("ins_"));
    Alerts alerts(*database.value());
    Bookkeeper bookkeeper(settings, *database.value(), ledger, alerts, metrics);
    MessagesHandler messages({settings, authenticator, bookkeeper, metrics});
    ApiHandlers api({settings, *database.value(), alerts, authenticator, bookkeeper, metrics});
    Application application(
        RequestGuard(config), StaticSite(config.site_dir), api, messages, metrics);
    HttpServer server(listen_options(config, metrics), application);
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
        const auto reload_all = [&settings, &read_config_again] {
            reload(settings, read_config_again());
        };
        const SignalWatch watch(signals, reload_all, server, messages, config.stop_seconds);
        server.run();
    }
    log_event(LogLevel::Info, "stopped");
    return 0;
}

}  // namespace atrium::proxy
