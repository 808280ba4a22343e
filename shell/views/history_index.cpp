#include "shell/views/history_index.h"

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
        if (added->message.author == domain::Author::Creator) {
            last_creator_message_ = added->message.id;
        }
    } else if (const auto* decided = std::get_if<domain::DecisionRecorded>(&recorded.event)) {
        keep(decided->decision.message);
    } else if (const auto* completed = std::get_if<domain::TaskCompleted>(&recorded.event)) {
        keep(completed->message);
    } else if (const auto* noted = std::get_if<domain::PlanChangeNoted>(&recorded.event)) {
        keep(noted->message);
    } else if (const auto* suggested = std::get_if<domain::SuggestionMade>(&recorded.event)) {
        keep(suggested->suggestion.message);
    } else if (const auto* saved = std::get_if<domain::DocumentSaved>(&recorded.event)) {
        // A document does not say which message asked for it; the newest one did.
        if (saved->author != "creator") {
            keep(last_creator_message_);
            ++drafts_saved_;
        }
    }
}

const std::vector<Outcome>& HistoryIndex::outcomes_of(domain::MessageId message) const {
    static const std::vector<Outcome> kNone;
    const auto found = outcomes_.find(message.value);
    return found == outcomes_.end() ? kNone : found->second;
}

}  // namespace atrium::shell
