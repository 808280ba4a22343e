// A decision's reason and its options for screens outside the conversation: the same ones the guide
// gives, in the creator's own numbers.
#pragma once

#include <string>
#include <vector>

#include "core/domain/context.h"
#include "core/domain/guide/choices.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// Empty without a profile and an active project.
[[nodiscard]] std::vector<guide::Choice> decision_choices(const Workspace& workspace,
                                                          DecisionCategory category,
                                                          const Context& context);

// Why the decision matters. Empty without a profile and an active project.
[[nodiscard]] std::string decision_reason(const Workspace& workspace,
                                          DecisionCategory category,
                                          const Context& context);

}  // namespace atrium::domain
