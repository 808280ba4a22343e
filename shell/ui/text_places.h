// Between places in a laid-out text and points on the screen, and what is a word or a paragraph there:
// what selecting text needs to know. Offsets are bytes of TextLayout::text, never inside a character.
//
//     std::size_t at = offset_at(layout, place, Align::Left, pointer.x, pointer.y);
//     TextRange word = word_around(layout.text, at);
#pragma once

#include <cstddef>
#include <string_view>

#include "shell/ui/text.h"

namespace atrium::shell {

// The offset nearest to a point of the screen, for a layout drawn at `place`.
std::size_t offset_at(const TextLayout& layout, Rect place, Align align, float x, float y);

// Where the caret stands before this offset: a line high, no width.
Rect caret_rect(const TextLayout& layout, Rect place, Align align, std::size_t offset);

// From the line's left edge to this offset of it.
float x_in_line(const TextLayout& layout, const TextLine& line, std::size_t offset);

// Where the line's text ends; the spaces at which it was wrapped come after that.
std::size_t line_end(const TextLayout& layout, const TextLine& line);

// From the left edge of the text's rectangle to the line.
float line_left(const TextLine& line, float width, Align align);

// The word around an offset; between words the spaces or the punctuation there.
TextRange word_around(std::string_view text, std::size_t offset);

// The paragraph around an offset, which ends at line breaks.
TextRange paragraph_around(std::string_view text, std::size_t offset);

}  // namespace atrium::shell
