#include "proxy/serve.h"

#include <algorithm>
#include <atomic>
#include <cstdio>

#include "core/protocol/limits.h"
#include "proxy/application.h"
#include "proxy/clock.h"
#include "proxy/live_settings.h"
#include "proxy/process_setup.h"
#include "proxy/signal_watch.h"
#include "proxy/tokens.h"

namespace atrium::proxy {

namespace {

// Beside those that stream: for pages, health checks and refusals.
constexpr int kSpareThreads = 64;
// A stream needs one to its reader and one to Claude.
constexpr int kDescriptorsForStream = 2;
constexpr int kSpareDescriptors = 128;

int fail(const Error& error) {
    std::fprintf(stderr, "atrium-proxy: %s\n", error.message.c_str());
    if (!error.detail.empty()) {
        log_event(LogLevel::Debug, "failed", {{"detail", error.detail}});
    }
    return 1;
}

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

// What the server starts with all the same.
void warn(const Config& config, int descriptors, const StaticSite& site) {
    const int needed = config.max_streams * kDescriptorsForStream + kSpareDescriptors;
    if (descriptors < needed) {
        log_event(LogLevel::Warning,
                  "descriptors_scarce",
                  {{"limit", std::to_string(descriptors)}, {"needed", std::to_string(needed)}});
    }
    for (const std::string& problem : site.problems()) {
        log_event(LogLevel::Warning, "site_incomplete", {{"why", problem}});
    }
}

ListenOptions listen_options(const Config& config, int descriptors, Metrics& metrics) {
    ListenOptions options;
    options.host = config.host;
    options.port = config.port;
    options.threads = config.max_streams + kSpareThreads;
    options.connections = std::min(options.threads, descriptors / kDescriptorsForStream);
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
    const int descriptors = raise_descriptor_limit();
    if (const Result<Done> checked = check_config(requested); !checked) {
        return fail(checked.error());
    }
    (void)use_time_zone(requested.time_zone);
    const Result<std::shared_ptr<const Settings>> first = settings_from_config(requested);
    if (!first) {
        return fail(first.error());
    }
    const Config& config = first.value()->config;
    if (config.check_only) {
        std::printf("The settings can be used.\n");
        return 0;
    }
    LiveSettings settings(first.value());
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
    std::atomic<bool> stopping{false};
    MessagesHandler messages({settings, bookkeeper, metrics});
    ApiHandlers api(
        {settings, *database.value(), alerts, authenticator, bookkeeper, metrics, stopping});
    const StaticSite site(config.site_dir);
    Application application(RequestGuard(config), site, authenticator, api, messages, metrics);
    HttpServer server(listen_options(config, descriptors, metrics), application);
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
    warn(config, descriptors, site);
    announce(config, address_of(config, port.value()) + fragment.value());
    {
        SignalActions actions;
        actions.grace = std::chrono::seconds(config.stop_seconds);
        actions.reload = [&] {
            reload(settings, read_config_again());
        };
        actions.stop = [&] {
            stopping = true;
            server.stop();
        };
        actions.cut_off = [&] {
            messages.cancel_all();
        };
        actions.close_connections = [&] {
            server.close_connections();
        };
        const SignalWatch watch(std::move(actions));
        server.run();
    }
    log_event(LogLevel::Info, "stopped");
    return 0;
}

}  // namespace atrium::proxy
