#include <doctest/doctest.h>

#include "shell/ui/charts.h"
#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

void open_forecast(SessionScreen& session) {
    session->activate(Role::Button, "Forecast");
    session->settle();
}

// What stands below a field that refuses its text; empty where it does not.
std::string error_of(SessionScreen& session, const char* field) {
    const Node& node = session->get(Role::TextField, field);
    return node.invalid ? node.description : "";
}

}  // namespace

TEST_CASE("charts: an axis ends at a round figure just above the largest value") {
    CHECK(axis_steps(216).step * axis_steps(216).count == doctest::Approx(240));
    CHECK(axis_steps(5590).step * axis_steps(5590).count == doctest::Approx(6000));
    CHECK(axis_steps(0.2).step * axis_steps(0.2).count >= 1);
    CHECK(axis_steps(30).count >= 3);
    CHECK(axis_steps(0.2, 0.01).step * axis_steps(0.2, 0.01).count == doctest::Approx(0.2));
}

TEST_CASE("charts: each stacked bar can be read, with its parts from the bottom upwards") {
    static constexpr double first[] = {3, 0};
    static constexpr double second[] = {1, 2};
    const StackedBar bars[] = {{"Monday", "Mon"}, {"Tuesday", "Tue"}};
    const StackedPart parts[] = {{"A", first, 1}, {"B", second, 2}};
    UiScreen screen([&](Ui& ui) {
        stacked_bar_chart(ui,
                          "days",
                          {0, 0, 300, 200},
                          {.name = "Days",
                           .bars = bars,
                           .parts = parts,
                           .threshold = {100, "Far"},
                           .words = [](double value, void*) {
                               return std::to_string(static_cast<int>(value));
                           }});
    });
    CHECK(screen->find(Role::List, "Days") != nullptr);
    CHECK(screen->find(Role::ListItem, "Monday: 4, A 3, B 1") != nullptr);
    CHECK(screen->find(Role::ListItem, "Tuesday: 2, B 2") != nullptr);
}

TEST_CASE(
    "forecast screen: says what is left after a year, and the members that the target takes") {
    SessionScreen session(kiln_room().history());
    open_forecast(session);
    CHECK(session.shows("You keep $"));
    CHECK(session.shows("Members needed"));
    CHECK(session.shows("Members over 12 months; low from"));
    CHECK(session->find(Role::Table, "Figures and their sources") != nullptr);
}

TEST_CASE("forecast screen: without the audience it asks for it, and draws nothing from a 0") {
    std::vector<domain::RecordedEvent> history = kiln_room().history();
    for (domain::RecordedEvent& recorded : history) {
        if (auto* saved = std::get_if<domain::ProfileSaved>(&recorded.event)) {
            saved->profile.engaged_audience = 0;
        }
    }
    SessionScreen session(history);
    open_forecast(session);
    CHECK(session.shows("How many people can you ask?"));
    CHECK(session->find(Role::Image, "Members over 12 months") == nullptr);
    CHECK(session->find(Role::Table, "Cases after twelve months") == nullptr);
    CHECK(session->find(Role::Cell, "missing") != nullptr);
    CHECK_FALSE(session.shows("What you keep of $0"));
    session->activate(Role::Button, "Enter it in your profile");
    session->settle();
    session->type("Newsletter readers", "3,900");
    session->settle();
    session->activate(Role::Button, "Continue");
    session->settle();
    session->activate(Role::Button, "Save");
    session->settle();
    CHECK(session->find(Role::Image, "Members over 12 months") != nullptr);
}

TEST_CASE("forecast screen: a slider tries out and changes nothing until it is used") {
    SessionScreen session(kiln_room().history());
    open_forecast(session);
    const std::string before = session->get(Role::Image, "Members over 12 months").name;
    session->set_value(Role::Slider, "People who join", "6");
    session->settle();
    CHECK(session->get(Role::Image, "Members over 12 months").name != before);
    session->activate(Role::Button, "Discard");
    session->settle();
    CHECK(session->get(Role::Image, "Members over 12 months").name == before);
}

