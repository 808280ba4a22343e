// The marks (strong, emphasis, links, code) around the words that a Markdown parser is reading.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "shell/ui/markdown_blocks.h"

namespace atrium::shell {

class OpenMarks {
 public:
    // A mark inside one of its kind changes nothing; each enter is followed by its leave.
    void enter(InlineMark mark);
    void leave();

    // An address that is not safe, or a link inside a link or without words (null), leaves the words
    // plain.
    void enter_link(InlineText* target, std::string_view address);

    void set_code(bool in_code) { in_code_ = in_code; }

    // Adds the words in the look that the open marks give them.
    void append(InlineText& target, std::string_view words) const;

 private:
    bool is_inside(InlineMark mark) const;

    InlineMarks around_{};  // that are open,
    std::size_t depth_ = 0;
    std::vector<bool> counts_;  // for each open mark whether it is among them
    bool in_code_ = false;
    int link_ = -1;
};

}  // namespace atrium::shell
