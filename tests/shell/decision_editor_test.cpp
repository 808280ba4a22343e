// The dialog in which a decision is made or changed by hand.
#include <doctest/doctest.h>

#include "core/domain/decision_words.h"
#include "tests/core/sample_workspace.h"
#include "tests/shell/session_screen.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

domain::EventStore room_with(domain::DecisionSlots slots) {
    domain::EventStore store = kiln_room();
    store.append({domain::DecisionRecorded{domain::testing::sample_decision(95, std::move(slots))}},
                 domain::testing::kNoon);
    return store;
}

void open_editor(SessionScreen& session, const char* button) {
    session->settle();
    session->click(Role::Button, button);
    session->settle();
    REQUIRE(session->count(Role::Dialog) == 1);
}

}  // namespace

TEST_CASE("decision editor: the prices of several tiers are shown and can be changed") {
    SessionScreen session(
        room_with(domain::PricingSlots{std::nullopt, "USD", "month", {{"Basic", 9.9}, {"Pro", 49}}})
            .history());
    open_editor(session, "Price: Basic $9.90, Pro $49 a month");
    CHECK(session->get(Role::TextField, "Prices").value == "Basic 9.9; Pro 49");
    session->type("Prices", "Basic 12; Pro plus 49; 99");
    session->click(Role::Button, "Save");
    session->settle();
    CHECK(session.shows("Basic $12, Pro plus $49, $99 a month"));
}

TEST_CASE("decision editor: a yearly price goes on with the price that it stands beside") {
    SessionScreen session(room_with(domain::PricingSlots{18, "EUR", "month", {}, 180.0}).history());
    open_editor(session, "Price: €18 a month or €180 a year");
    CHECK(session->get(Role::TextField, "Price").value == "18");
    session->type("Currency", "USD");
    session->click(Role::Button, "Save");
    session->settle();
    CHECK(session.shows("$18 a month or $180 a year"));
}