TEST_CASE("forecast screen: a price that was tried out becomes the decision when it is used") {
    SessionScreen session(kiln_room().history());
    open_forecast(session);
    session->set_value(Role::Slider, "Price a month", "39");
    session->settle();
    session->activate(Role::Button, "Use these");
    session->settle();
    session->activate(Role::Button, "Decisions");
    session->settle();
    CHECK(session.shows("$39 a month"));
}

TEST_CASE("forecast screen: an own figure is used, says so, and can be taken back") {
    SessionScreen session(kiln_room().history());
    open_forecast(session);
    session->activate(Role::Button, "Edit Members who leave each month");
    session->settle();
    session->type("Members who leave each month", "3");
    session->activate(Role::Button, "Use it");
    session->settle();
    CHECK(session.shows("Yours"));
    session->activate(Role::Button, "Reset");
    session->settle();
    CHECK_FALSE(session.shows("Yours"));
}

TEST_CASE("forecast screen: an impossible figure is refused with a sentence") {
    SessionScreen session(kiln_room().history());
    open_forecast(session);
    session->activate(Role::Button, "Edit Members who leave each month");
    session->settle();
    session->type("Members who leave each month", "many");
    session->activate(Role::Button, "Use it");
    session->settle();
    CHECK(session->get(Role::TextField, "Members who leave each month").invalid);
    CHECK(session->find(Role::Dialog, "Your own figure") != nullptr);
}

TEST_CASE("forecast screen: the sliders' position is saved as a case, tried again and removed") {
    SessionScreen session(kiln_room().history());
    open_forecast(session);
    const std::string before = session->get(Role::Image, "Members over 12 months").name;
    session->set_value(Role::Slider, "People who join", "6");
    session->settle();
    const std::string tried = session->get(Role::Image, "Members over 12 months").name;
    session->activate(Role::Button, "Save as case");
    session->settle();
    session->type("Name of the case", "Hopeful");
    session->activate(Role::Button, "Save");
    session->settle();
    CHECK(session->find(Role::Cell, "Hopeful") != nullptr);
    session->activate(Role::Button, "Discard");
    session->settle();
    CHECK(session->get(Role::Image, "Members over 12 months").name == before);
    session->activate(Role::Button, "Try Hopeful");
    session->settle();
    CHECK(session->get(Role::Image, "Members over 12 months").name == tried);
    session->activate(Role::Button, "Remove Hopeful");
    session->settle();
    CHECK(session->find(Role::Cell, "Hopeful") == nullptr);
}

TEST_CASE("forecast screen: trying a case again leaves alone what it does not change") {
    SessionScreen session(kiln_room().history());
    open_forecast(session);
    session->set_value(Role::Slider, "People who join", "6");
    session->settle();
    session->activate(Role::Button, "Save as case");
    session->settle();
    session->activate(Role::Button, "Save");
    session->settle();
    session->activate(Role::Button, "Try My case");
    session->settle();
    session->activate(Role::Button, "Use these");
    session->settle();
    std::string row;
    std::string own;
    for (const Node& node : session.app.semantics().nodes()) {
        row = node.name.rfind("Edit ", 0) == 0 ? node.name : row;
        own += node.name == "Yours" ? row + "; " : "";
    }
    CHECK(own == "Edit Share of the engaged audience that joins; ");
}

