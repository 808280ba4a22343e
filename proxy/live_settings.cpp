#include "proxy/live_settings.h"

#include "proxy/catalog_setup.h"
#include "proxy/log.h"

namespace atrium::proxy {

namespace {

// One list for both questions, so that no setting can fall between them.
template <typename Visit>
void for_each_fixed_setting(Visit visit) {
    visit("ATRIUM_HOST", &Config::host);
    visit("ATRIUM_PORT", &Config::port);
    visit("ATRIUM_SITE_DIR", &Config::site_dir);
    visit("ATRIUM_ALLOWED_ORIGINS", &Config::allowed_origins);
    visit("ATRIUM_BEHIND_TLS_PROXY", &Config::behind_tls_proxy);
    visit("ATRIUM_TLS_CERT", &Config::tls_certificate);
    visit("ATRIUM_TLS_KEY", &Config::tls_key);
    visit("ATRIUM_MAX_STREAMS", &Config::max_streams);
    visit("ATRIUM_STOP_SECONDS", &Config::stop_seconds);
    visit("ATRIUM_TIME_ZONE", &Config::time_zone);
    visit("ATRIUM_DATA_DIR", &Config::data_dir);
    visit("DATABASE_URL", &Config::database_url);
}

}  // namespace

Result<std::shared_ptr<const Settings>> settings_from_config(Config config) {
    Result<protocol::ModelCatalog> catalog = catalog_for(config);
    if (!catalog) {
        return catalog.error();
    }
    auto settings = std::make_shared<Settings>();
    if (!config.claude_key.empty()) {
        settings->upstream = std::make_shared<Upstream>(config.upstream_url, config.claude_key);
    }
    settings->config = std::move(config);
    settings->catalog = std::move(catalog).value();
    return std::shared_ptr<const Settings>(std::move(settings));
}

Config config_after_reload(const Config& running, Config wanted) {
    for_each_fixed_setting([&](const char*, auto member) { wanted.*member = running.*member; });
    return wanted;
}

std::vector<std::string> waiting_for_restart(const Config& running, const Config& wanted) {
    std::vector<std::string> names;
    for_each_fixed_setting([&](const char* name, auto member) {
        if (!(running.*member == wanted.*member)) {
            names.emplace_back(name);
        }
    });
    return names;
}

std::shared_ptr<const Settings> LiveSettings::current() const {
    const std::lock_guard lock(mutex_);
    return current_;
}

Result<Done> LiveSettings::reload(const Result<Config>& wanted) {
    if (!wanted) {
        return wanted.error();
    }
    const Config running = current()->config;
    if (Result<Done> checked = check_config(wanted.value()); !checked) {
        return checked;
    }
    Result<std::shared_ptr<const Settings>> next =
        settings_from_config(config_after_reload(running, wanted.value()));
    if (!next) {
        return next.error();
    }
    for (const std::string& name : waiting_for_restart(running, wanted.value())) {
        log_event(LogLevel::Warning, "setting_waits_for_restart", {{"name", name}});
    }
    start_log(next.value()->config.log_level);
    const std::lock_guard lock(mutex_);
    current_ = std::move(next).value();
    return Done{};
}

}  // namespace atrium::proxy
