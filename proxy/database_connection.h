// One connection to the database. A statement that belongs to every message stays prepared, because
// preparing it takes longer than running it:
//
//     int messages = 0;
//     sql.run("SELECT messages FROM day_usage WHERE user_id = :user AND day = :day",
//             soci::use(user), soci::use(day), soci::into(messages));
//
// What runs seldom is written as SOCI has it, `sql << "..."`.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include <soci/soci.h>

namespace atrium::proxy {

class DatabaseConnection : public soci::session {
 public:
    // Runs the statement, which finds or returns one row at most, and says whether it did. Each text
    // is kept for as long as the connection is, so there must be few.
    template <typename... Exchanges>
    bool run(std::string_view text, const Exchanges&... exchanges) {
        soci::statement& statement = prepared(text);
        try {
            (statement.exchange(exchanges), ...);
            statement.define_and_bind();
            const bool found = statement.execute(true);
            // To its end, or SQLite takes it for one that is still under way.
            while (statement.fetch()) {
            }
            statement.bind_clean_up();
            return found;
        } catch (...) {
            statements_.erase(statements_.find(text));
            throw;
        }
    }

    // In place of a connection that has died.
    void renew() {
        statements_.clear();
        reconnect();
    }

 private:
    soci::statement& prepared(std::string_view text) {
        auto kept = statements_.find(text);
        if (kept == statements_.end()) {
            soci::statement statement(*this);
            statement.alloc();
            statement.prepare(std::string(text));
            kept = statements_.emplace(text, statement).first;
        }
        return kept->second;
    }

    std::map<std::string, soci::statement, std::less<>> statements_;
};

}  // namespace atrium::proxy
