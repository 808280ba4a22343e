// What the operator sets, by environment variable or flag. `atrium-proxy serve --help` explains
// each; docs/operators.md says more.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/protocol/limits.h"
#include "core/protocol/money.h"
#include "core/protocol/result.h"
#include "proxy/log.h"
#include "proxy/secret.h"

namespace atrium::proxy {

struct Config {
    std::string settings_file;

    // Claude
    Secret claude_key;
    std::string upstream_url = "https://api.anthropic.com";
    std::string default_model;  // empty: the catalog's
    std::vector<std::string> allowed_models;
    int max_tokens = 4096;
    double temperature = 0.7;
    bool allow_us_inference = false;
    bool allow_hour_cache = false;

    // Limits
    int messages_per_day = 50;
    protocol::NanoUsd daily_cost_alert;
    Secret alert_webhook;  // empty: alerts go to the log and the overview only
    std::optional<protocol::NanoUsd> daily_cost_limit;
    std::optional<protocol::NanoUsd> user_daily_cost_limit;
    std::optional<protocol::NanoUsd> input_price_per_thousand;
    std::optional<protocol::NanoUsd> output_price_per_thousand;
    std::string time_zone = "UTC";

    // Serving
    std::string host = "127.0.0.1";
    int port = 8787;
    std::string site_dir;
    std::vector<std::string> allowed_origins;
    bool behind_tls_proxy = false;
    std::string tls_certificate;
    std::string tls_key;
    int max_streams = 1000;
    int ping_seconds = protocol::kPingIntervalSeconds;
    int drain_seconds = 30;
    int stop_seconds = 30;

    // Storage
    std::string data_dir;
    std::string database_url;  // empty: a SQLite file in data_dir
    int keep_days = 400;       // of the usage log; 0: for ever

    LogLevel log_level = LogLevel::Info;
    bool check_only = false;
};

// The loopback interface is the only one where plain HTTP is safe without a word from the operator.
[[nodiscard]] bool listens_on_loopback(const Config& config);

// Folders that must exist, values that contradict each other, a time zone or certificate that cannot be
// used; the sentence says what to change.
Result<Done> check_config(const Config& config);

// Where the database is: the URL, or the file in the data folder.
[[nodiscard]] std::string database_address(const Config& config);

}  // namespace atrium::proxy
