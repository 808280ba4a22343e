// What came of each message, read once from the history as it grows: the conversation shows it
// under the message, also what was undone, and does not search ten thousand events in every frame.
//
//     index.follow(engine.store());
//     for (const Outcome& outcome : index.outcomes_of(message.id)) ...
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "core/domain/event_store.h"

namespace atrium::shell {

// A DecisionRecorded, TaskCompleted, PlanChangeNoted, SuggestionMade or DocumentSaved.
struct Outcome {
    std::size_t position = 0;  // in the store's history
    domain::BatchId batch;
};

class HistoryIndex {
 public:
    // Takes in what was recorded since the last call. The store must be the same one, grown.
    void follow(const domain::EventStore& store);

    [[nodiscard]] const std::vector<Outcome>& outcomes_of(domain::MessageId message) const;

    // EventStore's own answer, kept until the history grows.
    [[nodiscard]] bool can_undo() const { return can_undo_; }

    // The batches in which Atrium has saved versions of documents, also the undone ones.
    [[nodiscard]] const std::vector<domain::BatchId>& drafts_saved() const { return drafts_saved_; }

 private:
    void take(const domain::RecordedEvent& recorded, std::size_t position);

    std::unordered_map<std::uint64_t, std::vector<Outcome>> outcomes_;
    std::size_t followed_ = 0;
    domain::MessageId unanswered_;  // the creator's message that is being answered
    bool can_undo_ = false;
    std::vector<domain::BatchId> drafts_saved_;
};

}  // namespace atrium::shell
