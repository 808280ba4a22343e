// A number as people type it into a field.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/domain/formats.h"

namespace atrium::shell {

// "29", "9.90", "9,90", "1,234.56" and "1.234,56" in any format; of "1.234" and "1,234" the format
// says whether the sign groups thousands or begins the fraction. Nothing for anything else, and for
// what is not finite.
[[nodiscard]] std::optional<double> typed_number(std::string_view typed,
                                                 const domain::Formats& formats);

// A number as it stands in a field to be changed: in the person's format, without groups.
[[nodiscard]] std::string number_to_type(double number, const domain::Formats& formats);

}  // namespace atrium::shell
