// The readiness verdict as the guide gives it, on the platform that is decided or that it would take,
// and as facts for phrases: verdict_headline, verdict_sentence, verdict_first.
#pragma once

#include <string>

#include "core/domain/guide/scene.h"
#include "core/domain/readiness.h"

namespace atrium::domain::guide {

[[nodiscard]] Facts readiness_facts(const Scene& scene);

// "ready", "if" or "not_yet"; without a number that the verdict needs it is not yet ready either.
[[nodiscard]] std::string verdict_key(const Scene& scene);

}  // namespace atrium::domain::guide

namespace atrium::domain {

// The same verdict for screens outside the conversation, so that no two name different platforms.
// Errors: "no-project" without a profile and an open launch, and those of readiness().
[[nodiscard]] Result<Readiness> launch_readiness(const Workspace& workspace,
                                                 const Context& context,
                                                 const Formats& formats);

}  // namespace atrium::domain
