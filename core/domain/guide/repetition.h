// Nobody says the same sentence twice in a row.
#pragma once

#include <string>
#include <string_view>

namespace atrium::domain::guide {

// `text` without the sentences that stand in `previous` already. Tables and lists stay. When
// nothing else would be left, the text stays as it is.
[[nodiscard]] std::string without_repeats(std::string_view text, std::string_view previous);

}  // namespace atrium::domain::guide
