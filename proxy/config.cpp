#include "proxy/config.h"

#include <filesystem>
#include <memory>

#include <openssl/ssl.h>

#include "proxy/clock.h"

namespace atrium::proxy {

namespace {

Error invalid(const std::string& message) {
    return {"config-invalid", message, ""};
}

bool certificate_usable(const Config& config) {
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    return SSL_CTX_use_certificate_chain_file(context.get(), config.tls_certificate.c_str()) == 1 &&
           SSL_CTX_use_PrivateKey_file(context.get(), config.tls_key.c_str(), SSL_FILETYPE_PEM) ==
               1 &&
           SSL_CTX_check_private_key(context.get()) == 1;
}

}  // namespace

bool listens_on_loopback(const Config& config) {
    return config.host == "localhost" || config.host == "::1" || config.host.starts_with("127.");
}

Result<Done> check_config(const Config& config) {
    if (!config.upstream_url.starts_with("https://") &&
        !config.upstream_url.starts_with("http://")) {
        return invalid("ANTHROPIC_BASE_URL must begin with https:// or http://");
    }
    if (config.tls_certificate.empty() != config.tls_key.empty()) {
        return invalid("TLS needs both a certificate and its key: ATRIUM_TLS_CERT, ATRIUM_TLS_KEY");
    }
    if (!config.tls_certificate.empty() && !certificate_usable(config)) {
        return invalid(
            "the certificate or its key (ATRIUM_TLS_CERT, ATRIUM_TLS_KEY) cannot be read, or they "
            "do "
            "not match");
    }
    if (!knows_time_zone(config.time_zone)) {
        return invalid("this machine does not know the time zone " + config.time_zone);
    }
    if (!listens_on_loopback(config) && config.tls_certificate.empty() &&
        !config.behind_tls_proxy) {
        return invalid(
            "listening on " + config.host +
            " would send tokens over the network unencrypted: give a certificate (ATRIUM_TLS_CERT, "
            "ATRIUM_TLS_KEY), or say --behind-tls-proxy when another server adds TLS");
    }
    if (!listens_on_loopback(config) && config.allowed_origins.empty()) {
        return invalid(
            "say under which address people reach this server, e.g. "
            "ATRIUM_ALLOWED_ORIGINS=https://atrium.example.com");
    }
    const std::string& webhook = config.alert_webhook.reveal();
    if (!webhook.empty() && !webhook.starts_with("https://") && !webhook.starts_with("http://")) {
        return invalid("ATRIUM_ALERT_WEBHOOK must begin with https:// or http://");
    }
    for (const std::string& origin : config.allowed_origins) {
        const bool scheme = origin.starts_with("https://") || origin.starts_with("http://");
        if (!scheme || origin.back() == '/' || origin.find('*') != std::string::npos ||
            origin.find('/', origin.find("://") + 3) != std::string::npos) {
            return invalid(
                "ATRIUM_ALLOWED_ORIGINS: '" + origin +
                "' is no origin; write scheme, host and port only, such as https://example.com");
        }
    }
    if (config.database_url.empty()) {
        std::error_code error;
        std::filesystem::create_directories(config.data_dir, error);
        if (error || !std::filesystem::is_directory(config.data_dir)) {
            return invalid("cannot create the data folder " + config.data_dir +
                           "; choose another with ATRIUM_DATA_DIR");
        }
    }
    return Done{};
}

std::string database_address(const Config& config) {
    return config.database_url.empty() ? config.data_dir + "/atrium.sqlite" : config.database_url;
}

}  // namespace atrium::proxy
