// The guide as a model: it answers a request with the events that Claude would send, so that the
// workspace cannot tell the two apart except by the label. The first round records what the
// creator's words amount to (tool calls); the second, after the tool results, speaks.
//
//     for (const StreamEvent& event : guide_stream(engine.workspace(), start.request, context)) {
//         engine.receive(start.stream, event, context);
//     }
#pragma once

#include <vector>

#include "core/domain/context.h"
#include "core/domain/workspace.h"
#include "core/protocol/messages.h"
#include "core/protocol/stream_event.h"

namespace atrium::domain {

// A whole round, from MessageStarted to MessageStopped. Only the last message of the request is
// read: the creator's text, or the results of the first round's tools.
[[nodiscard]] std::vector<protocol::StreamEvent> guide_stream(
    const Workspace& workspace, const protocol::MessagesRequest& request, const Context& context);

}  // namespace atrium::domain
