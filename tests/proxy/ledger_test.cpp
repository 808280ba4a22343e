#include "proxy/ledger.h"

#include <atomic>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "proxy/alerts.h"
#include "proxy/usage_stats.h"
#include "tests/proxy/temporary_database.h"

using namespace atrium;
using namespace atrium::proxy;
using protocol::NanoUsd;

namespace {

constexpr const char* kDay = "2026-11-22";

Reservation reservation(const std::string& id, RequestKind kind = RequestKind::Message) {
    return {id, "ada", kDay, "claude-sonnet-5-5", kind, NanoUsd{100}, 1};
}

Limits limits(int messages) {
    return {messages, std::nullopt, std::nullopt};
}

Verdict verdict_of(Ledger& ledger, const Reservation& wanted, const Limits& held) {
    const Result<Admission> admission = ledger.reserve(wanted, held);
    REQUIRE(admission);
    return admission.value().verdict;
}

Settlement settlement(const std::string& id,
                      std::int64_t cost,
                      Outcome outcome = Outcome::Finished) {
    Settlement done;
    done.request_id = id;
    done.model = "claude-sonnet-5-5";
    done.outcome = outcome;
    done.cost = {cost};
    return done;
}

// messages, reserved and spent of a user's day
std::vector<long long> day_of_user(TemporaryDatabase& database,
                                   const std::string& user,
                                   const std::string& day = kDay) {
    const auto read = [&](const std::string& column) {
        return database.number("SELECT SUM(" + column + ") FROM day_usage WHERE user_id = '" +
                               user + "' AND day = '" + day + "'");
    };
    return {read("messages"), read("reserved_nano"), read("spent_nano")};
}

}  // namespace

TEST_CASE_TEMPLATE("ledger: what is reserved is settled once, for the user and for everybody",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Ledger ledger(*database, "one");
    CHECK(verdict_of(ledger, reservation("r1"), limits(5)) == Verdict::Admitted);
    CHECK(day_of_user(database, "ada") == std::vector<long long>{1, 100, 0});
    for (int again = 0; again < 3; ++again) {
        const Result<DayTotal> total = ledger.settle(settlement("r1", 40));
        REQUIRE(total);
        CHECK(total.value().spent == NanoUsd{40});
    }
    CHECK(day_of_user(database, "ada") == std::vector<long long>{1, 0, 40});
    CHECK(day_of_user(database, "*") == std::vector<long long>{1, 0, 40});
}

TEST_CASE_TEMPLATE("ledger: a request that cost nothing upstream does not count",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Ledger ledger(*database, "one");
    CHECK(verdict_of(ledger, reservation("r1"), limits(1)) == Verdict::Admitted);
    CHECK(verdict_of(ledger, reservation("r2"), limits(1)) == Verdict::MessagesUsedUp);
    REQUIRE(ledger.settle(settlement("r1", 0, Outcome::Released)));
    CHECK(day_of_user(database, "ada") == std::vector<long long>{0, 0, 0});
    CHECK(verdict_of(ledger, reservation("r2"), limits(1)) == Verdict::Admitted);
}

TEST_CASE_TEMPLATE("ledger: a refusal leaves no trace", Backend, OnSqlite, OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Ledger ledger(*database, "one");
    Limits dear = limits(5);
    dear.total_daily_cost = NanoUsd{99};
    CHECK(verdict_of(ledger, reservation("r1"), dear) == Verdict::TotalCostReached);
    CHECK(database.number("SELECT COUNT(*) FROM requests") == 0);
    CHECK(database.number("SELECT COUNT(*) FROM day_usage") == 0);
    dear = limits(5);
    dear.user_daily_cost = NanoUsd{150};
    CHECK(verdict_of(ledger, reservation("r1"), dear) == Verdict::Admitted);
    CHECK(verdict_of(ledger, reservation("r2"), dear) == Verdict::UserCostReached);
    REQUIRE(ledger.settle(settlement("r1", 50)));
    CHECK(verdict_of(ledger, reservation("r2"), dear) == Verdict::Admitted);
}

TEST_CASE_TEMPLATE(
    "ledger: sixteen rounds of tools are free for each message, more count as messages",
    Backend,
    OnSqlite,
    OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Ledger ledger(*database, "one");
    CHECK(verdict_of(ledger, reservation("m"), limits(2)) == Verdict::Admitted);
    for (int round = 0; round < 17; ++round) {
        CHECK(verdict_of(ledger,
                         reservation("t" + std::to_string(round), RequestKind::ToolRound),
                         limits(2)) == Verdict::Admitted);
    }
    CHECK(database.number("SELECT tool_rounds FROM day_usage WHERE user_id = 'ada'") == 16);
    CHECK(database.number("SELECT messages FROM day_usage WHERE user_id = 'ada'") == 2);
    // The second message brought sixteen more rounds; without any message there is none.
    Reservation other = reservation("other", RequestKind::ToolRound);
    other.user_id = "ben";
    CHECK(verdict_of(ledger, other, limits(0)) == Verdict::MessagesUsedUp);
}

