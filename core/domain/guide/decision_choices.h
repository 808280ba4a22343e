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

// Why a decision of any project stands, as guide/values.h says it. Without a profile: what was
// recorded with it.
[[nodiscard]] std::string standing_reason(const Workspace& workspace,
                                          const Project& project,
                                          const Decision& decision,
                                          const Context& context);

}  // namespace atrium::domain
