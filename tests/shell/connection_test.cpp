#include "shell/connection.h"

#include <doctest/doctest.h>

using namespace atrium;
using namespace atrium::shell;

namespace {

const char* const kConfig =
    R"({"claude":true,"default_model":"claude-sonnet-5-5","max_tokens":2048,"messages_per_day":50,)"
    R"("models":[{"id":"claude-sonnet-5-5","label":"Claude Sonnet 5.5"},)"
    R"({"id":"claude-haiku-5-5","label":"Claude Haiku 5.5"}]})";

}  // namespace

TEST_CASE("connection: the guide answers until the proxy says that Claude is there") {
    Connection connection;
    CHECK(connection.partner({}).kind == domain::Partner::Kind::Guide);
    connection.proxy_answered(std::string(kConfig));
    const domain::Partner partner = connection.partner({});
    CHECK(partner.kind == domain::Partner::Kind::Claude);
    CHECK(partner.model == "claude-sonnet-5-5");
    CHECK(partner.max_tokens == 2048);
    CHECK(connection.messages_per_day() == 50);
}

TEST_CASE("connection: the guide takes over while there is no network, and gives back") {
    Connection connection;
    connection.proxy_answered(std::string(kConfig));
    connection.network_changed(false);
    CHECK(connection.state() == Connection::State::Offline);
    CHECK(connection.partner({}).kind == domain::Partner::Kind::Guide);
    connection.network_changed(true);
    CHECK(connection.partner({}).kind == domain::Partner::Kind::Claude);
}

TEST_CASE("connection: what is remembered of Claude holds until the proxy says something else") {
    Connection connection;
    CHECK_FALSE(connection.awaits_claude());
    connection.expect_claude();
    CHECK(connection.awaits_claude());
    CHECK(connection.partner({}).kind == domain::Partner::Kind::Guide);
    connection.proxy_answered(Error{"proxy-unreachable", "No.", ""});
    CHECK(connection.awaits_claude());
    connection.proxy_answered(std::string(kConfig));
    CHECK_FALSE(connection.awaits_claude());
    CHECK(connection.expects_claude());
    connection.proxy_answered(Error{"not-signed-in", "No.", ""});
    CHECK_FALSE(connection.expects_claude());
}

TEST_CASE("connection: each refusal has its own words") {
    Connection connection;
    connection.proxy_answered(std::string(R"({"claude":false})"));
    CHECK(connection.state() == Connection::State::NoKey);
    connection.proxy_answered(Error{"not-signed-in", "No.", ""});
    CHECK(connection.state() == Connection::State::NotSignedIn);
    connection.proxy_answered(Error{"unreachable", "No.", ""});
    CHECK(connection.state() == Connection::State::Unreachable);
    connection.proxy_answered(std::string("<html>"));
    CHECK(connection.state() == Connection::State::Unreachable);
    CHECK_FALSE(connection.explanation().empty());
}

TEST_CASE("connection: settings choose the model or the guide alone") {
    Connection connection;
    connection.proxy_answered(std::string(kConfig));
    domain::Settings settings;
    settings.model = "claude-haiku-5-5";
    CHECK(connection.partner(settings).model == "claude-haiku-5-5");
    settings.model = "gone";
    CHECK(connection.partner(settings).model == "claude-sonnet-5-5");
    settings.partner = domain::PartnerChoice::GuideOnly;
    CHECK(connection.partner(settings).kind == domain::Partner::Kind::Guide);
}

TEST_CASE("connection: an administrator stays one until the proxy says otherwise") {
    Connection connection;
    connection.proxy_answered(std::string(R"({"claude":true})"));
    CHECK_FALSE(connection.administrator());
    connection.proxy_answered(std::string(R"({"claude":true,"admin":"yes"})"));
    CHECK_FALSE(connection.administrator());
    connection.proxy_answered(std::string(R"({"claude":true,"admin":true})"));
    CHECK(connection.administrator());
    connection.proxy_answered(Error{"proxy-unreachable", "No.", ""});
    CHECK(connection.administrator());
    connection.proxy_answered(std::string(R"({"claude":true})"));
    CHECK(connection.administrator());
    connection.proxy_answered(Error{"not-signed-in", "No.", ""});
    CHECK_FALSE(connection.administrator());
}

TEST_CASE("connection: without a key there is nothing to administer") {
    Connection connection;
    connection.proxy_answered(std::string(R"({"claude":false,"admin":true})"));
    CHECK_FALSE(connection.administrator());
}
