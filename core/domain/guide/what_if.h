// Days as the creator names them in questions, for comparisons and thought experiments.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// The day a message names, whether it asks or states.
[[nodiscard]] std::optional<Date> day_named(const Scene& scene);

// The guide's own days and this one, in order of time.
[[nodiscard]] std::vector<OpeningDay> days_with(const Scene& scene, Date date);

}  // namespace atrium::domain::guide
