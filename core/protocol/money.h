// Money in whole billionths of a US dollar, so that the price of one token is an integer and sums
// are exact.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/protocol/result.h"

namespace atrium::protocol {

struct NanoUsd {
    std::int64_t value = 0;

    auto operator<=>(const NanoUsd&) const = default;
};

[[nodiscard]] constexpr NanoUsd operator+(NanoUsd a, NanoUsd b) {
    return {a.value + b.value};
}

// "50", "0.003": dollars as an operator writes them, up to nine decimals; not negative.
[[nodiscard]] Result<NanoUsd> nano_usd_from_text(std::string_view text);

// "$1.2346", rounded to the given decimals (0 to 9).
[[nodiscard]] std::string text_from_nano_usd(NanoUsd amount, int decimals = 2);

// Rounded up: a request that cost something never shows as nothing.
[[nodiscard]] std::int64_t micro_usd_from_nano(NanoUsd amount);

}  // namespace atrium::protocol
