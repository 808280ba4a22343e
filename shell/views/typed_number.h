// A number as people type it into a field.
#pragma once

#include <optional>
#include <string>

namespace atrium::shell {

// "29", "9.90", "9,90". Nothing for anything else, and for what is not finite.
[[nodiscard]] std::optional<double> typed_number(std::string text);

}  // namespace atrium::shell
