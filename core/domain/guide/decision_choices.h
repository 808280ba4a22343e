// The reasoned options of a decision for screens outside the conversation: the same ones the guide
// offers, in the creator's own numbers.
#pragma once

#include <vector>

#include "core/domain/context.h"
#include "core/domain/guide/choices.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// Empty without a profile and an active project.
[[nodiscard]] std::vector<guide::Choice> decision_choices(const Workspace& workspace,
                                                          DecisionCategory category,
                                                          const Context& context);

}  // namespace atrium::domain
