#include "proxy/alerts.h"

#include <nlohmann/json.hpp>

#include "proxy/ledger_sql.h"

namespace atrium::proxy {

Result<bool> Alerts::raise(const Alert& alert) {
    return database_.transact<bool>([&alert](soci::session& sql) -> Result<bool> {
        const long long raised_at = alert.raised_at;
        const long long spent = alert.spent.value;
        const long long bound = alert.bound.value;
        soci::statement insert =
            (sql.prepare << "INSERT INTO alerts (day, kind, bound_nano, raised_at, spent_nano)"
                            " VALUES (:day, :kind, :bound, :at, :spent) ON CONFLICT DO NOTHING",
             soci::use(alert.day),
             soci::use(alert.kind),
             soci::use(bound),
             soci::use(raised_at),
             soci::use(spent));
        return changed_a_row(insert);
    });
}

Result<std::vector<Alert>> Alerts::from_day_on(const std::string& day) {
    using Rows = std::vector<Alert>;
    return database_.transact<Rows>([&day](soci::session& sql) -> Result<Rows> {
        Rows alerts;
        Alert alert;
        long long raised_at = 0;
        long long spent = 0;
        long long bound = 0;
        soci::statement select =
            (sql.prepare << "SELECT day, kind, raised_at, spent_nano, bound_nano FROM alerts"
                            " WHERE day >= :day ORDER BY raised_at DESC LIMIT 100",
             soci::use(day),
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
