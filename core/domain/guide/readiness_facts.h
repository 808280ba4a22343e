// The readiness verdict as facts for phrases: verdict_headline, verdict_sentence, verdict_first.
#pragma once

#include <string>

#include "core/domain/guide/scene.h"
#include "core/domain/readiness.h"

namespace atrium::domain::guide {

[[nodiscard]] Facts readiness_facts(const Scene& scene);

// "ready", "if" or "not_yet"; without a number that the verdict needs it is not yet ready either.
[[nodiscard]] std::string verdict_key(const Scene& scene);

}  // namespace atrium::domain::guide
