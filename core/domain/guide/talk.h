// Where the conversation stands, read from the workspace: what was asked and offered last, what the
// creator's last message led to, which questions were put aside. The guide has no other memory.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/context.h"
#include "core/domain/workspace.h"

namespace atrium::domain::guide {

inline constexpr int kSessionMinutes = 30;

struct Talk {
    const Workspace* workspace = nullptr;
    const Project* project = nullptr;               // never null in the guide's answers
    std::shared_ptr<const CreatorProfile> profile;  // the one it counts with; never null either
    const Message* last_creator = nullptr;          // the message being answered, if any
    const Message* last_answer = nullptr;           // the answer before it
    std::string topic;                              // of that answer
    std::optional<DecisionCategory> asked;          // when the topic is a decision
    std::size_t turn = 0;                     // number of answers so far, and of former versions
    std::vector<DecisionCategory> put_aside;  // skipped and not taken up again
    bool resigned = false;                    // a second "whatever" to one question was just said
    int minutes_used = 0;
    Context context;
};

// The profile, with the number of people who can be asked that was entered in the forecast. Null
// without a profile.
[[nodiscard]] std::shared_ptr<const CreatorProfile> profile_in(const Workspace& workspace,
                                                               const Project& project);

// Null when there is no profile or no open project: nothing to talk about.
[[nodiscard]] std::optional<Talk> talk_of(const Workspace& workspace, const Context& context);

// The decision to ask for next: open ones first in the order of the plan, those put aside last;
// nothing when all five are made.
[[nodiscard]] std::optional<DecisionCategory> next_question(const Talk& talk);

[[nodiscard]] int minutes_left(const Talk& talk);  // never negative

// What came of the message that is being answered.
[[nodiscard]] std::vector<const Decision*> decisions_now(const Talk& talk);
[[nodiscard]] std::vector<const Suggestion*> suggestions_now(const Talk& talk);
[[nodiscard]] std::vector<std::string> tasks_done_now(const Talk& talk);

[[nodiscard]] std::vector<const PlanNote*> plan_notes_now(const Talk& talk);

// The decision that held before this one, or null.
[[nodiscard]] const Decision* replaced_by(const Project& project, const Decision& decision);

// An open suggestion for a category, newest first, or null.
[[nodiscard]] const Suggestion* open_suggestion(const Project& project, DecisionCategory category);

}  // namespace atrium::domain::guide
