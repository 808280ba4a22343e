#include <doctest/doctest.h>

#include "tests/shell/sample_usage.h"
#include "tests/shell/session_screen.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

void sign_in(SessionScreen& session, bool administrator) {
    session.app.inbox().post(ProxyAnswered{std::string(R"({"claude":true,"admin":)") +
                                           (administrator ? "true" : "false") +
                                           R"(,"models":[{"id":"claude-sonnet-5-5",)"
                                           R"("label":"Claude Sonnet 5.5"}]})"});
    session->settle();
}

void answer(SessionScreen& session, const nlohmann::json& usage) {
    session.app.inbox().post(UsageAnswered{usage.dump()});
    session->settle();
}

void open_usage(SessionScreen& session) {
    session->activate(Role::Button, "Usage");
    session->settle();
}

}  // namespace

TEST_CASE("admin screen: only an administrator has it, in the rail, the palette and behind More") {
    SessionScreen wide(kiln_room().history());
    sign_in(wide, false);
    CHECK(wide->find(Role::Button, "Usage") == nullptr);
    CHECK(wide.platform.usage_asked.empty());
    wide->key(ImGuiKey_K, true);
    wide->settle();
    CHECK_FALSE(wide.shows("Usage"));
    wide->escape();
    sign_in(wide, true);
    CHECK(wide->find(Role::Button, "Usage") != nullptr);
    wide->key(ImGuiKey_K, true);
    wide->settle();
    CHECK(wide->find(Role::Option, "Usage") != nullptr);

    SessionScreen phone(kiln_room().history(), 390, 844);
    sign_in(phone, false);
    phone->activate(Role::Button, "More");
    phone->settle();
    CHECK(phone->find(Role::MenuItem, "Usage") == nullptr);
    sign_in(phone, true);
    CHECK(phone->find(Role::MenuItem, "Usage") != nullptr);
}

TEST_CASE("admin screen: asks for thirty days, shows that it waits, then the figures") {
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    REQUIRE(session.platform.usage_asked.size() == 1);
    CHECK(session.platform.usage_asked[0] == "2026-10-23");
    open_usage(session);
    CHECK(session->find(Role::Status, "Asking the server") != nullptr);
    CHECK(session->get(Role::Button, "Download as CSV").disabled);
    answer(session, sample_usage());
    CHECK(session->find(Role::Status, "Asking the server") == nullptr);
    CHECK(session.shows("Today: $4.85 of $50 alert"));
    CHECK(session.shows("30 days: $56.95"));
    CHECK(session.shows("Messages today: 98 8 people"));
    CHECK(session.shows("Cost of a message: $0.049 today"));
    CHECK(session.shows("Read from cache: 80% of input"));
    CHECK(session.shows("22 November: $4.85, Sonnet 5.5 $2.61, claude-opus-5-5 $2.24"));
    CHECK(session.shows("Claude Sonnet 5.5: $54.71, 950 answers"));
    CHECK(session.shows("Alert when a day costs: $50. Last on 18 November at 16:40, $52.10"));
    CHECK(session.shows("Stop at a daily cost: Off."));
    CHECK(session.shows("Stop per person: $4."));
    CHECK(session.shows("18 November at 16:40: $52.10. Alert at $50"));
}

TEST_CASE(
    "admin screen: people are listed with their state, the first seven until all are asked for") {
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    open_usage(session);
    answer(session, sample_usage());
    CHECK(session->find(Role::Table, "People today") != nullptr);
    CHECK(session->find(Role::Cell, "50 of 50") != nullptr);
    CHECK(session->find(Role::Text, "At the limit") != nullptr);
    CHECK(session->find(Role::Text, "Active") != nullptr);
    CHECK(session->find(Role::Cell, "2 others") != nullptr);
    CHECK(session->find(Role::Text, "Revoked") == nullptr);
    session->activate(Role::Button, "Show all people");
    session->settle();
    CHECK(session->find(Role::Cell, "=Tom") != nullptr);
    CHECK(session->find(Role::Text, "Revoked") != nullptr);
}

TEST_CASE("admin screen: a range answers at once, and the CSV holds it") {
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    open_usage(session);
    answer(session, sample_usage());
    session->activate(Role::Tab, "Today");
    session->settle();
    CHECK(session.platform.usage_asked.size() == 1);
    CHECK(session.shows("Models, today"));
    CHECK(session.shows("Claude Sonnet 5.5: $2.61, 50 answers"));
    session->activate(Role::Button, "Download as CSV");
    REQUIRE(session.platform.saved.size() == 1);
    CHECK(session.platform.saved[0].name == "atrium-usage-2026-11-22.csv");
    CHECK(session.platform.saved[0].media_type == "text/csv");
    CHECK(session.platform.saved[0].bytes.find("2026-11-18") == std::string::npos);
    session->activate(Role::Tab, "7 days");
    session->settle();
    session->activate(Role::Button, "Download as CSV");
    REQUIRE(session.platform.saved.size() == 2);
    CHECK(session.platform.saved[1].name == "atrium-usage-2026-11-16-to-2026-11-22.csv");
    CHECK(session.platform.saved[1].bytes.find("2026-11-18") != std::string::npos);
}

TEST_CASE("admin screen: a refusal is a sentence, and Retry asks again") {
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    open_usage(session);
    session.app.inbox().post(UsageAnswered{Error{"x", "The server did not answer.", ""}});
    session->settle();
    CHECK(session.shows("Usage cannot be shown"));
    CHECK(session.shows("The server did not answer."));
    session->activate(Role::Button, "Retry");
    CHECK(session.platform.usage_asked.size() == 2);
    session.app.inbox().post(UsageAnswered{std::string("<html>")});
    session->settle();
    CHECK(session.shows("could not be read"));
}

