// Markdown takes a line such as "[name]: [what]" for the definition of a link and draws nothing of it.
// Our documents are full of such lines to be filled in, and what is written must be shown, so that
// there are no link definitions: a mark that no text contains keeps the parser from seeing one.
//
//     parse(without_link_definitions(markdown));   // and each text of the result through
//     without_definition_marks(text);
#pragma once

#include <string>
#include <string_view>

namespace atrium::domain {

// The Markdown with a mark in every place where a definition could begin.
[[nodiscard]] std::string without_link_definitions(std::string_view markdown);

[[nodiscard]] std::string without_definition_marks(std::string_view text);

}  // namespace atrium::domain
