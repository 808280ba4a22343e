// After the fifth decision: the summary, the dated plan, the coming week and the first draft; and
// the line that keeps the conversation open once all that was said.
#pragma once

#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

[[nodiscard]] Part closing(const Scene& scene);

[[nodiscard]] Part work_goes_on(const Scene& scene);

}  // namespace atrium::domain::guide
