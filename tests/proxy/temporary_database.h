// A fresh database, gone with the test: SQLite in a folder of its own, or a schema of PostgreSQL. What
// the proxy promises about its database is tested on both, with
//
//     TEST_CASE_TEMPLATE("ledger: ...", Backend, OnSqlite, OnPostgres) {
//         TemporaryDatabase database(Backend::kind);
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "proxy/database.h"
#include "tests/proxy/postgres_server.h"

namespace atrium::proxy {

enum class DatabaseKind { Sqlite, Postgres };

struct OnSqlite {
    static constexpr DatabaseKind kind = DatabaseKind::Sqlite;
};

struct OnPostgres {
    static constexpr DatabaseKind kind = DatabaseKind::Postgres;
};

class TemporaryDatabase {
 public:
    explicit TemporaryDatabase(DatabaseKind kind = DatabaseKind::Sqlite) : kind_(kind) {
        if (kind == DatabaseKind::Sqlite) {
            std::string pattern =
                (std::filesystem::temp_directory_path() / "atrium-XXXXXX").string();
            REQUIRE(mkdtemp(pattern.data()));
            folder_ = pattern;
            address_ = (folder_ / "a b.sqlite").string();
        } else {
            static int schemas = 0;
            const std::string schema = "test_" + std::to_string(++schemas);
            open(PostgresServer::running().address("public"));
            execute("CREATE SCHEMA " + schema);
            address_ = PostgresServer::running().address(schema);
        }
        open(address_);
    }

    ~TemporaryDatabase() {
        database_.reset();
        std::error_code ignored;
        if (kind_ == DatabaseKind::Sqlite) {
            std::filesystem::remove_all(folder_, ignored);
        }
    }

    TemporaryDatabase(const TemporaryDatabase&) = delete;
    TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;

    Database& operator*() { return *database_; }

    [[nodiscard]] const std::string& address() const { return address_; }

    // One number that a statement gives.
    long long number(const std::string& statement) {
        const Result<long long> result =
            database_->transact<long long>([&](soci::session& sql) -> Result<long long> {
                long long value = 0;
                sql << "SELECT CAST((" << statement << ") AS BIGINT)", soci::into(value);
                return value;
            });
        REQUIRE(result);
        return result.value();
    }

    void execute(const std::string& statement) {
        REQUIRE(database_->transact<Done>([&](soci::session& sql) -> Result<Done> {
            sql << statement;
            return Done{};
        }));
    }

 private:
    void open(const std::string& address) {
        database_.reset();
        Result<std::unique_ptr<Database>> opened = Database::open(address);
        REQUIRE(opened);
        database_ = std::move(opened).value();
    }

    DatabaseKind kind_;
    std::filesystem::path folder_;
    std::string address_;
    std::unique_ptr<Database> database_;
};

}  // namespace atrium::proxy
