// What an administrator sees of everybody's usage: today, limits, alerts, people, and the rows asked
// for, as the JSON of GET /api/v1/admin/usage-stats. docs/openapi.json describes it.
#pragma once

#include <string>

#include "core/protocol/result.h"
#include "proxy/alerts.h"
#include "proxy/config.h"
#include "proxy/usage_stats.h"

namespace atrium::proxy {

// Days from and to are both included.
struct StatsQuery {
    std::string today;
    std::string from;
    std::string to;
    Grain by = Grain::Day;
};

Result<std::string> usage_overview(Database& database,
                                   Alerts& alerts,
                                   const Config& config,
                                   const StatsQuery& query);

}  // namespace atrium::proxy
