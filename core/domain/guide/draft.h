// First versions of the 22 deliverables, filled with the creator's own numbers and decisions. What
// is still open stands in square brackets. What goes out under the creator's name is in their voice.
// The texts are assets/guide/drafts/<kind>.md, without the title, which is the document's own.
//
//     Result<std::string> page = draft_document("price-page", workspace, context);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/context.h"
#include "core/domain/workspace.h"
#include "core/protocol/result.h"

namespace atrium::domain {

// Markdown. Errors: "draft-unknown" for a kind without a template, "no-project" without a profile
// and an open launch.
[[nodiscard]] Result<std::string> draft_document(std::string_view kind,
                                                 const Workspace& workspace,
                                                 const Context& context);

// Every kind that can be drafted, in the order of the plan.
[[nodiscard]] const std::vector<std::string>& draft_kinds();

// The decisions that a kind's draft is filled with, read from its placeholders.
[[nodiscard]] std::vector<DecisionCategory> draft_depends_on(std::string_view kind);

// "Member promise": the title of a kind.
[[nodiscard]] std::string draft_title(std::string_view kind);

// The same in the launch's words: "Space guide" on Circle.
[[nodiscard]] std::string draft_title(const Project& project, std::string_view kind);

// "Draft the member promise": the words that ask for it, which the guide certainly reads.
[[nodiscard]] std::string draft_wish(const Project& project, std::string_view kind);

}  // namespace atrium::domain
