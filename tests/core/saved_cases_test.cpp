#include "core/domain/saved_cases.h"

#include <doctest/doctest.h>

#include "core/domain/event_store.h"
#include "core/domain/handle.h"
#include "tests/core/sample_workspace.h"

using namespace atrium;
using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

const Context kContext{kNoon, kToday};

EventStore launch() {
    EventStore store;
    store.append({ProfileSaved{demo_profile(kToday)}}, kNoon);
    store.append({ProjectStarted{ProjectId{1}, "The Kiln Room", kToday}}, kNoon);
    store.append({DecisionRecorded{sample_decision(2, PricingSlots{29.0, "USD", "month", {}})}},
                 kNoon);
    return store;
}

std::string send(EventStore& store, const Command& command) {
    const auto events = handle(store.workspace(), command, kContext);
    if (!events) {
        return events.error().code;
    }
    const std::string count = std::to_string(events.value().size());
    store.append(events.value(), kNoon);
    return count;
}

std::int64_t last_members(const ForecastYear& year) {
    return year.months.back().members;
}

}  // namespace

TEST_CASE("saved cases: a case is kept under its name, replaced by the same name and removed") {
    EventStore store = launch();
    CHECK(send(store, SaveCase{"My case", {{"churn", 4}}}) == "1");
    CHECK(send(store, SaveCase{"My case", {{"churn", 4}}}) == "0");
    CHECK(send(store, SaveCase{"My case", {{"churn", 5}}}) == "1");
    const Project* project = active_project(store.workspace());
    REQUIRE(project->saved_cases.size() == 1);
    CHECK(find_case(*project, "My case")->figures.front().value == 5);
    CHECK(send(store, RemoveCase{"My case"}) == "1");
    CHECK(active_project(store.workspace())->saved_cases.empty());
    CHECK(send(store, RemoveCase{"My case"}) == "0");
}

TEST_CASE("saved cases: a case gets another name and keeps its figures and its place") {
    EventStore store = launch();
    send(store, SaveCase{"Careful", {{"churn", 4}}});
    send(store, SaveCase{"Hopeful", {{"churn", 3}}});
    CHECK(send(store, RenameCase{"Careful", "Cautious"}) == "1");
    CHECK(send(store, RenameCase{"Cautious", "Cautious"}) == "0");
    const Project* project = active_project(store.workspace());
    REQUIRE(project->saved_cases.size() == 2);
    CHECK(project->saved_cases.front() == SavedCase{"Cautious", {{"churn", 4}}});
    CHECK(send(store, RenameCase{"Cautious", "Hopeful"}) == "name-taken");
    CHECK(send(store, RenameCase{"Cautious", " "}) == "name-invalid");
    CHECK(send(store, RenameCase{"Cautious", "High"}) == "name-invalid");
    CHECK(send(store, RenameCase{"Careful", "Kind"}) == "case-unknown");
    store.append({BatchUndone{store.last_undoable()}}, kNoon);
    CHECK(find_case(*active_project(store.workspace()), "Careful") != nullptr);
}

TEST_CASE("saved cases: saving and removing can be undone") {
    EventStore store = launch();
    send(store, SaveCase{"My case", {{"churn", 4}}});
    store.append({BatchUndone{store.last_undoable()}}, kNoon);
    CHECK(active_project(store.workspace())->saved_cases.empty());
}

TEST_CASE("saved cases: what is no case is refused with its reason") {
    EventStore store = launch();
    CHECK(send(store, SaveCase{"  ", {{"churn", 4}}}) == "name-invalid");
    CHECK(send(store, SaveCase{std::string(200, 'x'), {{"churn", 4}}}) == "name-invalid");
    CHECK(send(store, SaveCase{"Base", {{"churn", 4}}}) == "name-invalid");
    CHECK(send(store, SaveCase{"Empty", {}}) == "case-empty");
    CHECK(send(store, SaveCase{"Wrong", {{"moon", 4}}}) == "figure-unknown");
    CHECK(send(store, SaveCase{"Wrong", {{"churn", 101}}}) == "figure-out-of-range");
    for (std::size_t i = 0; i < kMostCases; ++i) {
        CHECK(send(store, SaveCase{"Case " + std::to_string(i), {{"churn", 4}}}) == "1");
    }
    CHECK(send(store, SaveCase{"One more", {{"churn", 4}}}) == "cases-full");
    CHECK(send(store, SaveCase{"Case 3", {{"churn", 6}}}) == "1");
}

TEST_CASE("saved cases: its year is the base case with its figures, and changes nothing else") {
    EventStore store = launch();
    const Workspace& workspace = store.workspace();
    const Project& project = *active_project(workspace);
    const auto base = forecast(workspace, project, kContext);
    REQUIRE(base);
    const std::int64_t today = last_members(base.value().base());
    const auto loyal = case_year(workspace, project, {"Loyal", {{"churn", 2}}}, kContext);
    const auto same = case_year(workspace,
                                project,
                                {"Same", {{"churn", base.value().basis.figure("churn").value}}},
                                kContext);
    REQUIRE(loyal);
    REQUIRE(same);
    CHECK(last_members(loyal.value()) > today);
    CHECK(last_members(same.value()) == today);
    CHECK(project.own_figures.empty());
}

TEST_CASE("saved cases: a case goes on when its launch has another price") {
    EventStore store = launch();
    send(store, SaveCase{"Cheap", {{"price", 9}}});
    store.append({DecisionRecorded{sample_decision(3, PricingSlots{59.0, "USD", "month", {}})}},
                 kNoon);
    const Workspace& workspace = store.workspace();
    const Project& project = *active_project(workspace);
    const auto year = case_year(workspace, project, project.saved_cases.front(), kContext);
    REQUIRE(year);
    const ForecastMonth& month = year.value().months.back();
    CHECK(month.gross <= 9.0 * static_cast<double>(month.members) + 0.01);
}

TEST_CASE("tour: it is noted once, and Undo does not bring it back") {
    EventStore store = launch();
    CHECK_FALSE(store.workspace().tour_seen);
    CHECK(send(store, NoteTourSeen{}) == "1");
    CHECK(store.workspace().tour_seen);
    CHECK(send(store, NoteTourSeen{}) == "0");
    store.append({BatchUndone{store.last_undoable()}}, kNoon);
    CHECK(store.workspace().tour_seen);
}
