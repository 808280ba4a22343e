// Blocks, or the selected parts of them, written as Markdown again. A part keeps the marks of its
// words; a block's own mark (heading, list item, fence) is written when its beginning is in the part
// and the part is more than a piece of this one block. Of a table the touched rows are written whole,
// under the head.
#pragma once

#include <span>
#include <string>

#include "shell/ui/markdown_blocks.h"

namespace atrium::shell {

// Bytes of the block in its document's flat text: its words, or its cells with one byte between two.
std::size_t flat_size(const Block& block);

void add_flat_text(std::string& flat, const Block& block);

struct BlockPart {
    const Block* block = nullptr;
    TextRange part;  // of its flat text
};

std::string write_markdown(std::span<const BlockPart> parts);

// This part of a text with its marks; what would be read as a mark and is none is escaped.
std::string write_inline(const InlineText& text, TextRange part);

}  // namespace atrium::shell
