// A small workspace for tests: Maya's profile, a project, and shortcuts for events.
#pragma once

#include <vector>

#include "core/domain/assumptions.h"
#include "core/domain/context.h"
#include "core/domain/event_store.h"
#include "core/domain/workspace.h"

namespace atrium::domain::testing {

// Sunday 22 November 2026, 12:00 UTC.
inline constexpr Date kToday{20779};
inline constexpr Millis kNoon = 20779LL * 24 * 60 * 60 * 1000 + 12LL * 60 * 60 * 1000;

inline Context context_at(int minutes) {
    return {kNoon + minutes * 60'000LL, kToday};
}

inline CreatorProfile sample_profile() {
    CreatorProfile profile = demo_profile(kToday);
    profile.name = "Maya";
    return profile;
}

inline Decision sample_decision(std::uint64_t id, DecisionSlots slots) {
    Decision decision;
    decision.id = DecisionId{id};
    decision.slots = std::move(slots);
    decision.rationale = "Because the readers asked for it.";
    decision.confidence = 0.92;
    decision.source = DecisionSource::Guide;
    decision.at = kNoon;
    decision.on = kToday;
    return decision;
}

// Profile and project, each as its own batch.
inline EventStore started_store() {
    EventStore store;
    store.append({ProfileSaved{sample_profile()}}, kNoon);
    store.append({ProjectStarted{ProjectId{1}, "The Kiln Room", kToday}, SessionResumed{}}, kNoon);
    return store;
}

// What a forecast of this creator rests on, with these decisions made.
inline Assumptions sample_basis(const CreatorProfile& profile,
                                const std::vector<DecisionSlots>& decided = {}) {
    Workspace workspace = started_store().workspace();
    workspace.profile = profile;
    Project& project = workspace.projects.front();
    for (std::size_t i = 0; i < decided.size(); ++i) {
        project.decisions.push_back(sample_decision(i + 2, decided[i]));
    }
    return assumptions_of(workspace, project, context_at(0)).value();
}

}  // namespace atrium::domain::testing
