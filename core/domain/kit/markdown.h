// Markdown out of values, and HTML out of Markdown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atrium::domain::kit {

// One line of a person's words: line breaks become blanks, signs with a meaning are escaped.
[[nodiscard]] std::string markdown_text(std::string_view text);

// "| a | b |" with the cells escaped, and a line break.
[[nodiscard]] std::string markdown_row(const std::vector<std::string>& cells);

[[nodiscard]] std::string markdown_rule(std::size_t columns);  // "|---|---|"

// HTML of the body. Raw HTML and definitions of links in the Markdown come out as text.
[[nodiscard]] std::string html_from_markdown(std::string_view markdown);

[[nodiscard]] std::string html_text(std::string_view text);  // escaped

}  // namespace atrium::domain::kit
