// What came of the creator's message, said back: recorded decisions with what follows from them,
// changes with what they touch, ticked tasks, suggestions that wait for a yes.
#pragma once

#include "core/domain/guide/scene.h"
#include "core/domain/guide/values.h"

namespace atrium::domain::guide {

// Empty text when nothing came of it.
[[nodiscard]] Part acknowledge(const Scene& scene);

}  // namespace atrium::domain::guide
