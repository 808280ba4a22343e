#include "proxy/users.h"

#include <ostream>
#include <type_traits>

#include <doctest/doctest.h>

#include "proxy/auth.h"
#include "proxy/tokens.h"
#include "tests/proxy/temporary_database.h"

using namespace atrium;
using namespace atrium::proxy;

namespace {

template <typename T, typename = void>
struct IsPrintable : std::false_type {};

template <typename T>
struct IsPrintable<T, std::void_t<decltype(std::declval<std::ostream&>() << std::declval<T>())>>
    : std::true_type {};

// A key cannot be printed or turned into text by accident.
static_assert(!IsPrintable<Secret>::value);
static_assert(!std::is_convertible_v<Secret, std::string>);
static_assert(!std::is_constructible_v<std::string, Secret>);

HttpRequest request_with(const std::string& header, const std::string& value) {
    HttpRequest request;
    request.headers = {{header, value}};
    request.remote_address = "127.0.0.1";
    return request;
}

}  // namespace

TEST_CASE_TEMPLATE("users: only the hash of a token is stored", Backend, OnSqlite, OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Users users(*database);
    const Result<Secret> token = users.add({"ada", false, 7, {}});
    REQUIRE(token);
    const std::string text = token.value().reveal();
    CHECK(database.number("SELECT COUNT(*) FROM tokens WHERE hash = '" + text + "'") == 0);
    CHECK(database.number("SELECT COUNT(*) FROM tokens WHERE hash = '" + sha256_hex(text) + "'") ==
          1);
    const auto found = users.find_by_token(text);
    REQUIRE(found.value());
    CHECK(found.value()->name == "ada");
    CHECK(found.value()->messages_per_day == 7);
    CHECK_FALSE(users.find_by_token("' OR '1'='1").value());
}

TEST_CASE_TEMPLATE("users: names are taken once and have plain letters",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Users users(*database);
    CHECK(users.add({"ada", false, {}, {}}));
    for (const char* name : {"ada", "local", "", "a b", "a'b", "=1+1"}) {
        CHECK_FALSE(static_cast<bool>(users.add({name, false, {}, {}})));
    }
    CHECK(users.revoke("nobody").error().code == "user-unknown");
}

TEST_CASE_TEMPLATE("users: a revoked user is let in again by a new token only",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Users users(*database);
    const std::string first = users.add({"ada", false, {}, {}}).value().reveal();
    REQUIRE(users.revoke("ada"));
    CHECK_FALSE(users.find_by_token(first).value());
    CHECK(users.list().value()[0].revoked);
    const std::string second = users.rotate("ada").value().reveal();
    CHECK_FALSE(users.find_by_token(first).value());
    CHECK(users.find_by_token(second).value());
}

TEST_CASE_TEMPLATE("auth: bearer and x-api-key are both understood, in any case",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Users users(*database);
    const std::string token = users.add({"ada", false, {}, {}}).value().reveal();
    Authenticator authenticator(users);
    for (const auto& [header, value] :
         {std::pair<std::string, std::string>{"Authorization", "Bearer " + token},
          {"authorization", "bearer " + token},
          {"X-Api-Key", token}}) {
        CHECK(authenticator.authenticate(request_with(header, value), "r").user);
    }
    for (const auto& [header, value] : {std::pair<std::string, std::string>{"authorization", token},
                                        {"authorization", "Basic " + token},
                                        {"cookie", token},
                                        {"x-api-key", token + " "}}) {
        CHECK(authenticator.authenticate(request_with(header, value), "r").refusal.status == 401);
    }
}

TEST_CASE_TEMPLATE("auth: the one-time token is exchanged once", Backend, OnSqlite, OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Users users(*database);
    Authenticator authenticator(users);
    authenticator.offer_one_time_token(Secret("atr_once"));
    CHECK_FALSE(authenticator.exchange("atr_wrong").value());
    const auto session = authenticator.exchange("atr_once").value();
    REQUIRE(session);
    CHECK_FALSE(authenticator.exchange("atr_once").value());
    CHECK(authenticator.authenticate(request_with("x-api-key", session->reveal()), "r")
              .user->is_admin);
    CHECK(users.nobody_added().value());
}

TEST_CASE_TEMPLATE("auth: the one-time token survives a database that fails",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Users users(*database);
    Authenticator doors(users);
    doors.offer_one_time_token(Secret("atr_once"));
    database.execute("ALTER TABLE tokens RENAME TO away");
    CHECK_FALSE(doors.exchange("atr_once"));
    CHECK(doors.authenticate(request_with("x-api-key", "atr_once"), "r").refusal.status == 503);
    database.execute("ALTER TABLE away RENAME TO tokens");
    CHECK(doors.exchange("atr_once").value());
    CHECK_FALSE(doors.exchange("atr_once").value());
}

TEST_CASE_TEMPLATE("users: limits are changed, and given back to the proxy's",
                   Backend,
                   OnSqlite,
                   OnPostgres) {
    TemporaryDatabase database(Backend::kind);
    Users users(*database);
    REQUIRE(users.add({"ada", false, 7, {}}));
    LimitChange cost;
    cost.daily_cost_limit.emplace(protocol::NanoUsd{5});
    REQUIRE(users.set_limits("ada", cost));
    User ada = users.list().value()[0];
    CHECK(ada.messages_per_day == 7);
    CHECK(ada.daily_cost_limit == protocol::NanoUsd{5});
    LimitChange none;
    none.messages_per_day.emplace();
    none.daily_cost_limit.emplace();
    REQUIRE(users.set_limits("ada", none));
    ada = users.list().value()[0];
    CHECK_FALSE(ada.messages_per_day);
    CHECK_FALSE(ada.daily_cost_limit);
    CHECK(users.set_limits("nobody", none).error().code == "user-unknown");
}
