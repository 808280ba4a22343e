#include "proxy/database.h"

#include <array>
#include <filesystem>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "proxy/alerts.h"
#include "tests/proxy/temporary_database.h"

using namespace atrium;
using namespace atrium::proxy;

TEST_CASE_TEMPLATE(
    "database: an older program refuses a newer schema, and a second start changes nothing",
    Backend,
    OnSqlite,
    OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    CHECK(Database::open(database.address()));
    database.execute("INSERT INTO schema_steps (applied) VALUES (9999)");
    const Result<std::unique_ptr<Database>> newer = Database::open(database.address());
    REQUIRE_FALSE(static_cast<bool>(newer));
    CHECK(newer.error().code == "schema-newer");
}

TEST_CASE("database: a wrong address is one clear sentence without the password") {
    for (const char* address : {"mysql://root:hunter2@x/y",
                                "postgresql://root:hunter2@127.0.0.1:1/y",
                                "/proc/no/where"}) {
        const Result<std::unique_ptr<Database>> opened = Database::open(address);
        REQUIRE_FALSE(static_cast<bool>(opened));
        CHECK(opened.error().message.find("hunter2") == std::string::npos);
    }
}

TEST_CASE_TEMPLATE("database: fifty writers at once lose nothing", Backend, OnSqlite, OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    database.execute("CREATE TABLE counted (n INTEGER NOT NULL)");
    database.execute("INSERT INTO counted VALUES (0)");
    std::array<int, 50> failures{};
    std::vector<std::thread> writers;
    for (int& failed : failures) {
        writers.emplace_back([&database, &failed] {
            for (int i = 0; i < 10; ++i) {
                const auto add = [](soci::session& sql) -> Result<Done> {
                    sql << "UPDATE counted SET n = n + 1";
                    return Done{};
                };
                failed += (*database).transact<Done>(add) ? 0 : 1;
            }
        });
    }
    for (std::thread& writer : writers) {
        writer.join();
    }
    CHECK(failures == std::array<int, 50>{});
    CHECK(database.number("SELECT n FROM counted") == 500);
}

TEST_CASE_TEMPLATE("database: work that fails or throws leaves no trace",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    database.execute("CREATE TABLE counted (n INTEGER NOT NULL)");
    const auto insert_and = [&](bool break_statement) {
        return (*database).transact<Done>([&](soci::session& sql) -> Result<Done> {
            sql << "INSERT INTO counted VALUES (1)";
            if (break_statement) {
                sql << "this is no SQL";
            }
            return Error{"changed-my-mind", "", ""};
        });
    };
    CHECK(insert_and(false).error().code == "changed-my-mind");
    CHECK(insert_and(true).error().code == "storage-unavailable");
    CHECK(database.number("SELECT COUNT(*) FROM counted") == 0);
}

TEST_CASE("database: a SQLite file that another program holds for a moment is waited for") {
    TemporaryDatabase database;
    TemporaryDatabase* shared = &database;
    const Result<std::unique_ptr<Database>> other = Database::open(database.address());
    REQUIRE(other);
    std::thread waiting;
    Result<Done> written = Error{"not-yet", "", ""};
    REQUIRE(other.value()->transact<Done>([&](soci::session& sql) -> Result<Done> {
        sql << "CREATE TABLE counted (n INTEGER NOT NULL)";
        waiting = std::thread([&] {
            written = (**shared).transact<Done>([](soci::session& mine) -> Result<Done> {
                mine << "INSERT INTO counted VALUES (1)";
                return Done{};
            });
        });
        return Done{};
    }));
    waiting.join();
    CHECK(written);
    CHECK(database.number("SELECT COUNT(*) FROM counted") == 1);
}