TEST_CASE("admin screen: older figures stay when the server goes, and say that they are older") {
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    open_usage(session);
    answer(session, sample_usage());
    session->activate(Role::Button, "Ask the server again");
    session.app.inbox().post(UsageAnswered{Error{"x", "The server did not answer.", ""}});
    session->settle();
    CHECK(session.shows("The server did not answer. These figures are from 12:17."));
    CHECK(session.shows("Today: $4.85 of $50 alert"));
}

TEST_CASE("admin screen: a server that nobody used says so, and has its limits") {
    nlohmann::json unused = sample_usage();
    unused["rows"] = nlohmann::json::array();
    unused["alerts"] = nlohmann::json::array();
    unused["users"] = nlohmann::json::array();
    unused["today"]["messages"] = 0;
    unused["today"]["cost_micro_usd"] = 0;
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    open_usage(session);
    answer(session, unused);
    CHECK(session.shows("Nothing on these days"));
    CHECK(session.shows("Nobody has a token yet."));
    CHECK(session.shows("Cost of a message: none"));
    CHECK(session.shows("Messages per person: 50."));
    CHECK(session.shows("Not reached in the last 30 days"));
}

TEST_CASE("admin screen: what of the answer could not be read is counted on the screen") {
    nlohmann::json odd = sample_usage();
    odd["rows"].push_back(7);
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    open_usage(session);
    answer(session, odd);
    CHECK(session.shows("1 entry of the server's answer could not be read and is left out."));
}

TEST_CASE("admin screen: the day's alert is told on every screen while it stands") {
    nlohmann::json alarmed = sample_usage();
    alarmed["today"]["cost_micro_usd"] = 52'100'000;
    alarmed["today"]["alert"] = true;
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    CHECK_FALSE(session.shows("Claude has cost"));
    answer(session, alarmed);
    CHECK(session.shows("Claude has cost $52.10 today; you asked to be told at $50."));
    session->activate(Role::Button, "Open Usage");
    session->settle();
    CHECK(session->find(Role::Heading, "Usage and cost") != nullptr);
    CHECK(session->find(Role::Button, "Open Usage") == nullptr);
    alarmed["limits"]["daily_cost_micro_usd"] = 52'000'000;
    alarmed["alerts"].push_back({{"day", "2026-11-22"},
                                 {"kind", "cost_limit"},
                                 {"raised_at", "2026-11-22T11:00:00Z"},
                                 {"spent_micro_usd", 52'100'000},
                                 {"bound_micro_usd", 52'000'000}});
    answer(session, alarmed);
    CHECK(session.shows("messages are refused until tomorrow"));
    answer(session, sample_usage());
    CHECK_FALSE(session.shows("Claude has cost"));
}

TEST_CASE("admin screen: nothing of it stays for the next person who signs in") {
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    open_usage(session);
    answer(session, sample_usage());
    session.app.inbox().post(ProxyAnswered{Error{"proxy-unreachable", "No.", ""}});
    session->settle();
    CHECK(session.shows("Today: $4.85"));
    sign_in(session, false);
    CHECK_FALSE(session.shows("Today: $4.85"));
    CHECK(session->find(Role::TextField, "Message") != nullptr);
    answer(session, sample_usage());
    sign_in(session, true);
    open_usage(session);
    CHECK_FALSE(session.shows("Today: $4.85"));
}

TEST_CASE("admin screen: asks when it is opened, each minute while it is shown, and then rests") {
    SessionScreen session(kiln_room().history());
    sign_in(session, true);
    answer(session, sample_usage());
    open_usage(session);
    CHECK(session.platform.usage_asked.size() == 2);
    answer(session, sample_usage());
    CHECK(session.next_frame_in > 0);
    CHECK(session.next_frame_in <= 60);
    session->frame(61);
    session->frame();
    CHECK(session.platform.usage_asked.size() == 3);
    answer(session, sample_usage());
    session->activate(Role::Button, "Settings");
    session->frame(61);
    session->frame();
    CHECK(session.platform.usage_asked.size() == 3);
}

TEST_CASE("admin screen: on a phone everything stands in one column, people as a list") {
    SessionScreen session(kiln_room().history(), 390, 844);
    sign_in(session, true);
    session->activate(Role::Button, "More");
    session->settle();
    session->activate(Role::MenuItem, "Usage");
    session->settle();
    answer(session, sample_usage());
    CHECK(session->find(Role::Table, "People today") == nullptr);
    CHECK(session->find(Role::List, "People today") != nullptr);
    CHECK(session.shows("Priya Raman, 50 of 50 messages, 5,500 tokens, $2.61, At the limit"));
    for (const Node& node : session.app.semantics().nodes()) {
        CHECK_MESSAGE(node.rect.right() <= 390.5f, node.name);
    }
}

TEST_CASE("admin screen: who has no launch reaches it from the setup, and goes back there") {
    SessionScreen session({}, 390, 844);
    sign_in(session, false);
    CHECK(session->find(Role::Button, "Usage and cost") == nullptr);
    sign_in(session, true);
    session->activate(Role::Button, "Usage and cost");
    session->settle();
    answer(session, sample_usage());
    CHECK(session.shows("Today: $4.85 of $50 alert"));
    for (const Node& node : session.app.semantics().nodes()) {
        CHECK_MESSAGE(node.rect.right() <= 390.5f, node.name);
    }
    session->activate(Role::Button, "Back to the setup");
    session->settle();
    CHECK(session->find(Role::Heading, "Tell us about you") != nullptr);
    for (const Node& node : session.app.semantics().nodes()) {
        CHECK_MESSAGE(node.rect.right() <= 390.5f, node.name);
    }
}
