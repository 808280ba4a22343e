#include "proxy/usage_stats.h"

#include "proxy/clock.h"

namespace atrium::proxy {

namespace {

constexpr std::int64_t kMillisPerHour = 3'600'000;

// Cast, because PostgreSQL sums BIGINT to NUMERIC, which SOCI would read as text.
const std::string kSums =
    "CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(r.estimated), 0) AS BIGINT),"
    " CAST(COALESCE(SUM(r.input_tokens), 0) AS BIGINT),"
    " CAST(COALESCE(SUM(r.output_tokens), 0) AS BIGINT),"
    " CAST(COALESCE(SUM(r.cache_read_tokens), 0) AS BIGINT),"
    " CAST(COALESCE(SUM(r.cache_write_tokens), 0) AS BIGINT),"
    " CAST(COALESCE(SUM(r.cost_nano), 0) AS BIGINT)";

struct RawSum {
    long long requests = 0;
    long long estimated = 0;
    long long input = 0;
    long long output = 0;
    long long cache_read = 0;
    long long cache_write = 0;
    long long cost = 0;

    [[nodiscard]] UsageSum sum() const {
        return {requests, estimated, input, output, cache_read, cache_write, {cost}};
    }
};

// What the lines are grouped by; what they are not grouped by is constant.
struct Columns {
    std::string day = "CAST('' AS TEXT)";
    std::string hour = "CAST(0 AS BIGINT)";
    std::string user = "CAST('' AS TEXT)";
    std::string model = "CAST('' AS TEXT)";
    std::string order = "SUM(r.cost_nano) DESC, 3, 4";
};

Columns columns_of(Grain grain) {
    Columns columns;
    if (grain != Grain::Model) {
        columns.user = "COALESCE(u.name, r.user_id)";
    }
    if (grain != Grain::User) {
        columns.model = "r.model";
    }
    if (grain == Grain::Day || grain == Grain::Hour) {
        columns.day = "r.day";
        columns.order = "1 DESC, 2 DESC, 3, 4";
    }
    if (grain == Grain::Hour) {
        columns.hour = "CAST(r.started_at / 3600000 AS BIGINT)";
    }
    return columns;
}

}  // namespace

Grain grain_from_text(std::string_view word) {
    if (word == "hour") {
        return Grain::Hour;
    }
    if (word == "user") {
        return Grain::User;
    }
    return word == "model" ? Grain::Model : Grain::Day;
}

Result<OwnUsage> own_usage(Database& database, const std::string& user_id, const std::string& day) {
    return database.read<OwnUsage>([&](soci::session& sql) -> Result<OwnUsage> {
        OwnUsage own;
        RawSum raw;
        sql << "SELECT messages, tool_rounds FROM day_usage WHERE user_id = :user AND day = :day",
            soci::use(user_id), soci::use(day), soci::into(own.messages),
            soci::into(own.tool_rounds);
        sql << "SELECT " << kSums
            << " FROM requests r WHERE r.user_id = :user AND r.day = :day AND r.state <> "
               "'reserved'",
            soci::use(user_id), soci::use(day), soci::into(raw.requests), soci::into(raw.estimated),
            soci::into(raw.input), soci::into(raw.output), soci::into(raw.cache_read),
            soci::into(raw.cache_write), soci::into(raw.cost);
        own.sum = raw.sum();
        return own;
    });
}

Result<std::vector<UsageRow>> usage_rows(Database& database,
                                         const std::string& from,
                                         const std::string& to,
                                         Grain grain,
                                         std::optional<int> at_most) {
    using Rows = std::vector<UsageRow>;
    const std::string limit = at_most ? " LIMIT " + std::to_string(*at_most) : "";
    return database.read<Rows>([&](soci::session& sql) -> Result<Rows> {
        Rows rows;
        RawSum raw;
        UsageRow row;
        long long hour = 0;
        const Columns columns = columns_of(grain);
        soci::statement select =
            (sql.prepare << "SELECT " << columns.day << ", " << columns.hour << ", " << columns.user
                         << ", " << columns.model << ", " << kSums
                         << " FROM requests r LEFT JOIN users u ON u.id = r.user_id"
                            " WHERE r.day >= :from AND r.day <= :to AND r.state <> 'reserved'"
                            " GROUP BY 1, 2, 3, 4 ORDER BY "
                         << columns.order << limit,
             soci::use(from),
             soci::use(to),
             soci::into(row.period),
             soci::into(hour),
             soci::into(row.user),
             soci::into(row.model),
             soci::into(raw.requests),
             soci::into(raw.estimated),
             soci::into(raw.input),
             soci::into(raw.output),
             soci::into(raw.cache_read),
             soci::into(raw.cache_write),
             soci::into(raw.cost));
        select.execute();
        while (select.fetch()) {
            UsageRow copy = row;
            copy.sum = raw.sum();
            if (grain == Grain::Hour) {
                copy.period = utc_text(hour * kMillisPerHour);
            }
            rows.push_back(copy);
        }
        return rows;
    });
}

Result<UsageSum> usage_total(Database& database, const std::string& from, const std::string& to) {
    return database.read<UsageSum>([&](soci::session& sql) -> Result<UsageSum> {
        RawSum raw;
        sql << "SELECT " << kSums
            << " FROM requests r WHERE r.day >= :from AND r.day <= :to AND r.state <> 'reserved'",
            soci::use(from), soci::use(to), soci::into(raw.requests), soci::into(raw.estimated),
            soci::into(raw.input), soci::into(raw.output), soci::into(raw.cache_read),
            soci::into(raw.cache_write), soci::into(raw.cost);
        return raw.sum();
    });
}

Result<std::vector<UserDay>> user_days(Database& database, const std::string& day) {
    using Rows = std::vector<UserDay>;
    return database.read<Rows>([&day](soci::session& sql) -> Result<Rows> {
        Rows rows;
        UserDay row;
        long long spent = 0;
        long long reserved = 0;
        soci::statement select =
            (sql.prepare << "SELECT user_id, messages, spent_nano, reserved_nano FROM day_usage"
                            " WHERE day = :day",
             soci::use(day),
             soci::into(row.user_id),
             soci::into(row.messages),
             soci::into(spent),
             soci::into(reserved));
        select.execute();
        while (select.fetch()) {
            rows.push_back({row.user_id, row.messages, {spent}, {reserved}});
        }
        return rows;
    });
}

}  // namespace atrium::proxy
