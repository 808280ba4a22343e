// Versions of one place in the conversation: an answer that was asked for again, an own message that
// was sent again in other words. What stood there, with all that followed it, is set aside and can
// be shown again. So the conversation is a tree, and Project::messages is the path through it that
// is shown: whoever reads the conversation (prompt, guide, list, transcript) reads that path alone.
//
// What came of a message goes with it: the batches that an answer recorded (Message::records) hold
// while that answer is shown, those that came of the creator's words while these are. A decision made
// by hand, on a card or in a dialog, belongs to no message and stays. EventStore sees to it by
// replaying without the batches of what is set aside; stepping back brings them back, and an answer
// that is asked for again finds the state as it was before, so nothing is recorded twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/domain/workspace.h"

namespace atrium::domain {

// The versions at the place of a message that is shown, oldest first; the shown one is among them.
// One that has no text (it failed at once) counts only while it is shown.
struct Versions {
    std::vector<MessageId> ids;
    std::size_t shown = 0;

    bool operator==(const Versions&) const = default;
};

// `place` is in Project::messages.
[[nodiscard]] Versions versions_at(const Project& project, std::size_t place);

// Sets the message and all that follows it aside; nothing happens when it is not shown.
void set_aside(Project& project, MessageId from);

// Shows a message that was set aside, with what stood before and after it; what has its place now is
// set aside. Nothing happens when it is not there.
void show_message(Project& project, MessageId id);

// Shown or set aside; null when it is neither.
[[nodiscard]] const Message* find_in_versions(const Project& project, MessageId id);

// What all answers have cost, those that are set aside too.
[[nodiscard]] std::int64_t conversation_cost_nano_usd(const Project& project);

// What followed the last message before it was set aside, when nothing has taken its place: an answer
// that was asked for again and never came. None: MessageId{}.
[[nodiscard]] MessageId version_without_successor(const Project& project);

}  // namespace atrium::domain
