#include <algorithm>

#include "core/domain/handler.h"
#include "core/domain/versions.h"

namespace atrium::domain {
Events Handler::operator()(const WithdrawMessage& command) const {
    return in_project([&](const Project& project) -> Events {
        const std::vector<Message>& waiting = project.waiting;
        if (std::none_of(waiting.begin(), waiting.end(), [&](const Message& message) {
                return message.id == command.id;
            })) {
            return unknown_message();
        }
        std::vector<Event> events = {MessageWithdrawn{command.id}};
        // It may have been other words for a message that was set aside for it.
        const MessageId before = version_without_successor(project);
        if (before && waiting.size() == 1) {
            events.push_back(MessageShown{before});
        }
        return events;
    });
}

Events Handler::operator()(const PinMessage& command) const {
    return in_project([&](const Project& project) -> Events {
        if (find_in_versions(project, command.id) == nullptr) {
            return unknown_message();
        }
        return is_pinned(project, command.id) ? std::vector<Event>{}
                                              : std::vector<Event>{MessagePinned{command.id}};
    });
}

Events Handler::operator()(const UnpinMessage& command) const {
    return in_project([&](const Project& project) -> Events {
        return is_pinned(project, command.id) ? std::vector<Event>{MessageUnpinned{command.id}}
                                              : std::vector<Event>{};
    });
}

}  // namespace atrium::domain
