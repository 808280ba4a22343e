// Looks over the whole: the decisions as a table, the coming week, what to offer next.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/domain/guide/scene.h"

namespace atrium::domain::guide {

// Tasks that begin within seven days, at least the next two.
[[nodiscard]] std::vector<std::string> tasks_of_week(const Scene& scene, std::size_t most);

[[nodiscard]] std::string decisions_table(const Scene& scene);

// Quick replies for when every decision is made: a draft first.
[[nodiscard]] std::vector<std::string> work_replies(const Scene& scene);

}  // namespace atrium::domain::guide
