#include "web/proxy_answer.h"

#include <string>

#include <nlohmann/json.hpp>

namespace atrium::web {

namespace {

using Json = nlohmann::json;

Error unreachable(const HttpAnswer& answer) {
    return {"proxy-unreachable",
            "Atrium's server could not be reached. Check the connection.",
            answer.status > 0 ? "HTTP " + std::to_string(answer.status) : std::string(answer.body)};
}

void copy_number(const Json& from, const char* name, Json& to, const char* new_name) {
    const auto member = from.find(name);
    if (member != from.end() && member->is_number_integer()) {
        to[new_name] = *member;
    }
}

}  // namespace

shell::ProxyAnswered proxy_answer(const HttpAnswer& config, const HttpAnswer& usage) {
    if (config.status != 200) {
        return {.config_json = unreachable(config)};
    }
    Json json = Json::parse(config.body, nullptr, false);
    if (!json.is_object()) {
        return {.config_json = unreachable(config)};
    }
    if (usage.status == 401 || usage.status == 403) {
        json["admin"] = false;
    }
    const auto claude = json.find("claude");
    const bool needs_token = claude != json.end() && claude->is_boolean() && claude->get<bool>();
    if (needs_token && (usage.status == 401 || usage.status == 403)) {
        return {.config_json =
                    Error{"not-signed-in",
                          "The server did not accept this browser's token. Open the address that "
                          "it printed when it started, or sign in.",
                          std::string(usage.body)}};
    }
    const Json own = Json::parse(usage.body, nullptr, false);
    if (usage.status == 200 && own.is_object()) {
        copy_number(own, "messages", json, "messages_today");
        copy_number(own, "messages_limit", json, "messages_per_day");
        const auto admin = own.find("admin");
        json["admin"] = admin != own.end() && admin->is_boolean() && admin->get<bool>();
    }
    return {.config_json = json.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

shell::UsageAnswered usage_answer(const HttpAnswer& usage) {
    if (usage.status == 200) {
        return {.usage_json = std::string(usage.body)};
    }
    if (usage.status <= 0) {
        return {.usage_json = unreachable(usage)};
    }
    if (usage.status == 401 || usage.status == 403) {
        return {.usage_json = Error{"not-administrator",
                                    "The server shows this to administrators only. Sign in with an "
                                    "administrator's token in Settings.",
                                    std::string(usage.body)}};
    }
    const std::string status = "HTTP " + std::to_string(usage.status);
    return {.usage_json = Error{
                "usage-refused",
                "The server could not say what was used (" + status + "). Try again in a moment.",
                std::string(usage.body)}};
}

}  // namespace atrium::web
