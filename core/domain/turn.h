// A reply while it is being written: the text so far and the rounds of tool use behind it. It lives
// in memory only; when it ends, one MessageAdded event keeps it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/action.h"
#include "core/domain/date.h"
#include "core/domain/ids.h"
#include "core/domain/message.h"
#include "core/protocol/messages.h"
#include "core/protocol/reply_assembler.h"

namespace atrium::domain {

// A turn may call tools this often; then it has to answer with what it has. Claude needs two or
// three rounds; more means that it repeats itself at the creator's expense.
inline constexpr int kMaxToolRounds = 5;

struct Turn {
    MessageId question;  // none for a retry of the welcome
    Author author = Author::Guide;
    std::string model;
    std::uint64_t stream = 0;
    int rounds = 0;
    std::string text;              // of all rounds
    bool thinking = false;         // the model is silent because it thinks
    bool acted = false;            // a decision, task or document came out of it
    std::vector<BatchId> records;  // in these batches
    NextSteps next_steps;
    protocol::Usage usage;
    std::int64_t cost_nano_usd = 0;
    protocol::ReplyAssembler round;                   // the present round
    std::vector<protocol::ChatMessage> tool_history;  // finished rounds: calls and results
};

}  // namespace atrium::domain
