// Names that a foreign system accepts: channels, web addresses, files.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace atrium::domain::kit {

// At most so many characters, never a cut one.
[[nodiscard]] std::string clipped(std::string_view text, std::size_t characters);

// As Discord shows a text channel: lower case, hyphens for what is no letter or digit; letters
// outside ASCII stay. Never empty.
[[nodiscard]] std::string channel_name(std::string_view text);

// Lower-case ASCII letters, digits and hyphens, at most 60; the fallback when nothing is left.
[[nodiscard]] std::string ascii_slug(std::string_view text, std::string_view fallback);

// An ascii_slug that is a file's name on every system: none that Windows keeps for devices.
[[nodiscard]] std::string file_slug(std::string_view text, std::string_view fallback);

// The name, or with "-2", "-3" … behind it when it is taken; the result is then taken too.
[[nodiscard]] std::string unique_name(const std::string& name, std::set<std::string>& taken);

}  // namespace atrium::domain::kit
