// Between places in a laid-out text and points on the screen, and what is a word or a paragraph there:
// what selecting text needs to know. Offsets are bytes of TextLayout::text, never inside a character.
//
//     std::size_t at = offset_at(layout, place, Align::Left, pointer.x, pointer.y);
//     TextRange word = word_around(layout.text, at);
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shell/ui/text.h"

namespace atrium::shell {

// A place in the flat text of one of several items: the texts of its layouts one after the other, with
// one byte between two. Items are numbered in reading order, from 1.
struct TextPlace {
    std::uint64_t item = 0;
    std::size_t offset = 0;

    bool operator==(const TextPlace&) const = default;

    bool operator<(const TextPlace& other) const {
        return item != other.item ? item < other.item : offset < other.offset;
    }
};

// The offset nearest to a point of the screen, for a layout drawn at `place`.
std::size_t offset_at(const TextLayout& layout, Rect place, Align align, float x, float y);

// Where the caret stands before this offset: a line high, no width.
Rect caret_rect(const TextLayout& layout, Rect place, Align align, std::size_t offset);

// The line that this offset stands on; between two lines the second. The layout has one at least.
const TextLine& line_with(const TextLayout& layout, std::size_t offset);

// From the line's left edge to this offset of it.
float x_in_line(const TextLayout& layout, const TextLine& line, std::size_t offset);

// Where the line's text ends; the spaces at which it was wrapped come after that.
std::size_t line_end(const TextLayout& layout, const TextLine& line);

// From the left edge of the text's rectangle to the line.
float line_left(const TextLine& line, float width, Align align);

// The boundaries of characters next to an offset, within the text.
std::size_t character_before(std::string_view text, std::size_t offset);
std::size_t character_after(std::string_view text, std::size_t offset);

// Where the word before an offset begins, and where the one after it ends; else the text's own ends.
std::size_t word_begin_before(std::string_view text, std::size_t offset);
std::size_t word_end_after(std::string_view text, std::size_t offset);

// The word around an offset; between words the spaces or the punctuation there.
TextRange word_around(std::string_view text, std::size_t offset);

// The paragraph around an offset, which ends at line breaks.
TextRange paragraph_around(std::string_view text, std::size_t offset);

}  // namespace atrium::shell
