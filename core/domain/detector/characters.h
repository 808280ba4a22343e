// Folds UTF-8 text to the plain characters that the detector compares: letters lose their accents,
// curly quotes and dashes become straight ones, currency signs get one byte each, emoji become a
// space. Bytes that are no UTF-8 become a space too.
#pragma once

#include <cstddef>
#include <string_view>

namespace atrium::domain::detector {

// Single bytes for what has no ASCII character of its own.
inline constexpr char kEuroSign = '\x01';
inline constexpr char kPoundSign = '\x02';
inline constexpr char kRupeeSign = '\x03';
inline constexpr char kYenSign = '\x04';
inline constexpr char kTick = '\x05';      // a ticked box or check mark
inline constexpr char kOpenBox = '\x06';   // an empty box
inline constexpr char kLongDash = '\x07';  // en and em dash

struct FoldedCharacter {
    char value = ' ';
    std::size_t bytes = 1;  // how many bytes of the text it took, at least 1
};

// The folded character at `at`, which lies inside the text.
[[nodiscard]] FoldedCharacter folded_character(std::string_view text, std::size_t at);

}  // namespace atrium::domain::detector
