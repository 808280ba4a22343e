// Asking again and other words for a message, as a person meets them.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/shell/session_talk.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

constexpr const char* kEditor = "Your message in other words";

void open_editor(SessionScreen& session) {
    session->activate(Role::Button, "Edit your message");
    session->settle();
}

void send_edited(SessionScreen& session, const char* text) {
    session->type(kEditor, text);
    session->frame();
    session->submit(kEditor);
    session->frame();
    session->frame();
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
    open_editor(session);
    const Node& field = session->get(Role::TextField, kEditor);
    CHECK(field.value == "Circle it is, and $29 a month.");
    CHECK(session->get(Role::Button, "Send edited message").disabled);
    send_edited(session, "Discord it is, and $19 a month.");
    say(session, "Both are noted.");
    CHECK(session->find(Role::TextField, kEditor) == nullptr);
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
    open_editor(session);
    session->type(kEditor, "Something else");
    session->frame();
    session->escape();
    session->frame();
    session->frame();
    CHECK(session->find(Role::TextField, kEditor) == nullptr);
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
    open_editor(session);
    send_edited(session, "Discord it is.");
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
