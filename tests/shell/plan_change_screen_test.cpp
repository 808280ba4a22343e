#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

domain::EventStore with_price_page() {
    domain::EventStore store = kiln_room();
    store.append({domain::DocumentSaved{domain::DocumentId{90},
                                        "price-page",
                                        "Price page",
                                        "set-price",
                                        "Join for $29 a month.",
                                        "creator"}},
                 domain::testing::kNoon + 17 * 60'000);
    return store;
}

void open_screen(SessionScreen& session, std::string_view name) {
    session->activate(Role::Button, name);
    session->settle();
}

// Changes the price by hand, on the Decisions screen.
void change_price(SessionScreen& session, std::string_view amount) {
    open_screen(session, "Decisions");
    session->activate(Role::Button, "Price");
    session->settle();
    session->activate(Role::Button, "Change it");
    session->settle();
    session->type("Price", amount);
    session->settle();
}

}  // namespace

TEST_CASE("plan screen: a task of one's own is added and stands in its phase") {
    SessionScreen session(kiln_room().history());
    open_screen(session, "Plan");
    session->activate(Role::Button, "Add a task");
    session->settle();
    session->type("What is to be done?", "Ask my accountant about VAT");
    session->type("Hours", "1.5");
    session->activate(Role::Button, "Add it");
    session->settle();
    CHECK(session->find(Role::Dialog, "Add a task") == nullptr);
    CHECK(session.shows("Ask my accountant about VAT"));
}

TEST_CASE("plan screen: hours that are no number are refused below their field") {
    SessionScreen session(kiln_room().history());
    open_screen(session, "Plan");
    session->activate(Role::Button, "Add a task");
    session->settle();
    session->type("What is to be done?", "Ask my accountant about VAT");
    session->type("Hours", "soon");
    session->activate(Role::Button, "Add it");
    session->settle();
    CHECK(session->get(Role::TextField, "Hours").invalid);
}

TEST_CASE("decisions screen: before a change is saved it says what it would touch") {
    SessionScreen session(with_price_page().history());
    open_screen(session, "Decisions");
    CHECK_FALSE(session.shows("Price page"));
    change_price(session, "39");
    CHECK(session.shows("Price page"));
}

TEST_CASE("decisions screen: a changed price has a reason of its own figures") {
    SessionScreen session(kiln_room().history());
    change_price(session, "35");
    CHECK(session->get(Role::TextField, "Why").value.empty());
    session->activate(Role::Button, "Save");
    session->settle();
    CHECK(session.shows("79 members reach $2,500"));
    CHECK_FALSE(session.shows("95 members reach $2,500"));
}

TEST_CASE("decisions screen: a reason that was typed goes on to the next value") {
    SessionScreen session(kiln_room().history());
    change_price(session, "35");
    session->type("Why", "My readers named it.");
    session->activate(Role::Button, "Save");
    session->settle();
    CHECK(session.shows("My readers named it."));
    change_price(session, "39");
    CHECK(session->get(Role::TextField, "Why").value == "My readers named it.");
}

TEST_CASE("documents screen: a document that quotes the old price says so and can be kept") {
    SessionScreen session(with_price_page().history());
    change_price(session, "39");
    session->activate(Role::Button, "Save");
    session->settle();
    open_screen(session, "Documents");
    CHECK(session.shows("out of date"));
    session->activate(Role::Button, "Keep it");
    session->settle();
    CHECK_FALSE(session.shows("out of date"));
}

TEST_CASE("decisions screen: every text is filled with the creator's numbers") {
    SessionScreen session(kiln_room().history());
    open_screen(session, "Decisions");
    for (const char* name : {"Platform", "Price", "Structure", "Launch date", "First month"}) {
        session->activate(Role::Button, name);
        session->settle();
        CHECK_FALSE(session.shows("{"));
    }
}

TEST_CASE("plan screen: a task moves later in its phase and back") {
    SessionScreen session(kiln_room().history());
    open_screen(session, "Plan");
    session->activate(Role::Button, "Set up onboarding");
    session->settle();
    CHECK_FALSE(session->get(Role::Button, "Later in its phase").disabled);
    session->activate(Role::Button, "Later in its phase");
    session->settle();
    CHECK(session->get(Role::Button, "Later in its phase").disabled);
    session->activate(Role::Button, "Earlier in its phase");
    session->settle();
    CHECK_FALSE(session->get(Role::Button, "Later in its phase").disabled);
}
