// The list of decisions beside the page of one.

#include <doctest/doctest.h>

#include "imgui.h"
#include "shell/theme/tokens.h"
#include "shell/ui/cards.h"
#include "tests/shell/drawn_texts.h"
#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

void open_decisions(SessionScreen& session) {
    session->activate(Role::Button, "Decisions");
    session->settle();
}

// Something of this colour was drawn inside.
bool is_drawn_in(Color color, Rect rect) {
    const ImDrawData* data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i) {
        for (const ImDrawVert& vertex : data->CmdLists[i]->VtxBuffer) {
            if (vertex.col == color && contains(inset(rect, -1), vertex.pos.x, vertex.pos.y)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

TEST_CASE("decisions: only the card whose page is shown stands on a ground of its own") {
    SessionScreen session(kiln_room().history());
    open_decisions(session);
    session->activate(Role::Button, "Price");
    session->settle();
    CHECK(is_drawn_in(tokens().accent_line, session->get(Role::Button, "Price").rect));
    CHECK_FALSE(is_drawn_in(tokens().accent_line, session->get(Role::Button, "Platform").rect));
    CHECK_FALSE(is_drawn_in(tokens().surface_2, session->get(Role::Button, "Platform").rect));
}

TEST_CASE("decisions: a long value has a second line") {
    const DecisionCardSpec spec{.label = "Structure",
                                .value = "2 tiers, 10 channels, 4 roles",
                                .state = DecisionState::Decided,
                                .percent = 95,
                                .sure = "95%"};
    float height = 0;
    UiScreen screen([&](Ui& ui) {
        height = decision_card_height(ui, spec, 256, 52);
        decision_card(ui, "card", {0, 0, 256, height}, spec);
    });
    CHECK(height > 52);
    CHECK(unreadable(texts_of(screen)) == "");
    CHECK(drawn(texts_of(screen), spec.value.data()) == nullptr);
}

TEST_CASE("decisions: a day that comes too early can only be chosen anyway") {
    SessionScreen session(kiln_room().history());
    open_decisions(session);
    session->activate(Role::Button, "Launch date");
    session->settle();
    REQUIRE(session.shows("It comes too early."));
    CHECK(session->find(Role::Button, "Choose anyway ") != nullptr);
    CHECK(session->find(Role::Button, "Choose Fri") != nullptr);
}

TEST_CASE("decisions: one format of percentages on the whole screen") {
    SessionScreen session(kiln_room().history(), 1440, 900, "de-DE");
    session->settle();
    const std::string sign = "\xc2\xa0%";
    CHECK(session.shows("97" + sign + " sure"));
    for (const DrawnText& text : texts_of(session)) {
        const std::size_t at = text.text.find('%');
        CAPTURE(text.text);
        CHECK((at == std::string::npos || text.text.compare(at - 2, 3, sign) == 0));
    }
}

TEST_CASE("decisions: a launch in so many weeks is shown as its day") {
    domain::EventStore store = kiln_room();
    domain::Decision decision =
        domain::testing::sample_decision(95, domain::TimelineSlots{std::nullopt, 6, std::nullopt});
    decision.on = domain::testing::kToday;
    store.append({domain::DecisionRecorded{decision}}, domain::testing::kNoon);
    const domain::Date day{domain::testing::kToday.days + 42};
    SessionScreen session(store.history());
    CHECK(session.shows("Launch date: " + domain::short_date(day)));
    open_decisions(session);
    CHECK(session.shows("Launch date: " + domain::short_date(day)));
    CHECK_FALSE(session.shows("Launch date: in 6 weeks"));
}
