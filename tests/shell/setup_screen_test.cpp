#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

// The demo creator's setup at the step with the audience.
void open_audience_step(SessionScreen& session) {
    session->settle();
    session->activate(Role::Button, "Use the demo creator");
    session->settle();
    session->activate(Role::Button, "Back");
    session->settle();
}

}  // namespace

TEST_CASE("setup: days away open in sight, with the focus in the first day") {
    SessionScreen session({}, 1440, 800);
    open_audience_step(session);
    session->activate(Role::Button, "Add days away");
    const NodeId first = session->get(Role::TextField, "First day away").id;
    CHECK(session.app.semantics().take_focus_request() == first);
    session->focus(Role::TextField, "First day away");
    session->settle();
    const Rect form = session->get(Role::Main, "Setup").rect;
    CHECK(session->get(Role::TextField, "First day away").rect.height > 30);
    const Rect add = session->get(Role::Button, "Add these days").rect;
    CHECK(add.height >= 32);
    CHECK(add.bottom() < form.bottom());
}

TEST_CASE("setup: what people ask for is added in a field that has the focus at once") {
    SessionScreen session({}, 1440, 900);
    open_audience_step(session);
    session.app.inbox().post(
        SemanticAction{.kind = SemanticAction::Kind::Activate,
                       .id = session->get(Role::Button, "Add what people ask for").id});
    session->frame();
    CHECK(session.app.semantics().take_focus_request() ==
          session->get(Role::TextField, "What else").id);
}

TEST_CASE("setup: chips keep their place when they are chosen, and own ones come last") {
    SessionScreen session({}, 1440, 900);
    session->settle();
    session->type("What may we call you?", "Jo");
    session->type("What is your work about?", "Pots");
    session->activate(Role::Select, "Where do you live?");
    session->settle();
    session->activate(Role::Option, "Germany");
    session->settle();
    session->activate(Role::Button, "Continue");
    session->settle();
    const auto place = [&](const char* chip) {
        return session->get(Role::Button, chip).rect;
    };
    const Rect last = place("Behind the scenes");
    session->activate(Role::Button, "Behind the scenes");
    session->settle();
    CHECK(place("Behind the scenes") == last);
    session->activate(Role::Button, "Add what people ask for");
    session->type("What else", "Kiln plans");
    session->submit("What else");
    session->settle();
    CHECK(place("Behind the scenes") == last);
    const Rect own = place("Kiln plans");
    CHECK((own.y > last.y || own.x > last.x));
    session->activate(Role::Button, "Kiln plans");
    session->settle();
    CHECK(place("Kiln plans") == own);
    CHECK(session->get(Role::Button, "Kiln plans").checked == Toggle::Off);
}

TEST_CASE("setup: a country is found by a part of its name, with or without its accents") {
    for (const float width : {1440.0f, 390.0f}) {
        SessionScreen session({}, width, 844);
        session->settle();
        session->activate(Role::Select, "Where do you live?");
        session->settle();
        CHECK(session->count(Role::Option) > 200);
        session->type("Find in the list", "reun");
        session->settle();
        CHECK(session->count(Role::Option) == 1);
        CHECK(session->find(Role::Option, "Réunion") != nullptr);
        session->type("Find in the list", "ger");
        session->settle();
        CHECK(session->find(Role::Option, "Algeria") != nullptr);
        session->submit("Find in the list");
        session->settle();
        CHECK(session->get(Role::Select, "Where do you live?").value == "Germany");
    }
}

TEST_CASE("setup: the arrows choose among the countries that were found") {
    SessionScreen session({}, 1440, 900);
    session->settle();
    session->activate(Role::Select, "Where do you live?");
    session->settle();
    session->type("Find in the list", "united");
    session->key(ImGuiKey_DownArrow);
    session->key(ImGuiKey_DownArrow);
    session->key(ImGuiKey_UpArrow);
    const std::string second = [&] {
        int place = 0;
        for (const Node& node : session.app.semantics().nodes()) {
            if (node.role == Role::Option && place++ == 1) {
                return node.name;
            }
        }
        return std::string();
    }();
    session->submit("Find in the list");
    session->settle();
    CHECK_FALSE(second.empty());
    CHECK(session->get(Role::Select, "Where do you live?").value == second);
}

TEST_CASE(
    "setup: the open list of countries leaves the page's head in sight, and a finger moves it") {
    SessionScreen session({}, 390, 844);
    session->settle();
    session->use_touch(true);
    const Rect bar = session->get(Role::List, "Steps").rect;
    session->activate(Role::Select, "Where do you live?");
    session->settle();
    const Rect list = session->get(Role::List, "Options").rect;
    CHECK(list.y > bar.bottom());
    const float first = session->get(Role::Option, "Albania").rect.y;
    REQUIRE(first > list.y);
    session->move_to(200, list.bottom() - 20);
    session->press();
    session->move_to(200, list.bottom() - 60);
    session->move_to(200, list.bottom() - 100);
    session->release();
    session->settle();
    CHECK(session->get(Role::Option, "Albania").rect.y < first);
    CHECK(session->find(Role::List, "Options") != nullptr);
}
