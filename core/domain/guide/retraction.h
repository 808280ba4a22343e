// "I don't want Discord anymore": a value that stands is given up, and none is named in its place.
#pragma once

#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// The decision that is given up; null where nothing that stands is meant.
[[nodiscard]] const Decision* given_up(const Scene& scene);

// Says what stands and offers to reopen it, the alternatives as quick replies.
[[nodiscard]] Part reopen(const Scene& scene, const Decision& decision);

}  // namespace atrium::domain::guide
