// Checks a command against the state and says which events it causes. Pure: nothing changes here.
// Commands of the conversation (sending, stopping, undo) belong to the Engine, which owns the reply.
#pragma once

#include <vector>

#include "core/domain/command.h"
#include "core/domain/context.h"
#include "core/domain/event.h"
#include "core/protocol/result.h"

namespace atrium::domain {

// The events of one command. An Error names what is wrong in the person's words.
Result<std::vector<Event>> handle(const Workspace& workspace,
                                  const Command& command,
                                  const Context& context);

}  // namespace atrium::domain
