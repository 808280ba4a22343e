#include "proxy/api_handlers.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "embedded_proxy_assets.h"
#include "proxy/clock.h"
#include "proxy/responses.h"
#include "proxy/tokens.h"
#include "proxy/usage_overview.h"
#include "proxy/usage_stats.h"

namespace atrium::proxy {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kMillisPerDay = 24LL * 3600 * 1000;
constexpr int kDefaultDays = 30;

std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Values here are days and words, which need no decoding.
std::string query_value(const std::string& query, const std::string& name) {
    for (std::size_t begin = 0; begin < query.size();) {
        const std::size_t end = std::min(query.find('&', begin), query.size());
        const std::string pair = query.substr(begin, end - begin);
        if (pair.starts_with(name + "=")) {
            return pair.substr(name.size() + 1);
        }
        begin = end + 1;
    }
    return "";
}

Json micro_or_null(const std::optional<protocol::NanoUsd>& amount) {
    return amount ? Json(protocol::micro_usd_from_nano(*amount)) : Json();
}

bool on_this_machine(const std::string& address) {
    return address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

HttpResponse text_response(const std::string& type, std::string text) {
    HttpResponse response;
    response.headers = {{"content-type", type}};
    response.body = std::make_shared<const std::string>(std::move(text));
    return response;
}

}  // namespace

HttpResponse ApiHandlers::config() const {
    const auto settings = services_.settings.current();
    const Config& config = settings->config;
    Json models = Json::array();
    for (const protocol::ModelInfo& model : settings->catalog.models) {
        const auto& listed = config.allowed_models;
        const bool allowed =
            listed.empty() ? model.offered
                           : std::find(listed.begin(), listed.end(), model.id) != listed.end();
        if (allowed || model.id == config.default_model) {
            models.push_back({{"id", model.id}, {"label", model.label}});
        }
    }
    const Json json = {{"version", ATRIUM_VERSION},
                       {"claude", !config.claude_key.empty()},
                       {"default_model", config.default_model},
                       {"models", models},
                       {"max_tokens", config.max_tokens},
                       {"temperature", config.temperature},
                       {"messages_per_day", config.messages_per_day},
                       {"time_zone", config.time_zone}};
    return json_response(200, text_of(json));
}

HttpResponse ApiHandlers::begin_session(const HttpRequest& request) {
    const std::string request_id = random_id("req_");
    const Json body = Json::parse(request.body, nullptr, false);
    const bool has_token = body.is_object() && body.contains("token") && body["token"].is_string();
    if (!has_token) {
        return error_response({400,
                               "invalid_request_error",
                               "token: the one-time token is required",
                               Retry::Never,
                               std::nullopt},
                              request_id);
    }
    const Result<std::optional<Secret>> session =
        services_.authenticator.exchange(body["token"].get<std::string>());
    if (!session) {
        return storage_response(request_id);
    }
    if (!session.value()) {
        return error_response(
            {401,
             "authentication_error",
             "This address was used before. Start the server again and open the new address, or "
             "sign in with a token.",
             Retry::Never,
             std::nullopt},
            request_id);
    }
    return json_response(200,
                         text_of({{"token", session.value()->reveal()}, {"name", kLocalUserName}}));
}

HttpResponse ApiHandlers::own_usage(const HttpRequest& request) {
    const std::string request_id = random_id("req_");
    const Authenticator::Outcome who = services_.authenticator.authenticate(request, request_id);
    if (!who.user) {
        return who.refusal;
    }
    const Day day = day_of(now_millis());
    const Result<OwnUsage> own =
        atrium::proxy::own_usage(services_.database, who.user->id, day.text);
    if (!own) {
        return storage_response(request_id);
    }
    const auto settings = services_.settings.current();
    const Config& config = settings->config;
    const int limit = who.user->messages_per_day.value_or(config.messages_per_day);
    const UsageSum& sum = own.value().sum;
    const Json json = {{"name", who.user->name},
                       {"admin", who.user->is_admin},
                       {"day", day.text},
                       {"seconds_until_reset", day.seconds_left},
                       {"messages", own.value().messages},
                       {"messages_limit", limit},
                       {"messages_left", std::max(0, limit - own.value().messages)},
                       {"tool_rounds", own.value().tool_rounds},
                       {"input_tokens", sum.input_tokens},
                       {"output_tokens", sum.output_tokens},
                       {"cache_read_tokens", sum.cache_read_tokens},
                       {"cache_write_tokens", sum.cache_write_tokens},
                       {"cost_micro_usd", protocol::micro_usd_from_nano(sum.cost)},
                       {"cost_limit_micro_usd",
                        micro_or_null(who.user->daily_cost_limit ? who.user->daily_cost_limit
                                                                 : config.user_daily_cost_limit)}};
    return json_response(200, text_of(json));
}

Authenticator::Outcome ApiHandlers::administrator(const HttpRequest& request) {
    const std::string request_id = random_id("req_");
    Authenticator::Outcome who = services_.authenticator.authenticate(request, request_id);
    if (who.user && !who.user->is_admin) {
        return {std::nullopt,
                error_response({403,
                                "permission_error",
                                "This needs an administrator's token.",
                                Retry::Never,
                                std::nullopt},
                               request_id)};
    }
    return who;
}

HttpResponse ApiHandlers::usage_stats(const HttpRequest& request) {
    const Authenticator::Outcome who = administrator(request);
    if (!who.user) {
        return who.refusal;
    }
    const std::int64_t now = now_millis();
    StatsQuery query;
    query.today = day_of(now).text;
    const std::string from = query_value(request.query, "from");
    const std::string to = query_value(request.query, "to");
    query.from = is_day(from) ? from : day_of(now - (kDefaultDays - 1) * kMillisPerDay).text;
    query.to = is_day(to) ? to : query.today;
    query.by = grain_from_text(query_value(request.query, "by"));
    if (query_value(request.query, "format") == "csv") {
        const Result<std::vector<UsageRow>> rows =
            usage_rows(services_.database, query.from, query.to, query.by);
        if (!rows) {
            return storage_response("");
        }
        HttpResponse csv = text_response("text/csv; charset=utf-8", csv_from_rows(rows.value()));
        csv.headers.emplace_back("content-disposition", "attachment; filename=\"usage.csv\"");
        return csv;
    }
    const Result<std::string> overview = usage_overview(
        services_.database, services_.alerts, services_.settings.current()->config, query);
    return overview ? json_response(200, overview.value()) : storage_response("");
}

HttpResponse ApiHandlers::openapi() const {
    return json_response(200, std::string(assets::openapi_json));
}

HttpResponse ApiHandlers::health() const {
    return json_response(200, R"({"status":"ok"})");
}

HttpResponse ApiHandlers::readiness() {
    const Result<Done> reached =
        services_.database.read<Done>([](soci::session& sql) -> Result<Done> {
            int one = 0;
            sql << "SELECT 1", soci::into(one);
            return Done{};
        });
    const bool ready = reached && services_.bookkeeper.can_write() && !services_.stopping;
    const Json json = {{"ready", ready},
                       {"claude", services_.settings.current()->upstream != nullptr}};
    return json_response(ready ? 200 : 503, text_of(json));
}

HttpResponse ApiHandlers::metrics(const HttpRequest& request) {
    if (services_.settings.current()->config.behind_tls_proxy ||
        !on_this_machine(request.remote_address)) {
        const Authenticator::Outcome who = administrator(request);
        if (!who.user) {
            return who.refusal;
        }
    }
    return text_response("text/plain; version=0.0.4; charset=utf-8",
                         services_.metrics.prometheus_text(services_.bookkeeper.waiting()));
}

}  // namespace atrium::proxy
