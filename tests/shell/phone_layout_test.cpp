// What a phone shows whole: titles, figures and their sources, the price, the conversation under the
// quick replies.
#include <vector>

#include <doctest/doctest.h>

#include "tests/shell/drawn_texts.h"
#include "tests/shell/session_screen.h"
#include "tests/shell/session_talk.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

void go_behind_more(SessionScreen& session, const char* screen) {
    session->activate(Role::Button, "More");
    session->settle();
    session->activate(Role::MenuItem, screen);
    session->settle();
}

}  // namespace

TEST_CASE("phone: an open document's title is whole") {
    domain::EventStore store = kiln_room();
    store.append({domain::DocumentSaved{domain::DocumentId{90},
                                        "promise",
                                        "Member promise of the room",
                                        "",
                                        "# Promise",
                                        "creator",
                                        std::nullopt,
                                        {}}},
                 domain::testing::kNoon);
    for (const float width : {390.0f, 320.0f}) {
        SessionScreen session(store.history(), width, 568);
        session->activate(Role::Button, "Documents");
        session->settle();
        session->activate(Role::Button, "Member promise of the room");
        session->settle();
        const std::vector<DrawnText> texts = texts_of(session);
        CHECK(drawn(texts, "Member promise of the room") != nullptr);
        CHECK(unreadable(texts) == "");
        check_fits(session, width);
    }
}

TEST_CASE("phone: every figure of the forecast says what it is and where it comes from") {
    SessionScreen session(kiln_room().history(), 390, 4000);
    go_behind_more(session, "Forecast");
    const std::vector<DrawnText> texts = texts_of(session);
    CHECK(drawn(texts, "Members who leave each month") != nullptr);
    CHECK(unreadable(texts) == "");
}

TEST_CASE("phone: in the dialog of the price one reads how often it is paid") {
    for (const float width : {390.0f, 320.0f}) {
        SessionScreen session(kiln_room().history(), width, 844);
        session->activate(Role::Button, "Decisions");
        session->settle();
        session->activate(Role::Button, "Price");
        session->settle();
        session->activate(Role::Button, "Change it");
        session->settle();
        CHECK(drawn(texts_of(session), "a month") != nullptr);
    }
}

TEST_CASE("phone: quick replies are one row that a finger moves sideways") {
    SessionScreen session(kiln_room().history(), 390, 844);
    session->settle();
    const Rect first = session->get(Role::Button, "Take 15 January").rect;
    CHECK(session->get(Role::Button, "Compare with 8 January").rect.y == first.y);
    CHECK(session->get(Role::Button, "What if I had 4 hours a week?").rect.width < 100);
    session->use_touch(true);
    session->move_to(300, first.y + 16);
    session->press();
    session->move_to(200, first.y + 16);
    session->move_to(40, first.y + 16);
    session->release();
    session->settle();
    CHECK(session->get(Role::Button, "What if I had 4 hours a week?").rect.right() > 300);
    CHECK(session->get(Role::Button, "Take 15 January").rect.width < first.width);
    // The drag pressed nothing.
    CHECK(session->find(Role::Button, "Take 15 January") != nullptr);
}

TEST_CASE("phone: the quick reply that gets the keyboard focus comes into sight") {
    SessionScreen session(kiln_room().history(), 320, 568);
    session->settle();
    session->focus(Role::Button, "What if I had 4 hours a week?");
    session->settle();
    CHECK(session->get(Role::Button, "What if I had 4 hours a week?").rect.width > 200);
}

TEST_CASE("phone: a milestone is one line that leaves the conversation in sight") {
    for (const float width : {390.0f, 320.0f}) {
        SessionScreen session(fresh_launch().history(), width, 844);
        session->settle();
        send(session, "Circle it is, and $29 a month.");
        session->wait(0.5f);
        const Node* milestone = session->find(Role::Region, "Milestone");
        REQUIRE(milestone != nullptr);
        CHECK(milestone->rect.height <= 72);
    }
}

TEST_CASE("milestones: two decisions made at once are not called the first one") {
    SessionScreen session(fresh_launch().history());
    session->settle();
    send(session, "Circle it is, and $29 a month.");
    session->wait(0.5f);
    CHECK(session.shows("2 decisions made"));
    CHECK_FALSE(session.shows("First decision"));
}
