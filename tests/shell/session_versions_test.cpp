// Asking again, other words for a message, pins, and messages that wait for the connection, as a
// person meets them.
#include <string>

#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

// The phone that has least room.
constexpr float kNarrow = 320;

void say(SessionScreen& session, const std::string& text) {
    session.claude.begins();
    session.claude.says(text);
    session.claude.ends();
    session->settle();
}

// Claude answers, and the answer so far is asked for again with another one.
void answer_again(SessionScreen& session, const std::string& text) {
    session.connect();
    session->settle();
    session->activate(Role::Button, "Answer again");
    session->frame();
    session->frame();
    say(session, text);
}

void go_offline(SessionScreen& session) {
    session.connect();
    session.app.inbox().post(NetworkChanged{false});
    session->settle();
}

void send(SessionScreen& session, const char* text) {
    session->type("Message", text);
    session->frame();
    session->submit("Message");
    session->frame();
    session->frame();
}

// Every button of the conversation lies within the screen.
void check_fits(SessionScreen& session, float width) {
    for (const Node& node : session.app.semantics().nodes()) {
        if (node.role == Role::Button && node.rect.width > 0) {
            CAPTURE(node.name);
            CHECK(node.rect.x >= 0);
            CHECK(node.rect.right() <= width);
        }
    }
}

}  // namespace

TEST_CASE("versions: the last answer can be asked for again, and one steps between the versions") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session->find(Role::Button, "Previous version") == nullptr);
    answer_again(session, "Open in spring.");
    CHECK(session.shows("Open in spring."));
    CHECK_FALSE(session.shows("A short window with a real cap"));
    CHECK(session.shows("2 of 2"));
    CHECK(session->get(Role::Button, "Next version").disabled);

    (void)session.app.semantics().take_announcements();
    session->activate(Role::Button, "Previous version");
    session->settle();
    CHECK(session.shows("A short window with a real cap"));
    CHECK(session.shows("1 of 2"));
    CHECK(session.app.semantics().take_announcements() ==
          std::vector<std::string>{"Version 1 of 2"});
    // Its quick replies are offered again with it.
    CHECK(session->find(Role::Button, "Take 15 January") != nullptr);
    session->activate(Role::Button, "Next version");
    session->settle();
    CHECK(session.shows("Open in spring."));
    // Who steps with the keyboard goes on from where they are: here only one step is left, back.
    session->activate(Role::Button, "Previous version");
    session->frame();
    session->frame();
    CHECK(session.app.semantics().take_focus_request() ==
          session->get(Role::Button, "Next version").id);
}

TEST_CASE("versions: while an answer is written nobody steps away from it") {
    SessionScreen session(kiln_room().history());
    answer_again(session, "Open in spring.");
    session->activate(Role::Button, "Answer again");
    session->frame();
    session->frame();
    CHECK_FALSE(session.shows("Open in spring."));
    CHECK(session->find(Role::Button, "Previous version") == nullptr);
    CHECK(session->find(Role::Button, "Answer again") == nullptr);
    session->escape();
    session->settle();
    CHECK(session.shows("Stopped"));
    CHECK(session.shows("3 of 3"));
    CHECK(session->find(Role::Button, "Try again") != nullptr);
}

TEST_CASE("versions: a reading tab offers neither another answer nor other words") {
    SessionScreen session(kiln_room().history());
    session.app.inbox().post(WritingChanged{false});
    session->settle();
    CHECK(session->find(Role::Button, "Answer again") == nullptr);
    CHECK(session->find(Role::Button, "Edit your message") == nullptr);
    CHECK(session->find(Role::Button, "Pin your message") == nullptr);
    CHECK(session->find(Role::Button, "Copy your message") != nullptr);
}

TEST_CASE("versions: an own message is edited in its place and sent again") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->settle();
    session->activate(Role::Button, "Edit your message");
    session->settle();
    const Node& field = session->get(Role::TextField, "Your message in other words");
    CHECK(field.value == "Circle it is, and $29 a month.");
    CHECK(session->get(Role::Button, "Send edited message").disabled);
    session->type("Your message in other words", "Discord it is, and $19 a month.");
    session->frame();
    session->submit("Your message in other words");
    session->frame();
    session->frame();
    say(session, "Both are noted.");
    CHECK(session->find(Role::TextField, "Your message in other words") == nullptr);
    CHECK(session.shows("Discord it is, and $19 a month."));
    CHECK_FALSE(session.shows("Eight spaces, one tier"));
    CHECK(session.shows("2 of 2"));

    session->activate(Role::Button, "Previous version");
    session->settle();
    CHECK(session.shows("Eight spaces, one tier"));
    CHECK(session.shows("1 of 2"));
    // What came of the words that are shown is in force again.
    CHECK(session->find(Role::Button, "Platform: Circle") != nullptr);
}

