// Which of the offered choices a short answer picks.
#pragma once

#include <string_view>
#include <vector>

#include "core/domain/guide/choices.h"

namespace atrium::domain::guide {

// By its reply or label, by its place ("the second one"), by comparison ("the cheaper one", "the
// later date"), by trust ("your recommendation"). Null for none.
[[nodiscard]] const Choice* chosen(const std::vector<Choice>& choices, std::string_view answer);

}  // namespace atrium::domain::guide
