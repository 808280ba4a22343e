// What can be done with a message: copy, pin, ask again; and that all of it fits on a phone.
#include <string>

#include <doctest/doctest.h>

#include "tests/shell/session_talk.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

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
    reloaded->activate(Role::MenuItem, "You: Circle it is");
    reloaded->settle();
    CHECK(reloaded->find(Role::MenuItem, "You: Circle it is") == nullptr);
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
    session->activate(Role::MenuItem, "Atrium: Yes.");
    session->settle();
    CHECK(session.shows("A short window with a real cap"));
    CHECK(session.shows("1 of 2"));
}

TEST_CASE("conversation: on the narrowest phone every action of a message is within the screen") {
    SessionScreen session(kiln_room().history(), kNarrow, 700);
    answer_again(session, "Open in spring.");
    check_fits(session, kNarrow);
    CHECK(session->find(Role::Button, "Previous version") != nullptr);
    CHECK(session->find(Role::Button, "Pin answer") != nullptr);
    session->activate(Role::Button, "Message menu");
    session->settle();
    session->activate(Role::MenuItem, "Edit and send again");
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
    session->activate(Role::MenuItem, "Pinned messages");
    session->settle();
    CHECK(session->find(Role::MenuItem, "Atrium: ") != nullptr);
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
