#include "core/domain/decision_words.h"

#include <doctest/doctest.h>

#include "core/domain/creator_task.h"
#include "core/domain/guide/draft.h"
#include "tests/core/sample_workspace.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

TEST_CASE("decision words: a structure has channels until Circle is decided, then spaces") {
    EventStore store = started_store();
    const DecisionSlots structure = StructureSlots{1, 8, 3};
    const auto words = [&] {
        return decision_label(*active_project(store.workspace()), structure);
    };
    CHECK(words() == "1 tier, 8 channels, 3 roles");
    store.append({DecisionRecorded{sample_decision(2, PlatformSlots{"circle"})}}, kNoon);
    CHECK(words() == "1 tier, 8 spaces, 3 roles");
    store.append({DecisionRecorded{sample_decision(3, PlatformSlots{"discord"})}}, kNoon);
    CHECK(words() == "1 tier, 8 channels, 3 roles");
}

TEST_CASE("decision words: on Circle the plan sets up spaces, and no task speaks of channels") {
    EventStore store = started_store();
    const auto project = [&]() -> const Project& {
        return *active_project(store.workspace());
    };
    CHECK(task_title(project(), "set-up-channels") == "Set up the channels");
    CHECK(draft_title("channel-guide") == "Channel guide");
    store.append({DecisionRecorded{sample_decision(2, PlatformSlots{"circle"})}}, kNoon);
    CHECK(task_title(project(), "set-up-channels") == "Set up the spaces");
    CHECK(task_short_title(project(), "set-up-channels") == "Spaces");
    CHECK(draft_title(project(), "channel-guide") == "Space guide");
    for (const CreatorTask& task : creator_tasks(store.workspace(), project())) {
        std::string words = task.spec.title + task.spec.short_title + task.spec.guidance +
                            task.spec.deliverable + task.spec.definition_of_done;
        for (const std::string& check : task.spec.checks) {
            words += check;
        }
        CAPTURE(words);
        CHECK(words.find("hannel") == std::string::npos);
    }
    CHECK(in_room_words(project(), "Channels, channels") == "Spaces, spaces");
}

TEST_CASE("decision words: inside a sentence a rhythm is written small, a name and a day are not") {
    const auto words = [](const DecisionSlots& slots) {
        return label_in_sentence(slots, decision_label(slots));
    };
    CHECK(words(ContentSlots{"biweekly", ""}) == "every two weeks");
    CHECK(words(ContentSlots{"weekly", "live call"}) == "weekly live call");
    CHECK(words(ContentSlots{"", "Q&A"}) == "Q&A");
    CHECK(words(PricingSlots{0, "USD", "", {}}) == "free");
    CHECK(words(PlatformSlots{"circle"}) == "Circle");
    CHECK(words(TimelineSlots{Date{20803}, {}, {}}) ==
          decision_label(TimelineSlots{Date{20803}, {}, {}}));
}
