// The blocks of a Markdown text, for tests of what is made of them.
#pragma once

#include <string_view>
#include <vector>

#include "shell/ui/markdown.h"

namespace atrium::shell::testing {

inline std::vector<Block> parsed(std::string_view text) {
    std::vector<Block> blocks;
    parse_markdown(text, blocks);
    return blocks;
}

}  // namespace atrium::shell::testing
