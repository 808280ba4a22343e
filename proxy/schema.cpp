#include "proxy/schema.h"

#include <array>

namespace atrium::proxy {

namespace {

// Identifiers are text and times are milliseconds, so that SQLite and PostgreSQL read the same SQL.
// Money is in billionths of a dollar. In user_limits and day_usage nothing is ever NULL: -1 stands
// for "the proxy's setting holds".
constexpr std::array kSteps = {
    // One statement an entry; an entry that was released is never changed.
    "CREATE TABLE users ("
    " id TEXT PRIMARY KEY,"
    " name TEXT NOT NULL UNIQUE,"
    " is_admin INTEGER NOT NULL,"
    " messages_per_day INTEGER NOT NULL,"
    " daily_cost_limit_nano BIGINT NOT NULL,"
    " created_at BIGINT NOT NULL,"
    " revoked_at BIGINT NOT NULL)",

    "CREATE TABLE tokens ("
    " hash TEXT PRIMARY KEY,"
    " user_id TEXT NOT NULL REFERENCES users(id),"
    " created_at BIGINT NOT NULL,"
    " expires_at BIGINT NOT NULL)",

    "CREATE INDEX tokens_of_user ON tokens (user_id)",

    // What a user has used of a day; the user '*' is everybody together.
    "CREATE TABLE day_usage ("
    " user_id TEXT NOT NULL,"
    " day TEXT NOT NULL,"
    " messages INTEGER NOT NULL,"
    " tool_rounds INTEGER NOT NULL,"
    " reserved_nano BIGINT NOT NULL,"
    " spent_nano BIGINT NOT NULL,"
    " PRIMARY KEY (user_id, day))",

    // One row for each admitted request, from the reservation on.
    "CREATE TABLE requests ("
    " id TEXT PRIMARY KEY,"
    " user_id TEXT NOT NULL,"
    " instance_id TEXT NOT NULL,"
    " day TEXT NOT NULL,"
    " started_at BIGINT NOT NULL,"
    " model TEXT NOT NULL,"
    " kind TEXT NOT NULL,"
    " state TEXT NOT NULL,"
    " outcome TEXT NOT NULL,"
    " status INTEGER NOT NULL,"
    " estimated INTEGER NOT NULL,"
    " reserved_nano BIGINT NOT NULL,"
    " cost_nano BIGINT NOT NULL,"
    " input_tokens BIGINT NOT NULL,"
    " output_tokens BIGINT NOT NULL,"
    " cache_read_tokens BIGINT NOT NULL,"
    " cache_write_tokens BIGINT NOT NULL,"
    " duration_millis BIGINT NOT NULL,"
    " upstream_request_id TEXT NOT NULL)",

    "CREATE INDEX requests_of_day ON requests (day, user_id)",

    "CREATE INDEX requests_open ON requests (instance_id) WHERE state = 'reserved'",

    // Running proxies, so that the reservations of a dead one can be told from those of a live one.
    "CREATE TABLE instances ("
    " id TEXT PRIMARY KEY,"
    " host TEXT NOT NULL,"
    " process BIGINT NOT NULL,"
    " seen_at BIGINT NOT NULL)",

    // What the operator was told, once for each day, kind and amount.
    "CREATE TABLE alerts ("
    " day TEXT NOT NULL,"
    " kind TEXT NOT NULL,"
    " bound_nano BIGINT NOT NULL,"
    " raised_at BIGINT NOT NULL,"
    " spent_nano BIGINT NOT NULL,"
    " PRIMARY KEY (day, kind, bound_nano))",

    // When the webhook took it, 0 as long as it has not. What is older than this column was delivered.
    "ALTER TABLE alerts ADD COLUMN delivered_at BIGINT NOT NULL DEFAULT 0",

    "UPDATE alerts SET delivered_at = raised_at",
};

}  // namespace

Result<Done> migrate_schema(soci::session& sql) {
    sql << "CREATE TABLE IF NOT EXISTS schema_steps (applied INTEGER NOT NULL)";
    int applied = 0;
    soci::indicator known = soci::i_null;
    sql << "SELECT MAX(applied) FROM schema_steps", soci::into(applied, known);
    if (known == soci::i_null) {
        applied = 0;
    }
    const int steps = static_cast<int>(kSteps.size());
    if (applied > steps) {
        return Error{"schema-newer",
                     "the database was written by a newer atrium-proxy; run that version or "
                     "another database",
                     ""};
    }
    for (int step = applied; step < steps; ++step) {
        sql << kSteps[static_cast<std::size_t>(step)];
    }
    if (applied < steps) {
        sql << "INSERT INTO schema_steps (applied) VALUES (:steps)", soci::use(steps);
    }
    return Done{};
}

}  // namespace atrium::proxy
