#include "shell/views/history_index.h"

#include "core/domain/event_origin.h"

namespace atrium::shell {

void HistoryIndex::follow(const domain::EventStore& store) {
    const std::vector<domain::RecordedEvent>& history = store.history();
    if (history.size() < followed_) {
        *this = HistoryIndex{};
    }
    if (history.size() == followed_) {
        return;
    }
    for (; followed_ < history.size(); ++followed_) {
        take(history[followed_], followed_);
    }
    can_undo_ = static_cast<bool>(store.last_undoable());
}

void HistoryIndex::take(const domain::RecordedEvent& recorded, std::size_t position) {
    const auto keep = [&](domain::MessageId message) {
        if (message) {
            outcomes_[message.value].push_back({position, recorded.batch});
        }
    };
    if (const auto* added = std::get_if<domain::MessageAdded>(&recorded.event)) {
        const bool asks = added->message.author == domain::Author::Creator &&
                          added->message.status != domain::MessageStatus::PendingOffline;
        unanswered_ = asks ? added->message.id : domain::MessageId{};
        return;
    }
    const domain::MessageId origin = domain::origin_of(recorded.event);
    keep(origin);
    const auto* saved = std::get_if<domain::DocumentSaved>(&recorded.event);
    if (saved != nullptr && saved->author != "creator") {
        drafts_saved_.push_back(recorded.batch);
        // In older histories a document does not say which message asked for it: the one that was
        // being answered. What a button drafts or rewrites belongs to no message.
        if (!origin) {
            keep(unanswered_);
        }
    }
}

const std::vector<Outcome>& HistoryIndex::outcomes_of(domain::MessageId message) const {
    static const std::vector<Outcome> kNone;
    const auto found = outcomes_.find(message.value);
    return found == outcomes_.end() ? kNone : found->second;
}

}  // namespace atrium::shell
