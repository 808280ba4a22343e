// Sizes of Markdown blocks: which text style each has, how far it is indented, how high it is.
#pragma once

#include "shell/ui/markdown_blocks.h"

namespace atrium::shell {

enum class MarkdownPurpose { Conversation, Document };

inline constexpr float kListIndent = 20;
inline constexpr float kQuoteIndent = 16;
inline constexpr float kCodePaddingX = 16, kCodePaddingY = 12;
inline constexpr float kTableGap = 24;

TextStyle style_of(const Block& block, MarkdownPurpose purpose);

// From the column's left edge to the block's.
float indent_of(const Block& block);

// Above `block`, when it is not the first.
float gap_before(const Block& before, const Block& block, MarkdownPurpose purpose);

// Lays the block out for a column of this width, unless it already is.
void lay_out_block(Block& block, float width, MarkdownPurpose purpose);

// Where the words of a laid-out code block stand in its rectangle, and those of a cell in the cell's.
Rect code_text_rect(const Block& block, Rect inside);
Rect cell_text_rect(const TextLayout& text, Rect cell);

Align column_align(const TableCells& table, std::size_t column);

}  // namespace atrium::shell
