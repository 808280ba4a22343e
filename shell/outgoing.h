// Which words wait for the connection, and when those that wait may go. While Claude was there last and
// cannot be reached, also after a reload, a message waits for Claude; where there is no key the
// built-in guide answers at once, with or without a network.
#pragma once

#include "core/domain/command.h"
#include "core/domain/engine.h"
#include "shell/connection.h"

namespace atrium::shell {

// How what is sent now is to be delivered.
[[nodiscard]] domain::Delivery delivery_now(const domain::Workspace& workspace,
                                            const Connection& connection);

// The same command, with the delivery filled in where it sends words.
[[nodiscard]] domain::Command with_delivery(domain::Command command, domain::Delivery delivery);

// The message that waits longest, when it may go by itself: Claude answers again, or the guide leads
// (the creator has chosen it, or the server has no key any more), and nothing is being written. Not after an answer that failed: the creator
// decides there. None: MessageId{}.
[[nodiscard]] domain::MessageId next_to_send(const domain::Engine& engine,
                                             const Connection& connection);

}  // namespace atrium::shell
