#include "core/domain/event_store.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "core/domain/apply.h"
#include "core/domain/event_origin.h"

namespace atrium::domain {
namespace {

template <typename T, typename... Kinds>
constexpr bool is_one_of = (std::is_same_v<T, Kinds> || ...);

bool is_undoable(const Event& event) {
    return std::visit(
        [](const auto& kind) {
            return is_one_of<std::decay_t<decltype(kind)>,
                             ProjectRenamed,
                             DecisionRecorded,
                             TaskCompleted,
                             TaskReopened,
                             TaskSkipped,
                             TaskRestored,
                             TaskEstimated,
                             TaskAdded,
                             TaskEdited,
                             TaskRemoved,
                             TaskMoved,
                             PlanChangeNoted,
                             SuggestionMade,
                             SuggestionResolved,
                             DocumentSaved,
                             DocumentAccepted,
                             SettingsChanged,
                             AssumptionChanged,
                             CaseSaved,
                             CaseRemoved,
                             CaseRenamed>;
        },
        event);
}

}  // namespace

EventStore::EventStore(std::vector<RecordedEvent> history) : history_(std::move(history)) {
    bool must_replay = false;
    for (const RecordedEvent& recorded : history_) {
        last_batch_ = std::max(last_batch_, recorded.batch);
        must_replay |= follow_undo(recorded);
        apply(workspace_, recorded);
    }
    if (must_replay) {
        replay();
    }
    follow_versions();
}

std::vector<RecordedEvent> EventStore::append(std::vector<Event> events, Millis at) {
    std::vector<RecordedEvent> recorded;
    if (events.empty()) {
        return recorded;
    }
    const BatchId batch{last_batch_.value + 1};
    last_batch_ = batch;
    bool must_replay = false;
    for (Event& event : events) {
        const std::uint64_t seq = history_.empty() ? 1 : history_.back().seq + 1;
        history_.push_back({seq, at, batch, std::move(event)});
        recorded.push_back(history_.back());
        must_replay |= follow_undo(history_.back());
        if (!must_replay) {
            apply(workspace_, history_.back());
        }
    }
    if (must_replay) {
        replay();
    }
    follow_versions();
    return recorded;
}

// Keeps the sets of undone and redoable batches; true when the state must be built anew.
bool EventStore::follow_undo(const RecordedEvent& recorded) {
    if (const auto* undone = std::get_if<BatchUndone>(&recorded.event)) {
        undone_.insert(undone->batch);
        redo_stack_.push_back(undone->batch);
        return true;
    }
    if (const auto* redone = std::get_if<BatchRedone>(&recorded.event)) {
        undone_.erase(redone->batch);
        redo_stack_.erase(std::remove(redo_stack_.begin(), redo_stack_.end(), redone->batch),
                          redo_stack_.end());
        return true;
    }
    if (is_undoable(recorded.event)) {
        redo_stack_.clear();
    }
    return false;
}

// Which messages are shown does not depend on any batch that can be set aside, so one replay does.
void EventStore::follow_versions() {
    std::set<BatchId> batches = batches_set_aside();
    if (batches != set_aside_) {
        set_aside_ = std::move(batches);
        replay();
    }
}

std::set<BatchId> EventStore::batches_set_aside() const {
    std::set<MessageId> messages;
    std::set<BatchId> batches;
    for (const Project& project : workspace_.projects) {
        for (const Branch& branch : project.branches) {
            for (const Message& message : branch.messages) {
                messages.insert(message.id);
                batches.insert(message.records.begin(), message.records.end());
            }
        }
    }
    if (messages.empty()) {
        return {};
    }
    for (const RecordedEvent& recorded : history_) {
        if (messages.count(origin_of(recorded.event)) != 0) {
            batches.insert(recorded.batch);
        }
    }
    std::erase_if(batches, [&](BatchId batch) { return !consists_of_undoable(batch); });
    return batches;
}

void EventStore::replay() {
    const std::uint64_t last_id = workspace_.last_id;
    workspace_ = Workspace{};
    for (const RecordedEvent& recorded : history_) {
        if (!is_undone(recorded.batch) && !is_set_aside(recorded.batch)) {
            apply(workspace_, recorded);
        }
    }
    // An id of an undone batch must not be given away again: the batch may come back.
    workspace_.last_id = std::max(workspace_.last_id, last_id);
}

bool EventStore::can_undo(BatchId batch) const {
    return batch && !is_undone(batch) && !is_set_aside(batch) && consists_of_undoable(batch);
}

bool EventStore::consists_of_undoable(BatchId batch) const {
    const auto first = std::lower_bound(
        history_.begin(), history_.end(), batch, [](const RecordedEvent& recorded, BatchId wanted) {
            return recorded.batch < wanted;
        });
    const auto last = std::find_if(first, history_.end(), [&](const RecordedEvent& recorded) {
        return recorded.batch != batch;
    });
    return first != last && std::all_of(first, last, [](const RecordedEvent& recorded) {
               return is_undoable(recorded.event);
           });
}

BatchId EventStore::last_undoable() const {
    for (auto recorded = history_.rbegin(); recorded != history_.rend(); ++recorded) {
        if (can_undo(recorded->batch)) {
            return recorded->batch;
        }
    }
    return {};
}

bool EventStore::can_redo(BatchId batch) const {
    return !is_set_aside(batch) &&
           std::find(redo_stack_.begin(), redo_stack_.end(), batch) != redo_stack_.end();
}

BatchId EventStore::last_redoable() const {
    const auto newest = std::find_if(redo_stack_.rbegin(), redo_stack_.rend(), [&](BatchId batch) {
        return !is_set_aside(batch);
    });
    return newest == redo_stack_.rend() ? BatchId{} : *newest;
}

}  // namespace atrium::domain
