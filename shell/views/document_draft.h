// Drafting without leaving Documents: the guide's draft is there at once, Claude's opens when it is
// written, and until then its place says so.
#pragma once

#include <string>

#include "shell/views/view.h"

namespace atrium::shell {

// The newest document of a task, or null.
[[nodiscard]] const domain::Document* document_of_task(const View& view,
                                                       const std::string& task_id);

// A draft can be begun now: Claude writes one thing at a time.
[[nodiscard]] bool can_draft_here(const View& view, const std::string& task_id);

// Has what the task delivers drafted, and opened in Documents when it is there.
void draft_here(View& view, const std::string& task_id);

// Opens the draft that has been waited for. To be called before Documents is drawn.
void follow_draft(View& view);

// The place of a document that Claude is writing, or has not written although asked.
void awaited_draft_ui(View& view, Rect rect);

}  // namespace atrium::shell
