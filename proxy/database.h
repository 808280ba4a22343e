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

#include <soci/soci.h>

#include "core/protocol/result.h"

namespace atrium::proxy {

class Database {
 public:
    // address: "postgresql://..." or the path of a SQLite file, created when missing. Brings the
    // schema up to date. Fails with one sentence when the database cannot be reached or written, or
    // was written by a newer version; the address may hold a password and is never in the message.
    static Result<std::unique_ptr<Database>> open(const std::string& address);

    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Runs work in one transaction that no other writer interleaves with, and commits when it
    // returns a value. A Result that is an error, or a failure of the database, rolls back. A
    // connection found dead before the commit is renewed once, so work may run twice.
    template <typename T>
    Result<T> transact(const std::function<Result<T>(soci::session&)>& work) {
        std::optional<Result<T>> outcome;
        const Result<Done> ran = run([&](soci::session& sql) -> Result<Done> {
            outcome.emplace(work(sql));
            return *outcome ? Result<Done>(Done{}) : Result<Done>(outcome->error());
        });
        return ran ? std::move(*outcome) : Result<T>(ran.error());
    }

 private:
    struct Parts;

    explicit Database(std::unique_ptr<Parts> parts);

    Result<Done> run(const std::function<Result<Done>(soci::session&)>& work);
    Result<Done> run_on(soci::session& sql,
                        const std::function<Result<Done>(soci::session&)>& work);

    std::unique_ptr<Parts> parts_;
};

}  // namespace atrium::proxy
