// The tour is offered once, never in the way, and can be seen again.
#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

const Node* card(SessionScreen& session) {
    return session->find(Role::Dialog, "");
}

void press(SessionScreen& session, std::string_view name) {
    session->activate(Role::Button, name);
    session->settle();
}

}  // namespace

TEST_CASE("tour: it is offered in the first session, and No thanks is remembered") {
    SessionScreen session(fresh_launch().history());
    session->settle();
    CHECK(card(session) == nullptr);
    REQUIRE(session->find(Role::Button, "Show me around") != nullptr);
    press(session, "No thanks");
    CHECK(session->find(Role::Button, "Show me around") == nullptr);
    SessionScreen later(session.saved_history());
    later->settle();
    CHECK(later->find(Role::Button, "Show me around") == nullptr);
}

TEST_CASE("tour: a workspace in which something was decided is not offered it") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session->find(Role::Button, "Show me around") == nullptr);
}

TEST_CASE("tour: five cards point at what they describe, with Next, Back and Done") {
    for (const float width : {1440.0f, 1000.0f, 390.0f, 320.0f}) {
        CAPTURE(width);
        SessionScreen session(fresh_launch().history(), width, 844);
        session->settle();
        press(session, "Show me around");
        REQUIRE(card(session) != nullptr);
        CHECK_FALSE(card(session)->modal);
        CHECK(card(session)->name == "Talk here");
        CHECK(session->find(Role::Button, "Back") == nullptr);
        for (const char* title :
             {"Five decisions", "Thirty minutes", "Find everything", "Take it with you"}) {
            press(session, "Next");
            REQUIRE(card(session) != nullptr);
            CHECK(card(session)->name == title);
            const Rect box = card(session)->rect;
            CHECK(box.x >= 0);
            CHECK(box.y >= 0);
            CHECK(box.right() <= width);
            CHECK(box.bottom() <= 844);
        }
        press(session, "Back");
        CHECK(card(session)->name == "Find everything");
        press(session, "Next");
        press(session, "Done");
        CHECK(card(session) == nullptr);
        CHECK(session->find(Role::Button, "Show me around") == nullptr);
    }
}

TEST_CASE("tour: the card stands beside its target, not over it") {
    SessionScreen session(fresh_launch().history());
    session->settle();
    press(session, "Show me around");
    const Rect field = session->get(Role::TextField, "Message").rect;
    const Rect box = card(session)->rect;
    CHECK((box.bottom() <= field.y || box.y >= field.bottom() || box.right() <= field.x ||
           box.x >= field.right()));
}

TEST_CASE("tour: Escape and Skip end it, and the work below can go on meanwhile") {
    SessionScreen session(fresh_launch().history());
    session->settle();
    press(session, "Show me around");
    session->type("Message", "Circle it is");
    session->settle();
    CHECK(session->get(Role::TextField, "Message").value == "Circle it is");
    CHECK(card(session) != nullptr);
    session->escape();
    session->settle();
    CHECK(card(session) == nullptr);
    press(session, "Help");
    press(session, "Show me around");
    REQUIRE(card(session) != nullptr);
    press(session, "Skip the tour");
    CHECK(card(session) == nullptr);
}

TEST_CASE("tour: Help and the palette show it again, also after it was seen") {
    domain::EventStore store = kiln_room();
    store.append({domain::TourSeen{}}, domain::testing::kNoon + 17 * 60'000LL);
    SessionScreen session(store.history());
    session->settle();
    press(session, "Help");
    press(session, "Show me around");
    REQUIRE(card(session) != nullptr);
    CHECK(session->find(Role::TextField, "Message") != nullptr);
    session->escape();
    session->settle();
    session->key(ImGuiKey_K, true);
    session->settle();
    session->type("Screen, task, decision or action", "tour");
    session->submit("Screen, task, decision or action");
    session->settle();
    CHECK(card(session) != nullptr);
}
