#include "core/domain/event_store.h"

#include <random>

#include <doctest/doctest.h>

#include "tests/core/sample_workspace.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

Event price(std::uint64_t id, double amount) {
    return DecisionRecorded{sample_decision(id, PricingSlots{amount, "USD", "month", {}})};
}

double current_price(const EventStore& store) {
    const auto* slots = current_slots<PricingSlots>(*active_project(store.workspace()));
    return slots != nullptr ? *slots->amount : 0;
}

}  // namespace

TEST_CASE("event store: a newer decision supersedes the older one and undo restores it") {
    EventStore store = started_store();
    store.append({price(2, 19)}, kNoon);
    const BatchId newer = store.append({price(3, 29)}, kNoon).front().batch;
    CHECK(current_price(store) == 29);
    store.append({BatchUndone{newer}}, kNoon);
    CHECK(current_price(store) == 19);
    CHECK(active_project(store.workspace())->decisions.size() == 1);
    store.append({BatchRedone{newer}}, kNoon);
    CHECK(current_price(store) == 29);
}

TEST_CASE("event store: undoing an older decision leaves the newer one in force") {
    EventStore store = started_store();
    const BatchId older = store.append({price(2, 19)}, kNoon).front().batch;
    store.append({price(3, 29)}, kNoon);
    store.append({BatchUndone{older}}, kNoon);
    CHECK(current_price(store) == 29);
}

TEST_CASE("event store: messages, projects and sessions cannot be undone") {
    EventStore store = started_store();
    CHECK_FALSE(store.last_undoable());
    Message message;
    message.id = MessageId{2};
    const BatchId batch = store.append({MessageAdded{message}}, kNoon).front().batch;
    CHECK_FALSE(store.can_undo(batch));
    CHECK_FALSE(store.can_undo(BatchId{99}));
}

TEST_CASE("event store: redo is gone after something new") {
    EventStore store = started_store();
    const BatchId batch = store.append({price(2, 19)}, kNoon).front().batch;
    store.append({BatchUndone{batch}}, kNoon);
    CHECK(store.last_redoable() == batch);
    store.append({TaskCompleted{"set-price", CompletedVia::Manual, {}, 1, ""}}, kNoon);
    CHECK_FALSE(store.last_redoable());
}

TEST_CASE("event store: an id of an undone batch is not given away again") {
    EventStore store = started_store();
    const BatchId batch = store.append({price(7, 19)}, kNoon).front().batch;
    store.append({BatchUndone{batch}}, kNoon);
    CHECK(store.workspace().last_id == 7);
    const EventStore reloaded(store.history());
    CHECK(reloaded.workspace().last_id == 7);
}

TEST_CASE(
    "event store: a decision closes the open suggestions about it, and undo opens them again") {
    EventStore store = started_store();
    Suggestion suggestion;
    suggestion.id = SuggestionId{2};
    suggestion.action = ProposedDecision{PricingSlots{19.0, "USD", "month", {}}, "", 0.7};
    store.append({SuggestionMade{suggestion}}, kNoon);
    const BatchId batch = store.append({price(3, 29)}, kNoon).front().batch;
    const auto state = [&] {
        return active_project(store.workspace())->suggestions[0].state;
    };
    CHECK(state() == Suggestion::State::Dismissed);
    store.append({BatchUndone{batch}}, kNoon);
    CHECK(state() == Suggestion::State::Open);
}

TEST_CASE("event store: an event for a project that is gone changes nothing") {
    EventStore store;
    store.append({price(2, 19), SessionPaused{}, TaskReopened{"set-price"}}, kNoon);
    CHECK(store.workspace().projects.empty());
}

TEST_CASE("event store: a clock set back takes no time from the session") {
    EventStore store = started_store();
    store.append({SessionPaused{}}, kNoon - 3'600'000);
    CHECK(active_project(store.workspace())->clock.elapsed == 0);
}

// Random histories from a fixed seed.
TEST_CASE(
    "event store: replay gives the same state, and undo the state before, whatever happened") {
    std::mt19937 random(20261122);
    const auto chance = [&](int sides) {
        return static_cast<int>(random() % sides);
    };
    for (int round = 0; round < 200; ++round) {
        EventStore store = started_store();
        for (int step = 0; step < 30; ++step) {
            Workspace before = store.workspace();
            const std::uint64_t id = before.last_id + 1;
            Event event = TaskCompleted{"run-beta", CompletedVia::Manual, {}, 1, ""};
            switch (chance(8)) {
                case 0:
                    event = price(id, 5 + chance(40));
                    break;
                case 1:
                    event = DecisionRecorded{sample_decision(id, PlatformSlots{"circle"})};
                    break;
                case 2:
                    event = TaskSkipped{"seed-content", "later"};
                    break;
                case 3:
                    event = TaskEstimated{"seed-content", 1.0 + chance(5)};
                    break;
                case 4:
                    event = DocumentSaved{
                        DocumentId{id}, "price-page", "P", "set-price", "text", "guide"};
                    break;
                case 5:
                    event = chance(2) == 0 ? AssumptionChanged{"churn", 1.0 + chance(9), kToday}
                                           : AssumptionChanged{"churn", std::nullopt, kToday};
                    break;
                case 6:
                    event = BatchUndone{store.last_undoable()};
                    break;
                default:
                    break;
            }
            const BatchId batch = store.append({event}, kNoon + step).front().batch;
            if (store.can_undo(batch)) {
                store.append({BatchUndone{batch}}, kNoon + step);
                Workspace after = store.workspace();
                before.last_id = after.last_id;
                REQUIRE(after == before);
                store.append({BatchRedone{batch}}, kNoon + step);
            }
        }
        const EventStore replayed(store.history());
        REQUIRE(replayed.workspace() == store.workspace());
        REQUIRE(replayed.last_redoable() == store.last_redoable());
    }
}
