// The built-in guide: leads a creator through the five decisions in their own numbers, without AI
// and without a network. It is a function of the workspace: everything it remembers (what it asked,
// what was skipped, what it offered) it reads from the messages, so the same state gives the same
// answer on every machine.
//
//     GuideReply hello = guide_welcome(workspace, context);
//     // the creator writes; SendMessage has added the message to the workspace
//     for (const Action& action : guide_actions(workspace, text, context)) record(action);
//     GuideReply answer = guide_answer(workspace, text, context);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/action.h"
#include "core/domain/context.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

struct GuideReply {
    std::string text;  // Markdown
    NextSteps next_steps;

    bool operator==(const GuideReply&) const = default;
};

// The first message of a project: the creator's numbers, whether it is the right moment, and the
// first decision with its options.
[[nodiscard]] GuideReply guide_welcome(const Workspace& workspace, const Context& context);

// What the creator's words record, each with its reason and confidence. Empty for questions, doubts
// and talk. A draft the creator asked for is here too, as a document.
[[nodiscard]] std::vector<Action> guide_actions(const Workspace& workspace,
                                                std::string_view creator_text,
                                                const Context& context);

// The answer, given the state after the actions were applied: what came of this message is what
// bears its id.
[[nodiscard]] GuideReply guide_answer(const Workspace& after_actions,
                                      std::string_view creator_text,
                                      const Context& context);

}  // namespace atrium::domain
