#include "proxy/alerts.h"

#include <nlohmann/json.hpp>

#include "proxy/clock.h"
#include "proxy/ledger_sql.h"

namespace atrium::proxy {

template <typename Value>
Result<std::vector<Alert>> Alerts::select(const std::string& condition, const Value& value) {
    using Rows = std::vector<Alert>;
    return database_.read<Rows>([&](soci::session& sql) -> Result<Rows> {
        Rows alerts;
        Alert alert;
        long long raised_at = 0;
        long long spent = 0;
        long long bound = 0;
        soci::statement select =
            (sql.prepare << "SELECT day, kind, raised_at, spent_nano, bound_nano FROM alerts WHERE "
                         << condition << " ORDER BY raised_at DESC LIMIT 100",
             soci::use(value),
             soci::into(alert.day),
             soci::into(alert.kind),
             soci::into(raised_at),
             soci::into(spent),
             soci::into(bound));
        select.execute();
        while (select.fetch()) {
            alerts.push_back({alert.day, alert.kind, raised_at, {spent}, {bound}});
        }
        return alerts;
    });
}

Result<bool> Alerts::raise(const Alert& alert) {
    return database_.transact<bool>([&alert](soci::session& sql) -> Result<bool> {
        const long long raised_at = alert.raised_at;
        const long long spent = alert.spent.value;
        const long long bound = alert.bound.value;
        soci::statement insert =
            (sql.prepare << "INSERT INTO alerts (day, kind, bound_nano, raised_at, spent_nano,"
                            " delivered_at) VALUES (:day, :kind, :bound, :at, :spent, 0)"
                            " ON CONFLICT DO NOTHING",
             soci::use(alert.day),
             soci::use(alert.kind),
             soci::use(bound),
             soci::use(raised_at),
             soci::use(spent));
        return changed_a_row(insert);
    });
}

Result<Done> Alerts::mark_delivered(const Alert& alert) {
    return database_.transact<Done>([&alert](soci::session& sql) -> Result<Done> {
        const long long now = now_millis();
        const long long bound = alert.bound.value;
        sql << "UPDATE alerts SET delivered_at = :now"
               " WHERE day = :day AND kind = :kind AND bound_nano = :bound",
            soci::use(now), soci::use(alert.day), soci::use(alert.kind), soci::use(bound);
        return Done{};
    });
}

Result<std::vector<Alert>> Alerts::undelivered_since(std::int64_t millis) {
    const long long since = millis;
    return select("delivered_at = 0 AND raised_at >= :since", since);
}

Result<std::vector<Alert>> Alerts::from_day_on(const std::string& day) {
    return select("day >= :day", day);
}

namespace {

// Whole cents would say "$0.00" of a bound below one.
std::string text_of_amount(protocol::NanoUsd amount) {
    constexpr std::int64_t kDollar = 1'000'000'000;
    return protocol::text_from_nano_usd(amount, amount.value < kDollar ? 4 : 2);
}

}  // namespace

std::string text_of_alert(const Alert& alert) {
    const std::string spent = text_of_amount(alert.spent);
    const std::string bound = text_of_amount(alert.bound);
    return alert.kind == kCostLimit
               ? "Atrium: the limit of " + bound + " for " + alert.day + " is reached (" + spent +
                     " spent). Messages to Claude are refused until the next day begins."
               : "Atrium: Claude has cost " + spent + " on " + alert.day +
                     "; you asked to be told at " + bound + ".";
}

std::string json_of_alert(const Alert& alert) {
    const nlohmann::json json = {{"text", text_of_alert(alert)},
                                 {"kind", alert.kind},
                                 {"day", alert.day},
                                 {"spent_micro_usd", protocol::micro_usd_from_nano(alert.spent)},
                                 {"bound_micro_usd", protocol::micro_usd_from_nano(alert.bound)}};
    return json.dump();
}

}  // namespace atrium::proxy
