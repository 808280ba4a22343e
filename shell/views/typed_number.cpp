#include "shell/views/typed_number.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace atrium::shell {

std::optional<double> typed_number(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    const bool is_number = !text.empty() && *end == '\0' && std::isfinite(value);
    return is_number ? std::optional<double>(value) : std::nullopt;
}

}  // namespace atrium::shell
