#include "core/domain/decision_words.h"

#include <doctest/doctest.h>

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
