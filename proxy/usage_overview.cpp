#include "proxy/usage_overview.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "proxy/clock.h"
#include "proxy/ledger_sql.h"
#include "proxy/users.h"

namespace atrium::proxy {

namespace {

using Json = nlohmann::json;
using protocol::micro_usd_from_nano;

// What a browser still shows without effort; the CSV has all.
constexpr int kMostRows = 10'000;

Json micro_or_null(const std::optional<protocol::NanoUsd>& amount) {
    return amount ? Json(micro_usd_from_nano(*amount)) : Json();
}

Json json_of_alerts(const std::vector<Alert>& alerts) {
    Json json = Json::array();
    for (const Alert& alert : alerts) {
        json.push_back({{"day", alert.day},
                        {"kind", alert.kind},
                        {"raised_at", utc_text(alert.raised_at)},
                        {"text", text_of_alert(alert)},
                        {"spent_micro_usd", micro_usd_from_nano(alert.spent)},
                        {"bound_micro_usd", micro_usd_from_nano(alert.bound)}});
    }
    return json;
}

// Everyone who may use the proxy, with what today holds for them.
Result<Json> json_of_users(Database& database, const Config& config, const std::string& today) {
    const Result<std::vector<User>> users = Users(database).list();
    if (!users) {
        return users.error();
    }
    const Result<std::vector<UserDay>> days = user_days(database, today);
    if (!days) {
        return days.error();
    }
    Json json = Json::array();
    for (const User& user : users.value()) {
        const auto same = [&user](const UserDay& day) {
            return day.user_id == user.id;
        };
        const auto found = std::find_if(days.value().begin(), days.value().end(), same);
        const UserDay day = found == days.value().end() ? UserDay{} : *found;
        json.push_back({{"name", user.name},
                        {"admin", user.is_admin},
                        {"revoked", user.revoked},
                        {"messages", day.messages},
                        {"messages_limit", user.messages_per_day.value_or(config.messages_per_day)},
                        {"cost_micro_usd", micro_usd_from_nano(day.spent)},
                        {"cost_limit_micro_usd",
                         micro_or_null(user.daily_cost_limit ? user.daily_cost_limit
                                                             : config.user_daily_cost_limit)}});
    }
    return json;
}

}  // namespace

Result<std::string> usage_overview(Database& database,
                                   Alerts& alerts,
                                   const Config& config,
                                   const StatsQuery& query) {
    Result<std::vector<UsageRow>> rows =
        usage_rows(database, query.from, query.to, query.by, kMostRows + 1);
    const Result<UsageSum> sum = usage_total(database, query.from, query.to);
    const Result<std::vector<UserDay>> days = user_days(database, query.today);
    const Result<std::vector<Alert>> raised = alerts.from_day_on(query.from);
    const Result<Json> users = json_of_users(database, config, query.today);
    if (!rows || !sum || !days || !raised || !users) {
        return Error{"storage-unavailable", "the database cannot be used at the moment", ""};
    }
    const bool rows_left_out = rows.value().size() > static_cast<std::size_t>(kMostRows);
    if (rows_left_out) {
        rows.value().pop_back();
    }
    UserDay total;
    for (const UserDay& day : days.value()) {
        total = day.user_id == kEverybody ? day : total;
    }
    const Json json = {
        {"from", query.from},
        {"to", query.to},
        {"today",
         {{"day", query.today},
          {"messages", total.messages},
          {"cost_micro_usd", micro_usd_from_nano(total.spent)},
          {"reserved_micro_usd", micro_usd_from_nano(total.reserved)},
          {"alert", total.spent.value > 0 && total.spent >= config.daily_cost_alert}}},
        {"limits",
         {{"messages_per_day", config.messages_per_day},
          {"alert_micro_usd", micro_usd_from_nano(config.daily_cost_alert)},
          {"daily_cost_micro_usd", micro_or_null(config.daily_cost_limit)},
          {"user_daily_cost_micro_usd", micro_or_null(config.user_daily_cost_limit)}}},
        {"alerts", json_of_alerts(raised.value())},
        {"users", users.value()},
        {"total",
         {{"requests", sum.value().requests},
          {"estimated", sum.value().estimated},
          {"cost_micro_usd", micro_usd_from_nano(sum.value().cost)}}},
        {"rows", Json::parse(json_from_rows(rows.value()))},
        {"rows_left_out", rows_left_out}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace atrium::proxy
