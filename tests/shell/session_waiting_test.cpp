// A message that waits for the connection, and one that is only half typed.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/shell/session_talk.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

// Nothing waits any more, and the guide has said something.
void check_guide_answers(SessionScreen& session) {
    session->wait(4);
    session->settle();
    CHECK_FALSE(session.shows("Waits for the connection"));
    CHECK(session.shows("Built-in guide · "));
}

}  // namespace

TEST_CASE("waiting: without a network a message waits for Claude and goes by itself") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    CHECK(session.shows("What you write waits for Claude"));
    send(session, "When do I open?");
    CHECK(session.shows("When do I open?"));
    CHECK(session.shows("Waits for the connection"));
    CHECK(session.claude.stream == 0);
    send(session, "And for how much?");
    CHECK(session.shows("And for how much?"));

    session.app.inbox().post(NetworkChanged{true});
    session->settle();
    // Not before the proxy has said that it is there.
    CHECK(session.claude.stream == 0);
    session.connect();
    session->frame();
    CHECK(session.claude.stream != 0);
    const StreamId first = session.claude.stream;
    session.claude.begins();
    session.claude.says("In January.");
    session.claude.ends();
    (void)session.app.semantics().take_announcements();
    session->wait(0.5f);
    CHECK(session.claude.stream != first);
    CHECK(session.app.semantics().take_announcements() ==
          std::vector<std::string>{"In January.", "Atrium is writing."});
    say(session, "For $29.");
    CHECK_FALSE(session.shows("Waits for the connection"));
    CHECK(session.shows("In January."));
    CHECK(session.shows("For $29."));
}

TEST_CASE("waiting: what waits survives a reload") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    send(session, "When do I open?");
    session->settle();

    SessionScreen reloaded(session.saved_history());
    reloaded.app.inbox().post(NetworkChanged{false});
    reloaded->settle();
    CHECK(reloaded.shows("When do I open?"));
    CHECK(reloaded.shows("Waits for the connection"));
    // What follows does not overtake it.
    send(reloaded, "And for how much?");
    CHECK(reloaded.claude.stream == 0);
    CHECK_FALSE(reloaded->get(Role::Log, "Conversation").busy);
    reloaded.app.inbox().post(NetworkChanged{true});
    reloaded.connect();
    reloaded->frame();
    CHECK(reloaded.claude.stream != 0);
}

TEST_CASE("waiting: after a reload without a network what is written waits for Claude") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    SessionScreen reloaded(session.saved_history(), session.platform);
    reloaded.app.inbox().post(NetworkChanged{false});
    reloaded.app.inbox().post(ProxyAnswered{Error{"proxy-unreachable", "No.", ""}});
    reloaded->settle();
    CHECK(reloaded.shows("What you write waits for Claude"));
    CHECK(reloaded.shows("Claude unreachable"));
    send(reloaded, "When do I open?");
    CHECK(reloaded.shows("Waits for the connection"));
    CHECK(reloaded->find(Role::Button, "Send now to the guide") != nullptr);

    reloaded.app.inbox().post(NetworkChanged{true});
    reloaded.connect();
    reloaded->frame();
    CHECK(reloaded.claude.stream != 0);
}

TEST_CASE(
    "waiting: where the server is gone after a reload it is asked as soon as somebody waits") {
    SessionScreen session(kiln_room().history());
    session.connect();
    SessionScreen reloaded(session.saved_history(), session.platform);
    reloaded.app.inbox().post(ProxyAnswered{Error{"proxy-unreachable", "No.", ""}});
    reloaded->settle();
    CHECK(reloaded.shows("Claude cannot be reached: the server does not answer"));
    CHECK(reloaded.platform.proxy_asked == 0);
    send(reloaded, "When do I open?");
    CHECK(reloaded.shows("Waits for the connection"));
    CHECK(reloaded.platform.proxy_asked == 1);
}

TEST_CASE("waiting: a first visit without a network begins with the guide") {
    SessionScreen session(kiln_room().history());
    session.app.inbox().post(NetworkChanged{false});
    session->settle();
    CHECK(session.shows("The built-in guide carries on"));
    send(session, "When do I open?");
    check_guide_answers(session);
}

