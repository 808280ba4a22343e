// Numbers in a message, in figures or words: "8", "twenty nine", "a dozen", "a hundred and fifty".
#pragma once

#include <cstdint>
#include <optional>

#include "core/domain/detector/reading.h"

namespace atrium::domain::detector {

struct Quantity {
    double value = 0.0;
    std::uint32_t end = 0;  // the token after it
    bool figures = false;
};

// The number that begins at the token, read as far as it goes. Ordinals ("15th") are none.
[[nodiscard]] std::optional<Quantity> quantity_at(const Reading& reading, std::uint32_t token);

// The ordinal that begins at the token: "15th", "fifteenth", "twenty first".
[[nodiscard]] std::optional<Quantity> ordinal_at(const Reading& reading, std::uint32_t token);

}  // namespace atrium::domain::detector
