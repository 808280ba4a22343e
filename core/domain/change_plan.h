// Checks a change of the plan against the project and says which event it causes. Commands, the tool
// update_plan and the guide come through here, so that all are refused for the same reasons.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/event.h"
#include "core/domain/plan_change.h"
#include "core/domain/workspace.h"
#include "core/protocol/result.h"

namespace atrium::domain {

inline constexpr std::size_t kMaxAddedTasks = 40;
inline constexpr std::size_t kMaxTaskTitleBytes = 120;
inline constexpr std::size_t kMaxTaskNoteBytes = 1'000;
inline constexpr std::size_t kMaxTaskPrerequisites = 10;
inline constexpr double kMaxTaskHours = 200;

// One event, or none when the plan already is so. The Error's sentence is fit for the creator and
// says what would be accepted. `author` is of an added task: "creator", "guide" or a model's name.
[[nodiscard]] Result<std::vector<Event>> plan_change_events(const Workspace& workspace,
                                                            const Project& project,
                                                            const PlanChange& change,
                                                            std::string_view author);

// The change in a few words, told of the plan before it: "Skipped: Run a beta week".
[[nodiscard]] std::string plan_change_words(const Project& project, const PlanChange& change);

}  // namespace atrium::domain
