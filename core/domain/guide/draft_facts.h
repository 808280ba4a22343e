// The facts of the document drafts: those of the conversation, and tables, lists and days that only
// documents need. An undecided value is a name in square brackets, never an invented one.
#pragma once

#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

[[nodiscard]] Facts draft_facts(const Scene& scene);

}  // namespace atrium::domain::guide
