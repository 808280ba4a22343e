// Drawing one laid-out Markdown block.
#pragma once

#include "shell/ui/markdown.h"

namespace atrium::shell {

// `offset` is where the block begins in the document's flat text (shell/ui/text_selection.h).
void draw_block(
    Ui& ui, const Block& block, Rect rect, const MarkdownStyle& style, std::size_t offset);

// The texts of a block out of sight, for a selection that a key leads into it.
void offer_texts(Ui& ui, const Block& block, Rect rect, std::size_t offset);

// The writing caret behind the block's last character, or at the beginning when there is none.
void draw_caret(Ui& ui, const Block* block, float x, float y);

}  // namespace atrium::shell