TEST_CASE("forecast screen: a case is renamed, but to no name that is taken and to none at all") {
    SessionScreen session(kiln_room().history());
    open_forecast(session);
    for (const char* name : {"Hopeful", "Careful"}) {
        session->activate(Role::Button, "Save as case");
        session->settle();
        session->type("Name of the case", name);
        session->activate(Role::Button, "Save");
        session->settle();
    }
    session->activate(Role::Button, "Rename Careful");
    session->settle();
    CHECK(session->get(Role::TextField, "Name of the case").value == "Careful");
    session->type("Name of the case", "Hopeful");
    session->activate(Role::Button, "Rename");
    session->settle();
    CHECK(session->get(Role::TextField, "Name of the case").invalid);
    CHECK(error_of(session, "Name of the case") ==
          "Another case already has this name. Choose another one.");
    session->type("Name of the case", "");
    session->activate(Role::Button, "Rename");
    session->settle();
    CHECK(error_of(session, "Name of the case") == "Give the case a name of up to 80 characters.");
    session->type("Name of the case", "Cautious");
    session->activate(Role::Button, "Rename");
    session->settle();
    CHECK(session->find(Role::Dialog, "Rename this case") == nullptr);
    CHECK(session->find(Role::Cell, "Cautious") != nullptr);
    CHECK(session->find(Role::Cell, "Careful") == nullptr);
}

TEST_CASE("forecast screen: a case needs a name of its own") {
    SessionScreen session(kiln_room().history());
    open_forecast(session);
    session->activate(Role::Button, "Save as case");
    session->settle();
    session->type("Name of the case", "Base");
    session->activate(Role::Button, "Save");
    session->settle();
    CHECK(session->get(Role::TextField, "Name of the case").invalid);
}

TEST_CASE("forecast screen: it says how the months are counted, and how members take the tiers") {
    domain::EventStore store = kiln_room();
    SessionScreen one(store.history());
    open_forecast(one);
    CHECK(one.shows("7% leave each month"));
    CHECK_FALSE(one.shows("tiers"));
    const domain::PricingSlots tiers{std::nullopt, "USD", "month", {{"Basic", 19}, {"Pro", 49}}};
    store.append({domain::DecisionRecorded{domain::testing::sample_decision(40, tiers)}},
                 domain::testing::kNoon + 17 * 60'000LL);
    SessionScreen several(store.history());
    open_forecast(several);
    CHECK(several.shows("Your 2 tiers are counted in equal shares"));
    CHECK(several->get(Role::Slider, "Average price a month").value == "$34");
    several->set_value(Role::Slider, "Share of Basic, $19", "70");
    several->settle();
    CHECK(several->get(Role::Slider, "Share of Pro, $49").value == "30%");
    CHECK(several.shows("Of the new members 70% take Basic, 30% take Pro."));
    several->activate(Role::Button, "Use these");
    several->settle();
    several->activate(Role::Button, "Edit New members who take Pro");
    several->settle();
    several->type("New members who take Pro", "140");
    several->activate(Role::Button, "Use it");
    several->settle();
    CHECK(error_of(several, "New members who take Pro").find("together make 100") !=
          std::string::npos);
    several->type("New members who take Pro", "40");
    several->activate(Role::Button, "Use it");
    several->settle();
    CHECK(several->get(Role::Slider, "Share of Basic, $19").value == "60%");
    CHECK(several->get(Role::Slider, "Average price a month").value == "$31");
}

TEST_CASE(
    "forecast screen: an average price that is tried leaves the tiers' shares without a use") {
    domain::EventStore store = kiln_room();
    const domain::PricingSlots tiers{std::nullopt, "USD", "month", {{"Basic", 19}, {"Pro", 49}}};
    store.append({domain::DecisionRecorded{domain::testing::sample_decision(40, tiers)}},
                 domain::testing::kNoon + 17 * 60'000LL);
    SessionScreen session(store.history());
    open_forecast(session);
    session->set_value(Role::Slider, "Average price a month", "25");
    session->settle();
    CHECK(session->get(Role::Slider, "Share of Basic, $19").disabled);
    CHECK(session.shows("Not used: one average price applies to all tiers"));
    session->activate(Role::Button, "Use these");
    session->settle();
    CHECK(session->get(Role::Slider, "Average price a month").value == "$25");
    session->activate(Role::Button, "Reset");
    session->settle();
    CHECK(session->get(Role::Slider, "Average price a month").value == "$34");
}