TEST_CASE("waiting: a server that lost its key has the guide answer, now and after a reload") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    send(session, "When do I open?");
    session.app.inbox().post(NetworkChanged{true});
    session.app.inbox().post(ProxyAnswered{std::string(R"({"claude":false})")});
    session->settle();
    check_guide_answers(session);

    SessionScreen reloaded(session.saved_history(), session.platform);
    reloaded.app.inbox().post(NetworkChanged{false});
    reloaded->settle();
    CHECK(reloaded.shows("The built-in guide carries on"));
    send(reloaded, "And for how much?");
    check_guide_answers(reloaded);
}

TEST_CASE("waiting: the guide can answer at once, or the message is taken back") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    send(session, "When do I open?");
    session->activate(Role::Button, "Send now to the guide");
    session->frame();
    check_guide_answers(session);

    send(session, "And for how much?");
    CHECK(session.shows("Waits for the connection"));
    session->activate(Role::Button, "Cancel this message");
    session->settle();
    CHECK_FALSE(session.shows("Waits for the connection"));
    CHECK(session->get(Role::TextField, "Message").value == "And for how much?");
}

TEST_CASE("waiting: what is cancelled goes back before what is half typed") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    send(session, "When do I open?");
    session->type("Message", "And for how much?");
    session->frame();
    session->activate(Role::Button, "Cancel this message");
    session->settle();
    CHECK(session->get(Role::TextField, "Message").value == "When do I open?\nAnd for how much?");
}

TEST_CASE("waiting: after an answer that failed the next message waits for the creator") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    send(session, "When do I open?");
    send(session, "And for how much?");
    session.app.inbox().post(NetworkChanged{true});
    session.connect();
    session->frame();
    const StreamId first = session.claude.stream;
    session.claude.fails("network_error");
    session->settle();
    CHECK(session.claude.stream == first);
    CHECK(session.shows("Waits its turn"));
    session->activate(Role::Button, "Send this message now");
    session->frame();
    session->frame();
    CHECK(session.claude.stream != first);
}

TEST_CASE("waiting: without a key the guide answers, with or without a network") {
    SessionScreen session(kiln_room().history());
    session.app.inbox().post(ProxyAnswered{std::string(R"({"claude":false})")});
    session.app.inbox().post(NetworkChanged{false});
    session->settle();
    send(session, "When do I open?");
    check_guide_answers(session);
}

TEST_CASE("waiting: whoever chooses the guide has it answer what waits") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    send(session, "When do I open?");
    session->settle();
    domain::EventStore store(session.saved_history());
    domain::Settings settings = store.workspace().settings;
    settings.partner = domain::PartnerChoice::GuideOnly;
    store.append({domain::SettingsChanged{settings}}, domain::testing::kNoon);
    SessionScreen reloaded(store.history());
    reloaded.app.inbox().post(NetworkChanged{false});
    reloaded->settle();
    check_guide_answers(reloaded);
}

TEST_CASE("waiting: a server that does not answer is asked again while a message waits") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    send(session, "When do I open?");
    session.app.inbox().post(NetworkChanged{true});
    session.app.inbox().post(ProxyAnswered{Error{"proxy-unreachable", "No.", ""}});
    session->frame();
    const int asked = session.platform.proxy_asked;
    session->wait(25);
    CHECK(session.platform.proxy_asked == asked + 1);
    CHECK(session.shows("Waits for the connection"));
}

TEST_CASE("conversation: what is half typed survives a reload, and is gone once it is sent") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->type("Message", "When do I");
    session->settle();
    CHECK(session.draft.text == "When do I");

    SessionScreen reloaded(session.saved_history());
    reloaded.connect();
    reloaded.app.inbox().post(DraftRecalled{session.draft.text});
    reloaded->settle();
    CHECK(reloaded->get(Role::TextField, "Message").value == "When do I");
    send(reloaded, "When do I open?");
    reloaded->frame();
    CHECK(reloaded.draft.text.empty());
}

TEST_CASE("conversation: a reading tab leaves the draft of the writing one alone") {
    SessionScreen session(kiln_room().history());
    session.app.inbox().post(WritingChanged{false});
    session.draft.text = "Kept by the other tab";
    session.app.inbox().post(DraftRecalled{session.draft.text});
    session->settle();
    CHECK(session->get(Role::TextField, "Message").value.empty());
    CHECK(session.draft.text == "Kept by the other tab");
}
