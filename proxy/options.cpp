#include "proxy/options.h"

#include <CLI/CLI.hpp>

namespace atrium::proxy {

namespace {

void add_claude_options(CLI::App& command, Config& config, RawOptions& raw) {
    command
        .add_option(
            "--claude-key-file",
            raw.key_file,
            "File that holds the key to Claude; or set CLAUDE_API_KEY. Never a flag, because other "
            "users of the machine could read it")
        ->envname("CLAUDE_API_KEY_FILE");
    command.add_option("--upstream", config.upstream_url, "Where Anthropic's API is")
        ->envname("ANTHROPIC_BASE_URL")
        ->capture_default_str();
    command.add_option("--model", config.default_model, "Model that the workspace asks for")
        ->envname("CLAUDE_MODEL");
    command
        .add_option("--allowed-models",
                    config.allowed_models,
                    "Models that callers may use, separated by commas; all known ones otherwise")
        ->delimiter(',')
        ->envname("ATRIUM_ALLOWED_MODELS");
    command
        .add_option("--max-tokens", config.max_tokens, "Longest answer that a caller may ask for")
        ->envname("CLAUDE_MAX_TOKENS")
        ->check(CLI::Range(1, 128000))
        ->capture_default_str();
    command
        .add_option("--temperature",
                    config.temperature,
                    "Told to the workspace, which sends it to models that accept one")
        ->envname("CLAUDE_TEMPERATURE")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command.add_flag("--allow-us-inference",
                     config.allow_us_inference,
                     "Allow inference_geo, which costs a tenth more");
    command.add_flag("--allow-hour-cache",
                     config.allow_hour_cache,
                     "Allow cache entries of an hour, which cost twice the input price");
}

void add_limit_options(CLI::App& command, Config& config, RawOptions& raw) {
    command
        .add_option("--messages-per-day", config.messages_per_day, "Messages for each user and day")
        ->envname("MAX_MESSAGES_PER_DAY")
        ->check(CLI::Range(0, 1000000))
        ->capture_default_str();
    command
        .add_option("--alert-webhook",
                    raw.alert_webhook,
                    "Address that gets a POST when the alert or the limit of the day is reached")
        ->envname("ATRIUM_ALERT_WEBHOOK");
    const auto add_amount =
        [&command](const char* flag, const char* name, std::string& text, const char* help) {
            CLI::Option* option = command.add_option(flag, text, help)->envname(name);
            take_dollars(*option);
            return option;
        };
    add_amount("--cost-alert",
               "DAILY_COST_ALERT_THRESHOLD",
               raw.alert,
               "Dollars a day, all users together, to warn about")
        ->capture_default_str();
    add_amount("--cost-limit",
               "DAILY_COST_LIMIT",
               raw.limit,
               "Dollars a day that all users together may cost");
    add_amount("--user-cost-limit",
               "USER_DAILY_COST_LIMIT",
               raw.user_limit,
               "Dollars a day that one user may cost");
    add_amount("--input-price",
               "COST_PER_1K_INPUT_TOKENS",
               raw.input_price,
               "Dollars for 1,000 input tokens, in place of the price table");
    add_amount("--output-price",
               "COST_PER_1K_OUTPUT_TOKENS",
               raw.output_price,
               "Dollars for 1,000 output tokens, in place of the price table");
    command
        .add_option(
            "--time-zone", config.time_zone, "Where midnight starts a new day, e.g. Europe/Berlin")
        ->envname("ATRIUM_TIME_ZONE")
        ->capture_default_str();
}

void add_serving_options(CLI::App& command, Config& config) {
    command.add_option("--host", config.host, "Address to listen on")
        ->envname("ATRIUM_HOST")
        ->capture_default_str();
    command.add_option("--port", config.port, "Port to listen on; 0 for any free one")
        ->envname("ATRIUM_PORT")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    command.add_option("--site", config.site_dir, "Folder of the built workspace")
        ->envname("ATRIUM_SITE_DIR")
        ->capture_default_str();
    command
        .add_option("--allowed-origins",
                    config.allowed_origins,
                    "Addresses under which browsers reach this server, or whose pages may call it, "
                    "separated by commas, e.g. https://atrium.example.com")
        ->delimiter(',')
        ->envname("ATRIUM_ALLOWED_ORIGINS");
    command
        .add_flag("--behind-tls-proxy,!--no-behind-tls-proxy",
                  config.behind_tls_proxy,
                  "Another server in front adds TLS and sets X-Forwarded-For")
        ->envname("ATRIUM_BEHIND_TLS_PROXY");
    command
        .add_option("--tls-cert", config.tls_certificate, "Certificate (PEM) to serve HTTPS with")
        ->envname("ATRIUM_TLS_CERT");
    command.add_option("--tls-key", config.tls_key, "Its private key (PEM)")
        ->envname("ATRIUM_TLS_KEY");
    command.add_option("--max-streams", config.max_streams, "Replies under way at the same time")
        ->envname("ATRIUM_MAX_STREAMS")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str();
    command
        .add_option(
            "--ping-seconds", config.ping_seconds, "Silence after which a stream gets a ping")
        ->envname("ATRIUM_PING_SECONDS")
        ->check(CLI::Range(1, 60))
        ->capture_default_str();
    command
        .add_option("--drain-seconds",
                    config.drain_seconds,
                    "How long a reply is still read, for its exact cost, when its reader has left")
        ->envname("ATRIUM_DRAIN_SECONDS")
        ->check(CLI::Range(0, 600))
        ->capture_default_str();
    command
        .add_option("--stop-seconds",
                    config.stop_seconds,
                    "How long replies may still run when told to stop")
        ->envname("ATRIUM_STOP_SECONDS")
        ->check(CLI::Range(0, 600))
        ->capture_default_str();
}

}  // namespace

void take_dollars(CLI::Option& option) {
    const std::string name = option.get_envname();
    option.type_name(kDollars)->check([name](const std::string& text) {
        const Result<protocol::NanoUsd> amount = protocol::nano_usd_from_text(text);
        const std::string of = name.empty() ? "" : " (" + name + ")";
        return amount || text.empty() ? std::string() : amount.error().message + of;
    });
}

void add_storage_options(CLI::App& command, Config& config) {
    command
        .add_option("--settings",
                    config.settings_file,
                    "File of NAME=value lines, the names being those of the environment; the "
                    "server reads it again on SIGHUP")
        ->envname("ATRIUM_SETTINGS");
    command.add_option("--data", config.data_dir, "Folder for the SQLite database")
        ->envname("ATRIUM_DATA_DIR")
        ->capture_default_str();
    command
        .add_option(
            "--database",
            config.database_url,
            "postgresql://... when several proxies share users and limits; SQLite otherwise")
        ->envname("DATABASE_URL");
}

namespace {

void add_log_options(CLI::App& command, Config& config, RawOptions& raw) {
    command
        .add_option("--keep-days", config.keep_days, "Days that the usage log is kept; 0: for ever")
        ->envname("ATRIUM_KEEP_DAYS")
        ->check(CLI::Range(0, 36500))
        ->capture_default_str();
    command.add_option("--log-level", raw.log_level, "debug, info, warning or error")
        ->envname("ATRIUM_LOG_LEVEL")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
        ->capture_default_str();
}

}  // namespace

void add_serve_options(CLI::App& command, Config& config, RawOptions& raw) {
    add_storage_options(command, config);
    add_claude_options(command, config, raw);
    add_limit_options(command, config, raw);
    add_serving_options(command, config);
    add_log_options(command, config, raw);
    command.add_flag(
        "--check", config.check_only, "Say whether the settings can be used, and do not serve");
}

}  // namespace atrium::proxy
