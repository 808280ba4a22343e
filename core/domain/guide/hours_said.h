// Amounts of time in people's words.
#pragma once

#include <string_view>

namespace atrium::domain::guide {

// The amount of time that a sentence names, in hours: "2.5 hours", "90 minutes", "an hour"; 0 for none.
[[nodiscard]] double hours_said(std::string_view sentence);

}  // namespace atrium::domain::guide
