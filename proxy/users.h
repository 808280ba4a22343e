// Who may use the proxy. A user has a token, shown once and kept as a hash only; signing in with a
// one-time token gives the browser a session, which is a token that expires.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/protocol/money.h"
#include "core/protocol/result.h"
#include "proxy/database.h"
#include "proxy/secret.h"

namespace atrium::proxy {

// A limit of the user's own takes the place of the proxy's setting.
struct User {
    std::string id;
    std::string name;
    bool is_admin = false;
    std::optional<int> messages_per_day;
    std::optional<protocol::NanoUsd> daily_cost_limit;
    std::int64_t created_at = 0;
    bool revoked = false;
};

struct NewUser {
    std::string name;
    bool is_admin = false;
    std::optional<int> messages_per_day;
    std::optional<protocol::NanoUsd> daily_cost_limit;
};

// What is changed of a user's own limits; an empty value takes the proxy's setting again.
struct LimitChange {
    std::optional<std::optional<int>> messages_per_day;
    std::optional<std::optional<protocol::NanoUsd>> daily_cost_limit;
};

// The person at this machine, who signs in with the token in the printed address.
inline constexpr std::string_view kLocalUserName = "local";

class Users {
 public:
    explicit Users(Database& database) : database_(database) {}

    // Fails when the name is taken or is not 1 to 64 letters, digits, or any of . _ @ -
    Result<Secret> add(const NewUser& user);
    Result<std::vector<User>> list();
    // Every token and session of the user stops working; the usage stays.
    Result<Done> revoke(const std::string& name);
    // A new token in place of all earlier ones.
    Result<Secret> rotate(const std::string& name);

    // From the next request on.
    Result<Done> set_limits(const std::string& name, const LimitChange& change);

    // Nobody has been added: only then is a one-time token handed out.
    Result<bool> nobody_added();
    // Makes `token` a session of the local user, who becomes an administrator of this machine's
    // proxy and is created when missing.
    Result<Done> begin_local_session(const Secret& token);

    // Nothing when no such token works.
    Result<std::optional<User>> find_by_token(std::string_view token);

 private:
    Database& database_;
};

}  // namespace atrium::proxy
