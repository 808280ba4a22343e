#include "proxy/ledger.h"

#include "core/protocol/limits.h"
#include "proxy/ledger_sql.h"

namespace atrium::proxy {

namespace {

long long limit_or_none(const std::optional<protocol::NanoUsd>& limit) {
    return limit ? limit->value : -1;
}

void open_day(DatabaseConnection& sql, const std::string& user, const std::string& day) {
    sql.run(
        "INSERT INTO day_usage (user_id, day, messages, tool_rounds, reserved_nano, spent_nano)"
        " VALUES (:user, :day, 0, 0, 0, 0) ON CONFLICT DO NOTHING",
        soci::use(user),
        soci::use(day));
}

// Adds one to `counter` and the amount to the reservations, if `condition` and the cost limit
// (none when negative) still allow it. Returns the messages of the day then.
std::optional<int> reserve_on_day(DatabaseConnection& sql,
                                  const std::string& user,
                                  const Reservation& wanted,
                                  const std::string& counter,
                                  const std::string& condition,
                                  int count_limit,
                                  long long cost_limit) {
    const long long amount = wanted.upper_bound.value;
    int messages = 0;
    const bool reserved =
        sql.run("UPDATE day_usage SET " + counter + " = " + counter +
                    " + 1, reserved_nano = reserved_nano + CAST(:amount AS BIGINT)"
                    " WHERE user_id = :user AND day = :day AND " +
                    condition +
                    " < CAST(:count_limit AS INTEGER)"
                    " AND (CAST(:cost_limit AS BIGINT) < 0 OR"
                    " spent_nano + reserved_nano + CAST(:amount2 AS BIGINT)"
                    " <= CAST(:cost_limit2 AS BIGINT)) RETURNING messages",
                soci::use(amount),
                soci::use(user),
                soci::use(wanted.day),
                soci::use(count_limit),
                soci::use(cost_limit),
                soci::use(amount),
                soci::use(cost_limit),
                soci::into(messages));
    return reserved ? std::optional(messages) : std::nullopt;
}

int messages_of(DatabaseConnection& sql, const std::string& user, const std::string& day) {
    int messages = 0;
    sql.run("SELECT messages FROM day_usage WHERE user_id = :user AND day = :day",
            soci::use(user),
            soci::use(day),
            soci::into(messages));
    return messages;
}

void insert_request(DatabaseConnection& sql,
                    const std::string& instance_id,
                    const Reservation& wanted,
                    const std::string& kind) {
    const long long now = wanted.now_millis;
    const long long amount = wanted.upper_bound.value;
    sql.run(
        "INSERT INTO requests (id, user_id, instance_id, day, started_at, model, kind, state,"
        " outcome, status, estimated, reserved_nano, cost_nano, input_tokens, output_tokens,"
        " cache_read_tokens, cache_write_tokens, duration_millis, upstream_request_id) VALUES"
        " (:id, :user, :instance, :day, :now, :model, :kind, 'reserved', '', 0, 0, :amount, 0,"
        " 0, 0, 0, 0, 0, '')",
        soci::use(wanted.request_id),
        soci::use(wanted.user_id),
        soci::use(instance_id),
        soci::use(wanted.day),
        soci::use(now),
        soci::use(wanted.model),
        soci::use(kind),
        soci::use(amount));
}

// Moves a request to 'settled' from the given state, and says what it had reserved; nothing when it
// was not in that state.
std::optional<OpenRequest> close_request(DatabaseConnection& sql,
                                         const Settlement& done,
                                         const std::string& from_state) {
    const std::string outcome(text_from_outcome(done.outcome));
    const int estimated = done.estimated ? 1 : 0;
    const long long cost = done.cost.value;
    const long long input = done.usage.input_tokens;
    const long long output = done.usage.output_tokens;
    const long long cache_read = done.usage.cache_read_tokens;
    const long long cache_write =
        done.usage.cache_write_5m_tokens + done.usage.cache_write_1h_tokens;
    const long long duration = done.duration_millis;
    OpenRequest open;
    const bool closed = sql.run(
        "UPDATE requests SET state = 'settled', outcome = :outcome, status = :status,"
        " estimated = :estimated, cost_nano = :cost, input_tokens = :input,"
        " output_tokens = :output, cache_read_tokens = :cache_read,"
        " cache_write_tokens = :cache_write, duration_millis = :duration, model = :model,"
        " upstream_request_id = :upstream WHERE id = :id AND state = :state"
        " RETURNING user_id, day, kind, reserved_nano",
        soci::use(outcome),
        soci::use(done.status),
        soci::use(estimated),
        soci::use(cost),
        soci::use(input),
        soci::use(output),
        soci::use(cache_read),
        soci::use(cache_write),
        soci::use(duration),
        soci::use(done.model),
        soci::use(done.upstream_request_id),
        soci::use(done.request_id),
        soci::use(from_state),
        soci::into(open.user_id),
        soci::into(open.day),
        soci::into(open.kind),
        soci::into(open.reserved_nano));
    return closed ? std::optional(open) : std::nullopt;
}

DayTotal read_total(DatabaseConnection& sql, const std::string& day) {
    long long spent = 0;
    long long reserved = 0;
    sql.run("SELECT spent_nano, reserved_nano FROM day_usage WHERE user_id = :user AND day = :day",
            soci::use(kEverybody),
            soci::use(day),
            soci::into(spent),
            soci::into(reserved));
    return {day, {spent}, {reserved}};
}

}  // namespace

std::string_view text_from_outcome(Outcome outcome) {
    switch (outcome) {
        case Outcome::Finished:
            return "finished";
        case Outcome::ClientGone:
            return "client_gone";
        case Outcome::UpstreamFailed:
            return "upstream_failed";
        case Outcome::Stopped:
            return "stopped";
        case Outcome::Released:
            return "released";
    }
    return "";
}

Result<Admission> Ledger::reserve(const Reservation& wanted, const Limits& limits) {
    // A refusal has to roll back what was counted before it, and a rollback is an error to the
    // database; so the verdict travels beside it.
    Admission admission;
    const Result<Done> done = database_.transact<Done>([&](DatabaseConnection& sql)
                                                           -> Result<Done> {
        admission = {};
        const long long user_limit = limit_or_none(limits.user_daily_cost);
        const std::string& user = wanted.user_id;
        const auto refuse = [&](Verdict verdict) -> Result<Done> {
            admission = {verdict, messages_of(sql, user, wanted.day)};
            return Error{"refused", "", ""};
        };
        open_day(sql, user, wanted.day);
        open_day(sql, kEverybody, wanted.day);
        // Rounds beyond those that the day's messages allow count as messages.
        std::optional<int> messages;
        if (wanted.kind == RequestKind::ToolRound) {
            messages = reserve_on_day(
                sql,
                user,
                wanted,
                "tool_rounds",
                "tool_rounds - messages * " + std::to_string(protocol::kToolRoundsPerMessage),
                0,
                user_limit);
        }
        const bool as_round = messages.has_value();
        if (!as_round) {
            messages = reserve_on_day(
                sql, user, wanted, "messages", "messages", limits.messages_per_day, user_limit);
        }
        if (!messages) {
            const bool used_up = messages_of(sql, user, wanted.day) >= limits.messages_per_day;
            return refuse(used_up ? Verdict::MessagesUsedUp : Verdict::UserCostReached);
        }
        const std::string counter = as_round ? "tool_rounds" : "messages";
        if (!reserve_on_day(
                sql, kEverybody, wanted, counter, "0", 1, limit_or_none(limits.total_daily_cost))) {
            return refuse(Verdict::TotalCostReached);
        }
        insert_request(sql, instance_id_, wanted, as_round ? "tool_round" : "message");
        admission.messages_today = *messages;
        return Done{};
    });
    if (!done && done.error().code != "refused") {
        return done.error();
    }
    return admission;
}

Result<DayTotal> Ledger::settle(const Settlement& done) {
    return database_.transact<DayTotal>([&](DatabaseConnection& sql) -> Result<DayTotal> {
        const int uncount = done.outcome == Outcome::Released ? 1 : 0;
        std::optional<OpenRequest> open = close_request(sql, done, "reserved");
        if (open) {
            book(sql, *open, -open->reserved_nano, done.cost.value, uncount);
        } else if ((open = close_request(sql, done, "orphaned"))) {
            book(sql, *open, 0, done.cost.value - open->reserved_nano, uncount);
        } else {
            open = read_request(sql, done.request_id);
        }
        return read_total(sql, open->day);
    });
}

Result<DayTotal> Ledger::total_of(const std::string& day) {
    return database_.read<DayTotal>(
        [&day](DatabaseConnection& sql) -> Result<DayTotal> { return read_total(sql, day); });
}

}  // namespace atrium::proxy
