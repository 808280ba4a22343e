#include "shell/connection.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace atrium::shell {
namespace {

using nlohmann::json;

int int_member(const json& object, const char* name, int fallback) {
    const auto member = object.find(name);
    return member != object.end() && member->is_number_integer() ? member->get<int>() : fallback;
}

std::string text_member(const json& object, const char* name) {
    const auto member = object.find(name);
    return member != object.end() && member->is_string() ? member->get<std::string>() : "";
}

bool flag_member(const json& object, const char* name) {
    const auto member = object.find(name);
    return member != object.end() && member->is_boolean() && member->get<bool>();
}

std::vector<OfferedModel> models_of(const json& config) {
    std::vector<OfferedModel> models;
    const auto list = config.find("models");
    if (list == config.end() || !list->is_array()) {
        return models;
    }
    for (const json& model : *list) {
        if (model.is_object() && !text_member(model, "id").empty()) {
            models.push_back({text_member(model, "id"), text_member(model, "label")});
        }
    }
    return models;
}

}  // namespace

void Connection::proxy_answered(const Result<std::string>& config_json) {
    if (!config_json) {
        const bool refused = config_json.error().code == "not-signed-in";
        state_ = refused ? State::NotSignedIn : State::Unreachable;
        administrator_ = administrator_ && !refused;
        expects_claude_ = expects_claude_ && !refused;
        return;
    }
    const json config = json::parse(config_json.value(), nullptr, false);
    if (!config.is_object()) {
        state_ = State::Unreachable;
        return;
    }
    confirmed_ = true;
    expects_claude_ = flag_member(config, "claude");
    state_ = expects_claude_ ? State::Claude : State::NoKey;
    // Not said where the proxy could not tell just now who we are.
    administrator_ = config.contains("admin") ? flag_member(config, "admin") : administrator_;
    default_model_ = text_member(config, "default_model");
    models_ = models_of(config);
    max_tokens_ = int_member(config, "max_tokens", max_tokens_);
    messages_per_day_ = int_member(config, "messages_per_day", 0);
    messages_today_ = int_member(config, "messages_today", messages_today_);
}

void Connection::network_changed(bool online) {
    online_ = online;
    confirmed_ = confirmed_ && online;
}

bool Connection::is_away() const {
    const State now = state();
    return now == State::Offline || now == State::Unreachable || now == State::Asking;
}

std::string Connection::words(const domain::Settings& settings) const {
    if (settings.partner == domain::PartnerChoice::GuideOnly) {
        return "Built-in guide";
    }
    switch (state()) {
        case State::Asking:
            return "Connecting";
        case State::Claude:
            return "Claude connected";
        case State::NoKey:
            return "Built-in guide";
        case State::NotSignedIn:
            return "Not signed in";
        case State::Unreachable:
            return awaits_claude() ? "Claude unreachable" : "Server unreachable";
        case State::Offline:
            return awaits_claude() ? "Claude unreachable" : "Offline";
    }
    return "";
}

std::string Connection::explanation() const {
    switch (state()) {
        case State::Asking:
            return "Asking the server whether Claude is available.";
        case State::Claude:
            return "Claude answers. When the network is gone, what you write waits for it, or the "
                   "built-in guide answers.";
        case State::NoKey:
            return "This server has no Claude key. The built-in guide leads the same session with "
                   "rules and templates, without AI.";
        case State::NotSignedIn:
            return "The server did not accept your access token. Open the address that it printed "
                   "when it started, or enter a token in Settings. The built-in guide goes on.";
        case State::Unreachable:
            return awaits_claude()
                       ? "The server does not answer, so Claude cannot be reached now. Your work "
                         "is in this browser and safe; what you write waits for Claude, or goes "
                         "to the built-in guide."
                       : "The server does not answer. Your work is in this browser and safe; the "
                         "built-in guide goes on.";
        case State::Offline:
            return awaits_claude()
                       ? "There is no network, so Claude cannot be reached now. Your work is in "
                         "this browser and safe; what you write waits for Claude, or goes to the "
                         "built-in guide."
                       : "There is no network. Your work is in this browser and safe; the "
                         "built-in guide goes on.";
    }
    return "";
}

domain::Partner Connection::partner(const domain::Settings& settings) const {
    if (settings.partner == domain::PartnerChoice::GuideOnly || state() != State::Claude) {
        return {};
    }
    const bool is_offered = std::any_of(models_.begin(), models_.end(), [&](const OfferedModel& m) {
        return m.id == settings.model;
    });
    return {
        domain::Partner::Kind::Claude, is_offered ? settings.model : default_model_, max_tokens_};
}

}  // namespace atrium::shell
