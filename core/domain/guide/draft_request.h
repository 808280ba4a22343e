// Which text the creator asks to have drafted: "draft the price page", "write our rules".
#pragma once

#include <optional>
#include <vector>

#include "core/domain/action.h"
#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// The task whose deliverable is wanted; none when no draft is asked for or it is not clear which.
[[nodiscard]] const TaskSpec* draft_wanted(const Scene& scene);

[[nodiscard]] std::optional<ProposedDocument> requested_draft(const Scene& scene);

// "Refit the documents": the stale ones that are ours, drafted again.
[[nodiscard]] std::vector<ProposedDocument> requested_refits(const Scene& scene);

// Open tasks of the plan without a document yet, in order.
[[nodiscard]] std::vector<const TaskSpec*> tasks_to_draft(const Talk& talk, std::size_t most);
}  // namespace atrium::domain::guide
