// The foot of the conversation: quick replies, the composer with Send or Stop.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

[[nodiscard]] float conversation_foot_height(View& view, float pane_width);
void conversation_foot_ui(View& view, Rect pane);

// The task that is next: the first open one, in the plan's order, whose prerequisites are met. Null
// when all is done.
[[nodiscard]] const domain::PlannedTask* current_task(
    const std::vector<domain::PlannedTask>& tasks);

// Asks for a draft of what the task delivers; the answer streams into the conversation.
void draft_with_me(View& view, const std::string& task_id);
[[nodiscard]] bool can_draft(const View& view, const std::string& task_id);

}  // namespace atrium::shell
