// What the usage screen shows, reckoned from the proxy's rows for one range of days.
//
//     UsageFigures figures = usage_figures(overview, UsageRange::Month);
//     usd_text(figures.cost, view.formats);                            // "$787.40"
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shell/usage_overview.h"

namespace atrium::shell {

enum class UsageRange { Today, Week, Month };  // 1, 7 and 30 days up to the proxy's today

[[nodiscard]] int days_of(UsageRange range);

struct ModelUsage {
    std::string model;  // empty: the rest, where there are more models than colours
    std::int64_t answers = 0;
    std::int64_t tokens = 0;
    std::int64_t cost = 0;
    std::vector<double> dollars_by_day;  // one for each of UsageFigures::days
};

enum class PersonState { Active, AtLimit, Revoked };

struct PersonToday {
    std::string name;
    std::int64_t messages = 0;
    std::int64_t messages_limit = 0;
    std::int64_t tokens = 0;
    std::int64_t cost = 0;
    PersonState state = PersonState::Active;
};

struct UsageFigures {
    std::int64_t cost = 0;
    std::int64_t answers = 0;
    std::int64_t estimated = 0;     // answers whose cost is estimated
    std::int64_t input_tokens = 0;  // read from the cache or not
    std::int64_t cache_read_tokens = 0;
    // The days of the chart: the range, but a week at least, since one bar compares nothing.
    std::vector<domain::Date> days;
    std::vector<ModelUsage> models;   // the dearest of those days first
    std::vector<PersonToday> people;  // who sent most first
    std::int64_t people_today = 0;    // who sent anything
};

[[nodiscard]] UsageFigures usage_figures(const UsageOverview& overview, UsageRange range);

// The range's rows for a spreadsheet.
[[nodiscard]] std::string usage_csv(const UsageOverview& overview, UsageRange range);

// "$787.40", "$50", below ten cents "$0.030".
[[nodiscard]] std::string usd_text(std::int64_t micro_usd, const domain::Formats& formats);

// "950", "24 k", "4.1 M"
[[nodiscard]] std::string tokens_text(std::int64_t tokens, const domain::Formats& formats);

}  // namespace atrium::shell
