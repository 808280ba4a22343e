// A fresh SQLite database in a folder of its own, gone with the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "proxy/database.h"

namespace atrium::proxy {

class TemporaryDatabase {
 public:
    TemporaryDatabase() {
        std::string pattern = (std::filesystem::temp_directory_path() / "atrium-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()));
        folder_ = pattern;
        Result<std::unique_ptr<Database>> opened = Database::open(address());
        REQUIRE(opened);
        database_ = std::move(opened).value();
    }

    ~TemporaryDatabase() {
        database_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    TemporaryDatabase(const TemporaryDatabase&) = delete;
    TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;

    Database& operator*() { return *database_; }

    [[nodiscard]] std::string address() const { return (folder_ / "a b.sqlite").string(); }

    // One number that a statement gives.
    long long number(const std::string& statement) {
        const Result<long long> result =
            database_->transact<long long>([&](soci::session& sql) -> Result<long long> {
                long long value = 0;
                sql << statement, soci::into(value);
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
    std::filesystem::path folder_;
    std::unique_ptr<Database> database_;
};

}  // namespace atrium::proxy
