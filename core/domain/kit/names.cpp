#include "core/domain/kit/names.h"

#include <algorithm>
#include <array>

#include "core/protocol/ascii.h"

namespace atrium::domain::kit {
namespace {

constexpr std::size_t kLongestChannel = 100;
constexpr std::size_t kLongestSlug = 60;

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

bool is_letter_or_digit(char letter) {
    return ascii::is_letter(letter) || ascii::is_digit(letter);
}

enum class Beyond { Kept, Dropped };

std::string hyphenated(std::string_view text, Beyond beyond_ascii) {
    std::string result;
    for (const char raw : text) {
        const char letter = ascii::lower(raw);
        if (is_letter_or_digit(letter) || (beyond_ascii == Beyond::Kept && !is_ascii(letter))) {
            result += letter;
        } else if (letter != '\'' && !result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    return result;
}

std::string without_hyphen_end(std::string text) {
    while (!text.empty() && text.back() == '-') {
        text.pop_back();
    }
    return text;
}

bool is_device(const std::string& name) {
    constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
    const bool numbered = name.size() == 4 &&
                          (name.starts_with("com") || name.starts_with("lpt")) &&
                          ascii::is_digit(name[3]);
    return numbered || std::find(kDevices.begin(), kDevices.end(), name) != kDevices.end();
}

}  // namespace

std::string clipped(std::string_view text, std::size_t characters) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!continues_character(text[at]) && count++ == characters) {
            return std::string(text.substr(0, at));
        }
    }
    return std::string(text);
}

std::string channel_name(std::string_view text) {
    const std::string name =
        without_hyphen_end(clipped(hyphenated(text, Beyond::Kept), kLongestChannel));
    return name.empty() ? "channel" : name;
}

std::string ascii_slug(std::string_view text, std::string_view fallback) {
    std::string slug = hyphenated(text, Beyond::Dropped);
    slug = without_hyphen_end(slug.substr(0, std::min(slug.size(), kLongestSlug)));
    return slug.empty() ? std::string(fallback) : slug;
}

std::string file_slug(std::string_view text, std::string_view fallback) {
    const std::string slug = ascii_slug(text, fallback);
    return is_device(slug) ? slug + "-file" : slug;
}

std::string unique_name(const std::string& name, std::set<std::string>& taken) {
    std::string candidate = name;
    for (int number = 2; !taken.insert(candidate).second; ++number) {
        candidate = name + "-" + std::to_string(number);
    }
    return candidate;
}

}  // namespace atrium::domain::kit
