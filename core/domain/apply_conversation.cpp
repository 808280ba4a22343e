// What messages, suggestions and the session's clock do to the workspace.
#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "core/domain/applier.h"
#include "core/domain/versions.h"

namespace atrium::domain {
namespace {

// Out of those that wait: the one with this id, if it is there.
std::vector<Message> take_waiting(Project& project, MessageId id) {
    const auto rest = std::stable_partition(project.waiting.begin(),
                                            project.waiting.end(),
                                            [&](const Message& m) { return m.id != id; });
    std::vector<Message> taken(std::make_move_iterator(rest),
                               std::make_move_iterator(project.waiting.end()));
    project.waiting.erase(rest, project.waiting.end());
    return taken;
}

}  // namespace

void Applier::operator()(const MessageAdded& event) const {
    note_id(event.message.id.value);
    with_project([&](Project& project) {
        const bool waits = event.message.status == MessageStatus::PendingOffline;
        (waits ? project.waiting : project.messages).push_back(event.message);
    });
}

void Applier::operator()(const MessagesSetAside& event) const {
    with_project([&](Project& project) { set_aside(project, event.from); });
}

void Applier::operator()(const MessageShown& event) const {
    with_project([&](Project& project) { show_message(project, event.id); });
}

void Applier::operator()(const MessagePinned& event) const {
    with_project([&](Project& project) {
        if (!is_pinned(project, event.id)) {
            project.pinned.push_back(event.id);
        }
    });
}

void Applier::operator()(const MessageUnpinned& event) const {
    with_project([&](Project& project) { std::erase(project.pinned, event.id); });
}

void Applier::operator()(const MessageSent& event) const {
    with_project([&](Project& project) {
        for (Message& message : take_waiting(project, event.id)) {
            message.status = MessageStatus::Complete;
            project.messages.push_back(std::move(message));
        }
    });
}

void Applier::operator()(const MessageWithdrawn& event) const {
    with_project([&](Project& project) { take_waiting(project, event.id); });
}

void Applier::operator()(const SuggestionMade& event) const {
    note_id(event.suggestion.id.value);
    with_project([&](Project& project) { project.suggestions.push_back(event.suggestion); });
}

void Applier::operator()(const SuggestionResolved& event) const {
    with_project([&](Project& project) {
        for (Suggestion& suggestion : project.suggestions) {
            if (suggestion.id == event.id) {
                suggestion.state = event.state;
            }
        }
    });
}

void Applier::operator()(const SessionResumed&) const {
    with_project([&](Project& project) {
        if (!project.clock.running) {
            project.clock.running = true;
            project.clock.running_since = recorded.at;
        }
    });
}

void Applier::operator()(const SessionPaused&) const {
    with_project([&](Project& project) { stop_clock(project); });
}

// A clock that was set back must not take time away from the session.
void Applier::stop_clock(Project& project) const {
    if (project.clock.running) {
        project.clock.running = false;
        project.clock.elapsed += std::max<Millis>(0, recorded.at - project.clock.running_since);
    }
}

}  // namespace atrium::domain
