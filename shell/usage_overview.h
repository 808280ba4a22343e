// What everybody's use of Claude through the proxy has cost, as GET /api/v1/admin/usage-stats tells an
// administrator. The answer is read like any input: what has the wrong shape never gets further.
//
//     Result<UsageOverview> overview = usage_overview_from_json(body);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/context.h"
#include "core/domain/date.h"
#include "core/protocol/result.h"

namespace atrium::shell {

// One day of one person with one model. Money is in millionths of a US dollar throughout.
struct UsageRow {
    domain::Date day;
    std::string user;
    std::string model;
    std::int64_t requests = 0;
    std::int64_t estimated = 0;  // of them: broke off, so that tokens and cost are estimated
    std::int64_t input_tokens = 0;
    std::int64_t output_tokens = 0;
    std::int64_t cache_read_tokens = 0;
    std::int64_t cache_write_tokens = 0;
    std::int64_t cost = 0;

    bool operator==(const UsageRow&) const = default;
};

struct UsageAlert {
    enum class Kind { Threshold, Limit };  // only told, or messages were refused from then on

    domain::Date day;
    Kind kind = Kind::Threshold;
    domain::Millis raised_at = 0;  // 0: not said
    std::int64_t spent = 0;
    std::int64_t bound = 0;

    bool operator==(const UsageAlert&) const = default;
};

// Somebody who may use the proxy, with what today holds.
struct UsagePerson {
    std::string name;
    bool administrator = false;
    bool revoked = false;
    std::int64_t messages = 0;
    std::int64_t messages_limit = 0;
    std::int64_t cost = 0;
    std::optional<std::int64_t> cost_limit;

    bool operator==(const UsagePerson&) const = default;
};

struct UsageLimits {
    std::int64_t messages_per_day = 0;  // of each person
    std::int64_t alert = 0;             // cost of a day
    std::optional<std::int64_t> daily_cost;
    std::optional<std::int64_t> user_daily_cost;

    bool operator==(const UsageLimits&) const = default;
};

struct UsageOverview {
    domain::Date today;  // in the proxy's time zone
    std::int64_t messages_today = 0;
    std::int64_t cost_today = 0;
    bool alert_stands = false;  // today's cost has reached the threshold
    UsageLimits limits;
    std::vector<UsageAlert> alerts;  // the newest first
    std::vector<UsagePerson> people;
    std::vector<UsageRow> rows;
    int unreadable = 0;  // entries of the lists that had another shape and are left out
};

// Error "usage-unreadable" when today, the limits or one of the lists are missing or make no sense.
Result<UsageOverview> usage_overview_from_json(std::string_view text);

}  // namespace atrium::shell
