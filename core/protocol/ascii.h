// Letters, digits and blanks of ASCII, whatever the locale. The bytes of every other character are
// none of them and stay as they are, so that UTF-8 goes through whole.
//
//     ascii::lowered("Zoë's Café")   // "zoë's café"
//     ascii::is_blank(" \n")         // true
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace atrium::ascii {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr bool is_letter(char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z');
}

// The small letter of a capital one; anything else unchanged.
[[nodiscard]] constexpr char lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = lower(c);
    }
    return result;
}

// "Launch date" as it stands inside a sentence: "launch date".
[[nodiscard]] inline std::string lower_first(std::string_view text) {
    std::string result(text);
    if (!result.empty()) {
        result[0] = lower(result[0]);
    }
    return result;
}

// Spaces, tabs and line ends only, or nothing.
[[nodiscard]] constexpr bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Without the blanks at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace atrium::ascii
