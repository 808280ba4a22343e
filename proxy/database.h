// The database behind the proxy: a SQLite file, or PostgreSQL when several proxies share limits.
// Both are used through the same SQL; whatever differs between them stands in database.cpp alone.
//
//     Result<int> count = database.transact<int>([](soci::session& sql) -> Result<int> {
//         int users = 0;
//         sql << "SELECT COUNT(*) FROM users", soci::into(users);
//         return users;
//     });
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/protocol/result.h"
#include "proxy/database_connection.h"

namespace atrium::proxy {

class Database {
 public:
    // address: "postgresql://..." or the path of a SQLite file, created when missing. Brings the
    // schema up to date. Fails with one sentence that says which and why when the database cannot be
    // reached or written, or was written by a newer version; a URL may hold a password and is never in
    // the message.
    static Result<std::unique_ptr<Database>> open(const std::string& address);

    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Runs work in one transaction that no other writer interleaves with, and commits when it
    // returns a value. A Result that is an error, or a failure of the database, rolls back. A
    // connection found dead before the commit is renewed once, so work may run twice.
    template <typename T>
    Result<T> transact(const std::function<Result<T>(DatabaseConnection&)>& work) {
        return run<T>(work, Access::Transaction);
    }

    // Runs work that only reads, without a transaction around it; no other program's writing keeps it
    // waiting. Each statement sees the database as it is at that moment.
    template <typename T>
    Result<T> read(const std::function<Result<T>(DatabaseConnection&)>& work) {
        return run<T>(work, Access::Reading);
    }

    // Moves what SQLite's log has gathered into the file itself, beside the transactions that run
    // meanwhile. To be called every few seconds by one thread, so that no transaction has to do it.
    void checkpoint();

 private:
    struct Parts;
    enum class Access { Transaction, Reading };
    using Work = std::function<Result<Done>(DatabaseConnection&)>;

    explicit Database(std::unique_ptr<Parts> parts);

    template <typename T>
    Result<T> run(const std::function<Result<T>(DatabaseConnection&)>& work, Access access) {
        std::optional<Result<T>> outcome;
        const Work kept = [&](DatabaseConnection& sql) -> Result<Done> {
            outcome.emplace(work(sql));
            return *outcome ? Result<Done>(Done{}) : Result<Done>(outcome->error());
        };
        const Result<Done> ran = run_leased(kept, access);
        return ran ? std::move(*outcome) : Result<T>(ran.error());
    }

    Result<Done> run_leased(const Work& work, Access access);
    Result<Done> try_leased(const Work& work, Access access);
    // Of all failures one every few seconds: a database that is away fails every request.
    void log_failure(const std::string& why);
    static Result<Done> run_in_transaction(DatabaseConnection& sql,
                                           std::string_view begin,
                                           const Work& work);

    std::unique_ptr<Parts> parts_;
};

}  // namespace atrium::proxy
