// The settings that may change while the proxy runs: the key, limits, prices, policy. Every request
// takes one snapshot and keeps it to its end, so that a reload never changes a request under way.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/protocol/model_catalog.h"
#include "proxy/config.h"
#include "proxy/upstream.h"

namespace atrium::proxy {

struct Settings {
    Config config;
    protocol::ModelCatalog catalog;
    std::shared_ptr<Upstream> upstream;  // null without a key
};

// Fills in the default model, and connects the catalog and the key to it.
Result<std::shared_ptr<const Settings>> settings_from_config(Config config);

// `wanted` where a change takes effect at once, `running` for the rest: where the proxy listens,
// where its data is, its time zone.
[[nodiscard]] Config config_after_reload(const Config& running, Config wanted);

// The names of the settings that differ and need a restart.
[[nodiscard]] std::vector<std::string> waiting_for_restart(const Config& running,
                                                           const Config& wanted);

class LiveSettings {
 public:
    explicit LiveSettings(std::shared_ptr<const Settings> first) : current_(std::move(first)) {}

    [[nodiscard]] std::shared_ptr<const Settings> current() const;

    // On an error everything stays as it was.
    Result<Done> reload(const Result<Config>& wanted);

 private:
    mutable std::mutex mutex_;
    std::shared_ptr<const Settings> current_;
};

}  // namespace atrium::proxy
