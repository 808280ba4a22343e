// The history of a workspace and the state it adds up to. Appending applies; undoing a batch replays
// the history without it, so undo needs no inverse of any event and cannot drift from the truth.
#pragma once

#include <set>
#include <vector>

#include "core/domain/event.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

class EventStore {
 public:
    EventStore() = default;

    // Continues a history that was loaded; it must be in order of seq.
    explicit EventStore(std::vector<RecordedEvent> history);

    // Gives the events their place in history as one batch, applies them and returns them as
    // recorded, for the journal. Nothing is returned for no events.
    std::vector<RecordedEvent> append(std::vector<Event> events, Millis at);

    const Workspace& workspace() const { return workspace_; }

    const std::vector<RecordedEvent>& history() const { return history_; }

    // A batch can be taken back when it changed decisions, tasks, suggestions, documents or settings
    // and is in force. Messages, sessions and projects are not undone; messages have versions.
    bool can_undo(BatchId batch) const;

    // The newest batch that can be taken back; none: BatchId{}.
    BatchId last_undoable() const;

    // A batch can be put back that was taken back, unless something undoable has happened since.
    bool can_redo(BatchId batch) const;

    // The one that was taken back last; none: BatchId{}.
    BatchId last_redoable() const;

    bool is_undone(BatchId batch) const { return undone_.count(batch) != 0; }

    // The batch came of a message that is not shown now: it has no effect until it is (versions.h).
    bool is_set_aside(BatchId batch) const { return set_aside_.count(batch) != 0; }

 private:
    bool follow_undo(const RecordedEvent& recorded);
    void follow_versions();
    std::set<BatchId> batches_set_aside() const;
    bool consists_of_undoable(BatchId batch) const;
    void replay();

    std::vector<RecordedEvent> history_;
    std::set<BatchId> undone_;
    std::set<BatchId> set_aside_;
    std::vector<BatchId> redo_stack_;
    Workspace workspace_;
    BatchId last_batch_;
};

}  // namespace atrium::domain