TEST_CASE("database: what was prepared on a connection that died is prepared anew") {
    TemporaryDatabase database(DatabaseKind::Postgres);
    const auto add = [](DatabaseConnection& sql) -> Result<int> {
        int sum = 0;
        const int one = 1;
        sql.run("SELECT CAST(:one AS INTEGER) + 1", soci::use(one), soci::into(sum));
        return sum;
    };
    for (int ended = 0; ended < 2; ++ended) {
        CHECK((*database).transact<int>(add).value() == 2);
        CHECK((*database).read<int>(add).value() == 2);
        const Result<std::unique_ptr<Database>> other = Database::open(database.address());
        REQUIRE(other);
        REQUIRE(other.value()->transact<Done>([](DatabaseConnection& sql) -> Result<Done> {
            sql << "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                   " WHERE pid <> pg_backend_pid() AND usename = current_user";
            return Done{};
        }));
        if (ended == 0) {
            CHECK((*database).read<int>(add).value() == 2);
        }
        CHECK((*database).transact<int>(add).value() == 2);
    }
}

TEST_CASE("database: a statement that failed can be run again") {
    TemporaryDatabase database;
    const auto count = [](DatabaseConnection& sql) -> Result<int> {
        int users = -1;
        sql.run("SELECT COUNT(*) FROM late", soci::into(users));
        return users;
    };
    const auto insert = [](DatabaseConnection& sql) -> Result<Done> {
        const int one = 1;
        sql.run("INSERT INTO late VALUES (:one)", soci::use(one));
        return Done{};
    };
    CHECK_FALSE((*database).read<int>(count));
    database.execute("CREATE TABLE late (n INTEGER PRIMARY KEY)");
    CHECK((*database).transact<Done>(insert));
    CHECK_FALSE((*database).transact<Done>(insert));
    database.execute("DELETE FROM late");
    CHECK((*database).transact<Done>(insert));
    CHECK((*database).read<int>(count).value() == 1);
}

TEST_CASE("database: a checkpoint waits for no transaction and lets SQLite's log begin anew") {
    TemporaryDatabase database;
    database.execute("CREATE TABLE filled (bytes BLOB NOT NULL)");
    const std::filesystem::path log = database.address() + "-wal";
    const auto fill = [&] {
        for (int i = 0; i < 100; ++i) {
            database.execute("INSERT INTO filled VALUES (zeroblob(10000))");
        }
        return std::filesystem::file_size(log);
    };
    const std::uintmax_t once = fill();
    REQUIRE((*database).transact<Done>([&](DatabaseConnection&) -> Result<Done> {
        (*database).checkpoint();
        return Done{};
    }));
    CHECK(fill() < once * 11 / 10);
}

TEST_CASE("database: SQLite's log stays bounded when nobody checkpoints") {
    TemporaryDatabase database;
    database.execute("CREATE TABLE filled (bytes BLOB NOT NULL)");
    for (int i = 0; i < 20; ++i) {
        database.execute("DELETE FROM filled");
        database.execute("INSERT INTO filled VALUES (zeroblob(5000000))");
    }
    CHECK(std::filesystem::file_size(database.address() + "-wal") < 75'000'000);
}

TEST_CASE_TEMPLATE("database: alerts of an older version count as delivered",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    database.execute("ALTER TABLE alerts DROP COLUMN delivered_at");
    database.execute("DELETE FROM schema_steps");
    database.execute("INSERT INTO schema_steps (applied) VALUES (9)");
    database.execute(
        "INSERT INTO alerts (day, kind, bound_nano, raised_at, spent_nano)"
        " VALUES ('2026-11-22', 'cost_alert', 1, 7, 2)");
    const Result<std::unique_ptr<Database>> opened = Database::open(database.address());
    REQUIRE(opened);
    CHECK(database.number("SELECT delivered_at FROM alerts") == 7);
    Alerts alerts(*opened.value());
    REQUIRE(alerts.raise({"2026-11-23", std::string(kCostAlert), 8, {2}, {1}}));
    const std::vector<Alert> waiting = alerts.undelivered_since(0).value();
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].day == "2026-11-23");
    REQUIRE(alerts.mark_delivered(waiting[0]));
    CHECK(alerts.undelivered_since(0).value().empty());
}
