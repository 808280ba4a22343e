// Reading UTF-8 that may be broken: every byte sequence decodes to something, and nothing is read
// beyond the end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace atrium::shell {

inline constexpr char32_t kReplacement = 0xfffd;

// The character at `position`, which moves behind it. A malformed sequence gives kReplacement and
// moves by one byte.
char32_t next_character(std::string_view text, std::size_t& position);

void append_utf8(std::string& out, char32_t character);

// Appends `text` as a JSON string with its quotes; malformed bytes become kReplacement.
void append_json_string(std::string& out, std::string_view text);

// Without control characters (newlines and tabs stay) and without the characters that change the
// direction of writing or hide, which could make a text look like another one; valid UTF-8.
std::string harmless_text(std::string_view text);

}  // namespace atrium::shell
