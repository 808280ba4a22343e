// One turn of the conversation, as it is kept.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "core/protocol/usage.h"

namespace atrium::domain {

enum class Author { Creator, Guide, Claude };

enum class MessageStatus {
    Complete,
    Stopped,         // the creator pressed Stop; the text so far is kept
    Failed,          // cut off or refused; the text so far is kept, `problem` says why
    PendingOffline,  // a creator's message that waits for the connection (Project::waiting)
};

struct Message {
    MessageId id;
    Author author = Author::Creator;
    std::string text;  // Markdown
    Millis at = 0;
    MessageStatus status = MessageStatus::Complete;
    std::string problem;  // Failed: one sentence for the creator
    std::string problem_code;
    MessageId in_reply_to;  // of an answer: the creator's message, or none for the welcome

    // Of an answer.
    std::string model;  // empty for the built-in guide
    protocol::Usage usage;
    std::int64_t cost_nano_usd = 0;
    std::vector<std::string> quick_replies;  // offered until the creator answers
    std::string topic;                       // what the guide asked about, for the next turn
    std::vector<BatchId> records;            // what it recorded; in force while it is shown

    bool operator==(const Message&) const = default;
};

}  // namespace atrium::domain