TEST_CASE("versions: Escape leaves an edited message as it was and gives the focus back") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->settle();
    session->activate(Role::Button, "Edit your message");
    session->settle();
    session->type("Your message in other words", "Something else");
    session->frame();
    session->escape();
    session->frame();
    session->frame();
    CHECK(session->find(Role::TextField, "Your message in other words") == nullptr);
    CHECK(session.shows("Circle it is, and $29 a month."));
    CHECK(session.claude.stream == 0);
}

TEST_CASE("versions: stepping between own words keeps them where they are") {
    SessionScreen session(kiln_room().history(), 1440, 600);
    session.connect();
    session->settle();
    session->move_to(700, 300);
    session->wheel(-3000);
    session->settle();
    session->activate(Role::Button, "Edit your message");
    session->settle();
    session->type("Your message in other words", "Discord it is.");
    session->frame();
    session->submit("Your message in other words");
    session->frame();
    session->frame();
    say(session, "Noted.");
    const float before = session->get(Role::Button, "Previous version").rect.y;
    session->activate(Role::Button, "Previous version");
    session->settle();
    CHECK(session->get(Role::Button, "Next version").rect.y ==
          doctest::Approx(before).epsilon(0.3));
    CHECK(session->find(Role::Button, "1 new message") == nullptr);
}

TEST_CASE("versions: find goes on in the version that is shown") {
    SessionScreen session(kiln_room().history());
    answer_again(session, "Open in spring, after the fair.");
    session->click(Role::Button, "Find in the conversation");
    session->settle();
    session->type("Find in the conversation", "spring");
    session->settle();
    CHECK(session.shows("1 of 1"));
    session->activate(Role::Button, "Previous version");
    session->settle();
    CHECK(session.shows("none"));
}

TEST_CASE("conversation: an own message can be copied as it was typed") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->activate(Role::Button, "Copy your message");
    session->frame();
    REQUIRE(session.platform.copied.size() == 1);
    CHECK(session.platform.copied[0] == "Circle it is, and $29 a month.");
}

TEST_CASE("conversation: a question whose answer never came can be asked again") {
    domain::EventStore store = kiln_room();
    store.append({domain::MessageAdded{creator_message(50, "And the price?", 18)}},
                 domain::testing::kNoon);
    SessionScreen session(store.history());
    session.connect();
    session->settle();
    CHECK(session.shows("The answer never came"));
    session->activate(Role::Button, "Try again");
    session->frame();
    session->frame();
    CHECK_FALSE(session.shows("The answer never came"));
    say(session, "$29.");
    CHECK(session.shows("$29."));
}

TEST_CASE("pins: pinned messages are found again, also after a reload") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session->find(Role::Button, "1 pinned message") == nullptr);
    session->activate(Role::Button, "Pin your message");
    session->settle();
    CHECK(session->get(Role::Button, "Pin your message").checked == Toggle::On);
    session->activate(Role::Button, "Pin answer");
    session->settle();
    REQUIRE(session->find(Role::Button, "2 pinned messages") != nullptr);

    SessionScreen reloaded(session.saved_history());
    reloaded->settle();
    reloaded->activate(Role::Button, "2 pinned messages");
    reloaded->settle();
    reloaded->activate(Role::Button, "You: Circle it is");
    reloaded->settle();
    CHECK(reloaded->find(Role::Button, "You: Circle it is") == nullptr);
    reloaded->activate(Role::Button, "Pin your message");
    reloaded->settle();
    CHECK(reloaded->find(Role::Button, "1 pinned message") != nullptr);
}

TEST_CASE("pins: choosing a message that another version replaced brings its version back") {
    domain::EventStore store = kiln_room();
    store.append({domain::MessagePinned{domain::MessageId{32}}}, domain::testing::kNoon);
    SessionScreen session(store.history());
    answer_again(session, "Open in spring.");
    CHECK_FALSE(session.shows("A short window with a real cap"));
    session->activate(Role::Button, "1 pinned message");
    session->settle();
    session->activate(Role::Button, "Atrium: Yes.");
    session->settle();
    CHECK(session.shows("A short window with a real cap"));
    CHECK(session.shows("1 of 2"));
}

