#include "core/domain/kit/kit.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "core/domain/backup.h"
#include "core/domain/guide/draft.h"
#include "core/domain/kit/calendar.h"
#include "core/domain/kit/community.h"
#include "core/domain/kit/documents.h"
#include "tests/core/sample_workspace.h"

using namespace atrium::domain;
using namespace atrium::domain::kit;
using namespace atrium::domain::testing;

namespace {

EventStore decided_store() {
    EventStore store = started_store();
    Message message;
    message.id = MessageId{20};
    message.text = "Discord it is, =HYPERLINK(\"x\")";
    message.at = kNoon;
    store.append({MessageAdded{message}}, kNoon);
    store.append({DecisionRecorded{sample_decision(21, PlatformSlots{"discord"})},
                  DecisionRecorded{sample_decision(22, PricingSlots{29.0, "USD", "month", {}})},
                  DecisionRecorded{sample_decision(23, StructureSlots{1, 8, 3})},
                  DecisionRecorded{sample_decision(24, TimelineSlots{Date{20'849}, {}, {}})},
                  DecisionRecorded{sample_decision(25, ContentSlots{"weekly", "live call"})}},
                 kNoon);
    store.append({TaskCompleted{"define-promise", CompletedVia::Manual, {}, 1, "=1+1"},
                  TaskSkipped{"run-beta", "No <b>time</b>"}},
                 kNoon);
    for (std::uint64_t id : {30, 31}) {
        store.append({DocumentSaved{
                         DocumentId{id}, "price-page", "The price", "set-price", "# $29", "guide"}},
                     kNoon);
    }
    return store;
}

std::vector<KitFile> kit_of(const EventStore& store) {
    const Project* project = active_project(store.workspace());
    auto files = launch_kit({store.workspace(), *project, store.history(), context_at(0)});
    REQUIRE(files);
    return std::move(files).value();
}

std::string file(const std::vector<KitFile>& files, std::string_view path) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const KitFile& candidate) {
        return candidate.path == path;
    });
    REQUIRE_MESSAGE(found != files.end(), path);
    return found->bytes;
}

bool has(const std::vector<KitFile>& files, std::string_view path) {
    return std::any_of(files.begin(), files.end(), [&](const KitFile& candidate) {
        return candidate.path == path;
    });
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("launch kit: it holds every product, and each document once") {
    const std::vector<KitFile> files = kit_of(decided_store());
    for (const char* path : {"README.md",
                             "plan.md",
                             "plan.html",
                             "tasks.csv",
                             "forecast.csv",
                             "forecast-figures.csv",
                             "calendar.ics",
                             "community-blueprint.json",
                             "access-matrix.csv",
                             "access-matrix.md",
                             "transcript.md",
                             "atrium-backup.json",
                             "documents/the-price.md",
                             "documents/the-price-2.md"}) {
        CAPTURE(path);
        CHECK(!file(files, path).empty());
    }
    CHECK(files.front().path == "README.md");
}

TEST_CASE("launch kit: the plan says decisions, tasks, money and gates in this creator's numbers") {
    const std::string plan = file(kit_of(decided_store()), "plan.md");
    CHECK(contains(plan, "| Price | $29 a month |"));
    CHECK(contains(plan, "31 January 2027"));
    CHECK(contains(plan, "Glaze recipes"));
    CHECK(contains(plan, "### Day 30"));
    CHECK(contains(plan, "our estimate"));
    CHECK(contains(plan, "No \\<b\\>time"));
}

TEST_CASE("launch kit: the tasks' table is safe to open") {
    const std::string table = file(kit_of(decided_store()), "tasks.csv");
    CHECK(contains(table, ",'=1+1,"));
    CHECK(contains(table, ",skipped,"));
    CHECK(std::count(table.begin(), table.end(), '\n') == 23);
}

TEST_CASE(
    "launch kit: the calendar holds open tasks, launch day, the offer's end and the run-book") {
    const EventStore store = decided_store();
    const std::string calendar = file(kit_of(store), "calendar.ics");
    CHECK_FALSE(contains(calendar, "UID:task-define-promise"));
    CHECK_FALSE(contains(calendar, "UID:task-run-beta"));
    CHECK(contains(calendar, "UID:task-pick-platform-1-1795348800000@atrium"));
    CHECK(contains(calendar, "UID:launch-1-1795348800000@atrium"));
    CHECK(contains(calendar, "DTSTART;VALUE=DATE:20270131"));
    CHECK(contains(calendar, "UID:founding-closes-"));
    for (const char* gate : {"day-3", "day-7", "day-14", "day-30"}) {
        CHECK(contains(calendar, std::string("UID:run-book-") + gate + "-"));
    }
    CHECK(contains(calendar, "DTSTART;VALUE=DATE:20270302"));  // day 30
}

TEST_CASE("launch kit: a later export keeps the UIDs and raises the sequence") {
    EventStore store = decided_store();
    const std::string before = file(kit_of(store), "calendar.ics");
    store.append({DecisionRecorded{sample_decision(40, TimelineSlots{Date{20'856}, {}, {}})}},
                 kNoon);
    const std::string after = file(kit_of(store), "calendar.ics");
    CHECK(contains(before, "SEQUENCE:13"));
    CHECK(contains(after, "SEQUENCE:14"));
    CHECK(contains(after, "UID:launch-1-1795348800000@atrium"));
    CHECK(contains(after, "DTSTART;VALUE=DATE:20270207"));
}

TEST_CASE("launch kit: its backup restores exactly the state") {
    const EventStore store = decided_store();
    const auto history = history_from_backup(file(kit_of(store), "atrium-backup.json"));
    REQUIRE(history);
    CHECK(history.value() == store.history());
    CHECK(EventStore(history.value()).workspace() == store.workspace());
}

TEST_CASE("launch kit: a document without a heading of its own begins with its title") {
    Project project;
    project.documents = {{DocumentId{1}, "rules", "The *rules*", "", {{"Be kind.", 0, "guide"}}},
                         {DocumentId{2}, "page", "Page", "", {{"# My page\n", 0, "you"}}}};
    const std::vector<KitFile> files = document_files(project);
    CHECK(files[0].bytes == "# The \\*rules\\*\n\nBe kind.\n");
    CHECK(files[1].bytes == "# My page\n");
}

TEST_CASE("launch kit: the structure map that the guide drafts names the blueprint's places") {
    const EventStore store = decided_store();
    const auto map = draft_document("structure-map", store.workspace(), context_at(0));
    REQUIRE(map);
    const Community community =
        community_of(*store.workspace().profile, *active_project(store.workspace()));
    for (const Place& place : community.places) {
        CHECK(contains(map.value(), "| " + place.name + " |"));
    }
}

TEST_CASE("launch kit: the same state at the same moment gives the same bytes") {
    const EventStore store = decided_store();
    const auto first = launch_kit_zip(kit_of(store), context_at(0));
    REQUIRE(first);
    CHECK(first.value() == launch_kit_zip(kit_of(store), context_at(0)).value());
}

TEST_CASE("launch kit: without decisions it says what is missing instead of inventing it") {
    const EventStore store = started_store();
    const std::vector<KitFile> files = kit_of(store);
    CHECK_FALSE(has(files, "community-blueprint.json"));
    const std::string readme = file(files, "README.md");
    CHECK(contains(readme, "decide on a platform"));
    CHECK(contains(readme, "No opening day is decided"));
    CHECK_FALSE(contains(file(files, "calendar.ics"), "UID:run-book"));
    CHECK(launch_kit_name(*active_project(store.workspace())) == "the-kiln-room-launch-kit.zip");
}

TEST_CASE("launch kit: a price beyond reckoning leaves the forecast out and says so") {
    EventStore store = started_store();
    store.append({DecisionRecorded{sample_decision(2, PricingSlots{1e9, "USD", "month", {}})}},
                 kNoon);
    const std::vector<KitFile> files = kit_of(store);
    CHECK_FALSE(has(files, "forecast.csv"));
    CHECK(contains(file(files, "README.md"), "There is no forecast"));
    CHECK(contains(file(files, "plan.md"), "## Forecast"));
}

TEST_CASE("launch kit: before the setup there is nothing to export") {
    const Workspace workspace;
    const Project project;
    const auto files = launch_kit({workspace, project, {}, context_at(0)});
    REQUIRE_FALSE(files);
    CHECK(files.error().code == "profile-missing");
}
