// Turns an action of the partner or the detector into events, by its confidence: applied at once,
// suggested, or left alone.
#pragma once

#include <string>
#include <vector>

#include "core/domain/action.h"
#include "core/domain/context.h"
#include "core/domain/event.h"

namespace atrium::domain {

// Who acts, and on which message of the creator.
struct Origin {
    DecisionSource source = DecisionSource::Ai;
    std::string author;  // of documents: "guide" or a model's name
    MessageId message;
};

struct ActionOutcome {
    std::vector<Event> events;
    std::string answer;     // one line for the model: what came of its call
    bool is_error = false;  // the answer says what to correct
};

ActionOutcome carry_out(const Workspace& workspace,
                        const Action& action,
                        const Origin& origin,
                        const Context& context);

}  // namespace atrium::domain
