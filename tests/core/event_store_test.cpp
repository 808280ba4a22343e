#include "core/domain/event_store.h"

#include <random>

#include <doctest/doctest.h>

#include "core/domain/plan_template.h"
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

TEST_CASE("event store: an answer that claims to have recorded the project takes nothing with it") {
    EventStore store = started_store();
    Message message;
    message.id = MessageId{2};
    message.records = {BatchId{1}, BatchId{2}, BatchId{99}};
    store.append({MessageAdded{message}}, kNoon);
    store.append({MessagesSetAside{message.id}}, kNoon);
    CHECK(active_project(store.workspace()) != nullptr);
    CHECK(store.workspace().profile);
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

namespace {

// Events of every kind that can be undone, and now and then of another, from a fixed seed.
class RandomEvents {
 public:
    Event next(const EventStore& store) {
        const std::uint64_t id = store.workspace().last_id + 1;
        const std::string task(kTaskIds[chance(kTaskIds.size())]);
        switch (chance(22)) {
            case 0:
                return came_of(store, sample_decision(id, PricingSlots{5.0, "USD", "month", {}}));
            case 15:
                return price(id, 5.0 + static_cast<double>(chance(40)));
            case 16:
                return TaskCompleted{
                    task, CompletedVia::AiAuto, any_message(store), 0.9, "as said"};
            case 17:
                return MessagesSetAside{any_message(store)};
            case 18:
            case 19:
                return MessageShown{any_message(store)};
            case 20:
                return chance(2) == 0 ? Event(MessagePinned{any_message(store)})
                                      : Event(MessageUnpinned{any_message(store)});
            case 1:
                return DecisionRecorded{
                    sample_decision(id, PlatformSlots{chance(2) == 0 ? "circle" : "discord"})};
            case 2:
                return TaskCompleted{task, CompletedVia::Manual, {}, 1, "note"};
            case 3:
                return TaskReopened{task};
            case 4:
                return TaskSkipped{task, "later"};
            case 5:
                return TaskRestored{task};
            case 6:
                return TaskEstimated{task, 1.0 + static_cast<double>(chance(5))};
            case 7:
                return SuggestionMade{suggestion(id, task)};
            case 8:
                return SuggestionResolved{any_suggestion(store), Suggestion::State::Dismissed};
            case 9:
                return DocumentSaved{DocumentId{id}, "price-page", "P", task, "text", "guide"};
            case 10:
                return DocumentSaved{any_document(store, id), "price-page", "P", task, "2", "you"};
            case 11:
                return SettingsChanged{{ThemeChoice::Dark, {}, {}, 1.0, std::to_string(id)}};
            case 12:
                return ProjectRenamed{"Name " + std::to_string(id)};
            case 13:
                return chance(3) == 0 ? AssumptionChanged{"churn", std::nullopt, kToday}
                                      : AssumptionChanged{"churn", double(chance(9)), kToday};
            case 14:
                return MessageAdded{message(store, id)};
            default:
                return BatchUndone{store.last_undoable()};
        }
    }

 private:
    std::uint64_t chance(std::uint64_t sides) { return random_() % sides; }

    // Of the creator, or an answer that recorded what came just before it.
    Message message(const EventStore& store, std::uint64_t id) {
        Message result;
        result.id = MessageId{id};
        if (chance(2) == 0) {
            result.author = Author::Claude;
            result.records = {store.history().back().batch};
        }
        return result;
    }

    MessageId any_message(const EventStore& store) {
        std::vector<MessageId> all;
        const Project& project = *active_project(store.workspace());
        for (const Message& shown : project.messages) {
            all.push_back(shown.id);
        }
        for (const Branch& branch : project.branches) {
            for (const Message& aside : branch.messages) {
                all.push_back(aside.id);
            }
        }
        return all.empty() ? MessageId{} : all[chance(all.size())];
    }

    Event came_of(const EventStore& store, Decision decision) {
        decision.message = any_message(store);
        return DecisionRecorded{std::move(decision)};
    }

    Suggestion suggestion(std::uint64_t id, const std::string& task) {
        Suggestion result;
        result.id = SuggestionId{id};
        result.action = ProposedTask{task, "", 0.7};
        if (chance(2) == 0) {
            result.action = ProposedDecision{PlatformSlots{"skool"}, "", 0.7};
        }
        return result;
    }

    SuggestionId any_suggestion(const EventStore& store) {
        const auto& all = active_project(store.workspace())->suggestions;
        return all.empty() ? SuggestionId{} : all[chance(all.size())].id;
    }

    DocumentId any_document(const EventStore& store, std::uint64_t id) {
        const auto& all = active_project(store.workspace())->documents;
        return all.empty() ? DocumentId{id} : all[chance(all.size())].id;
    }

    std::mt19937 random_{20261122};
};

}  // namespace

TEST_CASE(
    "event store: replay gives the same state, and undo the state before, whatever happened") {
    RandomEvents events;
    int undone = 0;
    int versions = 0;
    for (int round = 0; round < 200; ++round) {
        EventStore store = started_store();
        for (int step = 0; step < 40; ++step) {
            Workspace before = store.workspace();
            const BatchId batch =
                store.append({events.next(store), events.next(store)}, kNoon + step).front().batch;
            if (!store.can_undo(batch)) {
                continue;
            }
            const Workspace after = store.workspace();
            store.append({BatchUndone{batch}}, kNoon + step);
            // Ids of what was undone are not given away again.
            before.last_id = store.workspace().last_id;
            REQUIRE(store.workspace() == before);
            store.append({BatchRedone{batch}}, kNoon + step);
            REQUIRE(store.workspace() == after);
            ++undone;
        }
        const EventStore replayed(store.history());
        REQUIRE(replayed.workspace() == store.workspace());
        REQUIRE(replayed.last_redoable() == store.last_redoable());
        versions += static_cast<int>(active_project(store.workspace())->branches.size());
    }
    CHECK(undone > 3'000);
    CHECK(versions > 100);
}
