#include "proxy/users.h"

#include "proxy/clock.h"
#include "proxy/tokens.h"

namespace atrium::proxy {

namespace {

constexpr std::int64_t kSessionMillis = 30LL * 24 * 3600 * 1000;
constexpr std::int64_t kNever = 0;
constexpr std::string_view kUserColumns =
    "u.id, u.name, u.is_admin, u.messages_per_day, u.daily_cost_limit_nano, u.created_at, "
    "u.revoked_at";
constexpr std::size_t kHashColumn = 7;  // when it is read behind them

bool valid_name(const std::string& name) {
    static constexpr std::string_view kAllowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._@-";
    return !name.empty() && name.size() <= 64 &&
           name.find_first_not_of(kAllowed) == std::string::npos;
}

Error no_such_user(const std::string& name) {
    return {"user-unknown", "there is no user '" + name + "'; see `atrium-proxy user list`", ""};
}

User user_from_row(const soci::row& row) {
    User user;
    user.id = row.get<std::string>(0);
    user.name = row.get<std::string>(1);
    user.is_admin = row.get<int>(2) != 0;
    if (const int limit = row.get<int>(3); limit >= 0) {
        user.messages_per_day = limit;
    }
    if (const long long limit = row.get<long long>(4); limit >= 0) {
        user.daily_cost_limit = protocol::NanoUsd{limit};
    }
    user.created_at = row.get<long long>(5);
    user.revoked = row.get<long long>(6) != 0;
    return user;
}

void insert_user(soci::session& sql, const std::string& id, const NewUser& user) {
    const int is_admin = user.is_admin ? 1 : 0;
    const int messages = user.messages_per_day.value_or(-1);
    const long long cost = user.daily_cost_limit ? user.daily_cost_limit->value : -1;
    const long long now = now_millis();
    sql << "INSERT INTO users (id, name, is_admin, messages_per_day, daily_cost_limit_nano,"
           " created_at, revoked_at) VALUES (:id, :name, :admin, :messages, :cost, :now, 0)",
        soci::use(id), soci::use(user.name), soci::use(is_admin), soci::use(messages),
        soci::use(cost), soci::use(now);
}

void insert_token(soci::session& sql,
                  const std::string& user_id,
                  const Secret& token,
                  std::int64_t lifetime_millis) {
    const std::string hash = sha256_hex(token.reveal());
    const long long now = now_millis();
    const long long expires = lifetime_millis == kNever ? 0 : now + lifetime_millis;
    sql << "INSERT INTO tokens (hash, user_id, created_at, expires_at)"
           " VALUES (:hash, :user, :now, :expires)",
        soci::use(hash), soci::use(user_id), soci::use(now), soci::use(expires);
}

std::string id_of_name(soci::session& sql, std::string_view name) {
    std::string id;
    const std::string wanted(name);
    sql << "SELECT id FROM users WHERE name = :name", soci::use(wanted), soci::into(id);
    return id;
}

}  // namespace

Result<Secret> Users::add(const NewUser& user) {
    if (!valid_name(user.name)) {
        return Error{
            "user-name", "a user's name has 1 to 64 letters, digits, or any of . _ @ -", ""};
    }
    return database_.transact<Secret>([&user](soci::session& sql) -> Result<Secret> {
        if (user.name == kLocalUserName || !id_of_name(sql, user.name).empty()) {
            return Error{"user-exists",
                         "the name '" + user.name +
                             "' is taken; `atrium-proxy user rotate` gives that user "
                             "a new token",
                         ""};
        }
        const std::string id = random_id("usr_");
        const Secret token = random_token();
        insert_user(sql, id, user);
        insert_token(sql, id, token, kNever);
        return token;
    });
}

Result<std::vector<User>> Users::list() {
    using Rows = std::vector<User>;
    return database_.read<Rows>([](soci::session& sql) -> Result<Rows> {
        Rows users;
        const soci::rowset<soci::row> rows = (sql.prepare << "SELECT " << std::string(kUserColumns)
                                                          << " FROM users u ORDER BY u.name");
        for (const soci::row& row : rows) {
            users.push_back(user_from_row(row));
        }
        return users;
    });
}

Result<Done> Users::revoke(const std::string& name) {
    return database_.transact<Done>([&name](soci::session& sql) -> Result<Done> {
        const std::string id = id_of_name(sql, name);
        if (id.empty()) {
            return no_such_user(name);
        }
        const long long now = now_millis();
        sql << "DELETE FROM tokens WHERE user_id = :id", soci::use(id);
        sql << "UPDATE users SET revoked_at = :now WHERE id = :id", soci::use(now), soci::use(id);
        return Done{};
    });
}

Result<Secret> Users::rotate(const std::string& name) {
    return database_.transact<Secret>([&name](soci::session& sql) -> Result<Secret> {
        const std::string id = id_of_name(sql, name);
        if (id.empty()) {
            return no_such_user(name);
        }
        const Secret token = random_token();
        sql << "DELETE FROM tokens WHERE user_id = :id", soci::use(id);
        sql << "UPDATE users SET revoked_at = 0 WHERE id = :id", soci::use(id);
        insert_token(sql, id, token, kNever);
        return token;
    });
}

Result<Done> Users::set_limits(const std::string& name, const LimitChange& change) {
    return database_.transact<Done>([&](soci::session& sql) -> Result<Done> {
        const std::string id = id_of_name(sql, name);
        if (id.empty()) {
            return no_such_user(name);
        }
        if (change.messages_per_day) {
            const int messages = change.messages_per_day->value_or(-1);
            sql << "UPDATE users SET messages_per_day = :messages WHERE id = :id",
                soci::use(messages), soci::use(id);
        }
        if (change.daily_cost_limit) {
            const auto& limit = *change.daily_cost_limit;
            const long long cost = limit ? limit->value : -1;
            sql << "UPDATE users SET daily_cost_limit_nano = :cost WHERE id = :id", soci::use(cost),
                soci::use(id);
        }
        return Done{};
    });
}

Result<bool> Users::nobody_added() {
    return database_.read<bool>([](soci::session& sql) -> Result<bool> {
        int count = 0;
        const std::string local(kLocalUserName);
        sql << "SELECT COUNT(*) FROM users WHERE name <> :local", soci::use(local),
            soci::into(count);
        return count == 0;
    });
}

Result<Done> Users::begin_local_session(const Secret& token) {
    return database_.transact<Done>([&token](soci::session& sql) -> Result<Done> {
        std::string id = id_of_name(sql, kLocalUserName);
        if (id.empty()) {
            id = random_id("usr_");
            insert_user(sql, id, {std::string(kLocalUserName), true, {}, {}});
        }
        insert_token(sql, id, token, kSessionMillis);
        return Done{};
    });
}

Result<std::optional<User>> Users::find_by_token(std::string_view token) {
    // Hashed before anything else sees it: what reaches the database is 64 hexadecimal digits.
    const std::string hash = sha256_hex(token);
    using Found = std::optional<User>;
    return database_.read<Found>([&hash](DatabaseConnection& sql) -> Result<Found> {
        static const std::string kStatement =
            "SELECT " + std::string(kUserColumns) +
            ", t.hash FROM tokens t JOIN users u ON u.id = t.user_id WHERE t.hash = :hash"
            " AND (t.expires_at = 0 OR t.expires_at > CAST(:now AS BIGINT)) AND u.revoked_at = 0";
        const long long now = now_millis();
        soci::row row;
        const bool found = sql.run(kStatement, soci::use(hash), soci::use(now), soci::into(row));
        const bool same = found && equal_in_constant_time(row.get<std::string>(kHashColumn), hash);
        return same ? Found(user_from_row(row)) : Found();
    });
}

}  // namespace atrium::proxy