TEST_CASE("waiting: without a network a message waits for Claude and goes by itself") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    CHECK(session.shows("What you write waits for Claude"));
    send(session, "When do I open?");
    CHECK(session.shows("When do I open?"));
    CHECK(session.shows("Waits for the connection"));
    CHECK(session.claude.stream == 0);
    send(session, "And for how much?");
    CHECK(session->count(Role::Button) > 0);

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

TEST_CASE("waiting: the guide can answer at once, or the message is taken back") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    send(session, "When do I open?");
    session->activate(Role::Button, "Send now to the guide");
    session->frame();
    session->wait(4);
    session->settle();
    CHECK_FALSE(session.shows("Waits for the connection"));
    CHECK(session.shows("Built-in guide · "));

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
    session->wait(4);
    session->settle();
    CHECK_FALSE(session.shows("Waits for the connection"));
    CHECK(session.shows("Built-in guide · "));
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
    reloaded->wait(4);
    reloaded->settle();
    CHECK_FALSE(reloaded.shows("Waits for the connection"));
    CHECK(reloaded.shows("Built-in guide · "));
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

TEST_CASE("conversation: on the narrowest phone every action of a message is within the screen") {
    SessionScreen session(kiln_room().history(), kNarrow, 700);
    answer_again(session, "Open in spring.");
    check_fits(session, kNarrow);
    CHECK(session->find(Role::Button, "Previous version") != nullptr);
    CHECK(session->find(Role::Button, "Pin answer") != nullptr);
    session->activate(Role::Button, "Message menu");
    session->settle();
    session->activate(Role::Button, "Edit and send again");
    session->settle();
    CHECK(session->find(Role::TextField, "Your message in other words") != nullptr);
    check_fits(session, kNarrow);
    session->escape();
    session->settle();
    go_offline(session);
    send(session, "When do I open?");
    session->settle();
    CHECK(session->find(Role::Button, "Send now to the guide") != nullptr);
    CHECK(session->find(Role::Button, "Cancel this message") != nullptr);
    check_fits(session, kNarrow);
}

TEST_CASE("conversation: on a phone the pinned messages are in the launch's menu") {
    SessionScreen session(kiln_room().history(), kNarrow, 700);
    session->settle();
    session->activate(Role::Button, "Pin answer");
    session->settle();
    session->activate(Role::Button, "Launch menu");
    session->settle();
    session->activate(Role::Button, "Pinned messages");
    session->settle();
    CHECK(session->find(Role::Button, "Atrium: ") != nullptr);
    check_fits(session, kNarrow);
}

TEST_CASE("conversation: what can be done with an own message does not cover its words") {
    domain::EventStore store = domain::testing::started_store();
    const std::string text =
        "A long message that needs the whole width of its bubble, and more of "
        "it, so that it breaks into several lines of text. ";
    store.append({domain::MessageAdded{creator_message(50, text + text, 1)},
                  domain::MessageAdded{claude_answer(51, "Good.", 1)}},
                 domain::testing::kNoon);
    for (const float width : {kNarrow, 480.0f, 730.0f, 900.0f, 1440.0f}) {
        CAPTURE(width);
        SessionScreen session(store.history(), width, 800);
        session->settle();
        const Node* control = session->find(Role::Button, "Message menu");
        control = control != nullptr ? control : session->find(Role::Button, "Pin your message");
        REQUIRE(control != nullptr);
        CHECK(control->rect.right() <= session->get(Role::Text, "A long message").rect.x);
        check_fits(session, width);
    }
}

TEST_CASE("conversation: a stopped answer's steps fit beside its versions on a phone") {
    SessionScreen session(kiln_room().history(), kNarrow, 700);
    session.connect();
    session->settle();
    session->activate(Role::Button, "Answer again");
    session->frame();
    session->frame();
    session.claude.begins();
    session.claude.says("Open on Friday");
    session->wait(0.6f);
    session->activate(Role::Button, "Stop");
    session->settle();
    CHECK(session->find(Role::Button, "Continue") != nullptr);
    CHECK(session->find(Role::Button, "Try again") != nullptr);
    CHECK(session->find(Role::Button, "Previous version") != nullptr);
    check_fits(session, kNarrow);
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
