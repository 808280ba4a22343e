// The request that asks Claude for the next reply: how it is to work, what is known, what was said.
// The fixed part comes first and alike for everybody, so that the upstream caches it.
#pragma once

#include <string>
#include <vector>

#include "core/domain/context.h"
#include "core/domain/workspace.h"
#include "core/protocol/messages.h"

namespace atrium::domain {

// Characters of conversation that are sent along, the newest last. About 15,000 tokens: a whole
// guided session fits, and a creator who comes back for months does not pay for it all each time.
inline constexpr std::size_t kHistoryCharacters = 60'000;

// The request for one round. `tool_history` are the calls and results of this turn so far.
protocol::MessagesRequest build_request(const Workspace& workspace,
                                        const std::string& model,
                                        int max_tokens,
                                        const std::vector<protocol::ChatMessage>& tool_history,
                                        const Context& context);

// The tools Claude may call, from assets/prompts/tools.json.
const std::vector<protocol::ToolSpec>& partner_tools();

// The profile, the decisions, the plan and the clock in plain lines; the second system block.
std::string describe_state(const Workspace& workspace, const Context& context);

}  // namespace atrium::domain