TEST_CASE_TEMPLATE("ledger: of many requests at once exactly the limit is admitted",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Ledger ledger(*database, "one");
    std::atomic<int> admitted{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 16; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 20; ++i) {
                const std::string id = std::to_string(thread) + "-" + std::to_string(i);
                const Result<Admission> admission = ledger.reserve(reservation(id), limits(50));
                if (admission && admission.value().verdict == Verdict::Admitted) {
                    ++admitted;
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(admitted == 50);
    CHECK(database.number("SELECT COUNT(*) FROM requests") == 50);
    CHECK(day_of_user(database, "ada") == std::vector<long long>{50, 5000, 0});
}

TEST_CASE_TEMPLATE(
    "ledger: a dead proxy's reservations are settled at their bound, a live one's are not",
    Backend,
    OnSqlite,
    OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Ledger dead(*database, "dead");
    Ledger live(*database, "live");
    REQUIRE(dead.heartbeat());
    REQUIRE(live.heartbeat());
    REQUIRE(dead.reserve(reservation("r1"), limits(5)));
    REQUIRE(live.reserve(reservation("r2"), limits(5)));
    database.execute("UPDATE instances SET host = 'elsewhere', seen_at = 0 WHERE id = 'dead'");
    Ledger next(*database, "next");
    CHECK(next.settle_orphans().value() == 1);
    CHECK(next.settle_orphans().value() == 0);
    CHECK(day_of_user(database, "ada") == std::vector<long long>{2, 100, 100});
    CHECK(database.number("SELECT estimated FROM requests WHERE id = 'r1'") == 1);

    SUBCASE("and the true cost still replaces the estimate when it was not dead after all") {
        REQUIRE(dead.settle(settlement("r1", 30)));
        REQUIRE(dead.settle(settlement("r1", 30)));
        CHECK(day_of_user(database, "ada") == std::vector<long long>{2, 100, 30});
    }
}

TEST_CASE_TEMPLATE("ledger: what is older than the day is forgotten, what is open is not",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Ledger ledger(*database, "one");
    Reservation old = reservation("old");
    old.day = "2025-01-01";
    Reservation open = reservation("open");
    open.day = "2025-01-02";
    REQUIRE(ledger.reserve(old, limits(5)));
    REQUIRE(ledger.reserve(open, limits(5)));
    REQUIRE(ledger.reserve(reservation("new"), limits(5)));
    REQUIRE(ledger.settle(settlement("old", 40)));
    REQUIRE(ledger.settle(settlement("new", 40)));
    CHECK(ledger.forget_before(kDay).value() == 1);
    CHECK(ledger.forget_before(kDay).value() == 0);
    CHECK(database.number("SELECT COUNT(*) FROM requests") == 2);
    CHECK(database.number("SELECT COUNT(*) FROM day_usage WHERE day = '2025-01-01'") == 0);
    CHECK(database.number("SELECT COUNT(*) FROM day_usage WHERE day = '2025-01-02'") == 2);
    CHECK(day_of_user(database, "ada", kDay) == std::vector<long long>{1, 0, 40});
}

TEST_CASE_TEMPLATE("alerts: each day, kind and bound is raised once, whoever asks",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Alerts alerts(*database);
    Alert alert{kDay, std::string(kCostAlert), 7, NanoUsd{60}, NanoUsd{50}};
    CHECK(alerts.raise(alert).value());
    CHECK_FALSE(alerts.raise(alert).value());
    alert.bound = NanoUsd{55};
    CHECK(alerts.raise(alert).value());
    alert.kind = kCostLimit;
    CHECK(alerts.raise(alert).value());
    CHECK(alerts.from_day_on(kDay).value().size() == 3);
    CHECK(alerts.from_day_on("2026-11-23").value().empty());
}

TEST_CASE_TEMPLATE("usage: rows are summed by day, hour, user or model",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Ledger ledger(*database, "one");
    for (int n = 0; n < 6; ++n) {
        Reservation each = reservation(std::to_string(n));
        each.user_id = n < 4 ? "ada" : "ben";
        each.model = n % 2 ? "claude-opus-5-5" : "claude-sonnet-5-5";
        each.now_millis = n * 3'600'000;
        REQUIRE(ledger.reserve(each, limits(10)));
        Settlement done = settlement(each.request_id, 100 + n);
        done.model = each.model;
        REQUIRE(ledger.settle(done));
    }
    const auto rows = [&](Grain grain) {
        return usage_rows(*database, kDay, kDay, grain).value();
    };
    CHECK(rows(Grain::Day).size() == 4);
    CHECK(rows(Grain::Hour).size() == 6);
    CHECK(rows(Grain::Hour)[0].period == "1970-01-01T05:00:00Z");
    CHECK(rows(Grain::User).size() == 2);
    CHECK(rows(Grain::User)[0].user == "ada");
    CHECK(rows(Grain::User)[0].sum.cost == NanoUsd{406});
    CHECK(rows(Grain::Model).size() == 2);
    CHECK(rows(Grain::Model)[0].model == "claude-opus-5-5");
    CHECK(rows(Grain::Model)[0].sum.requests == 3);
    CHECK(rows(Grain::Model)[0].user.empty());
}
