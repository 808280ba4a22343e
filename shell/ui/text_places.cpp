#include "shell/ui/text_places.h"

#include <algorithm>

#include "shell/theme/fonts.h"
#include "shell/theme/utf8.h"
#include "shell/ui/glyphs.h"

namespace atrium::shell {

namespace {

ImFontBaked* face_of(const TextLayout& layout, const TextPiece& piece) {
    return baked_font(font(layout.runs[piece.run].weight), text_metrics(layout.style).size);
}

// The boundary of two characters nearest to `x` from the piece's left edge.
std::size_t offset_in_piece(const TextLayout& layout, const TextPiece& piece, float x) {
    ImFontBaked* face = face_of(layout, piece);
    const std::string_view text(layout.text);
    float left = 0;
    for (std::size_t at = piece.begin; at < piece.end;) {
        const std::size_t begin = at;
        const float width = advance(face, next_character(text, at));
        if (x < left + width / 2) {
            return begin;
        }
        left += width;
    }
    return piece.end;
}

std::size_t offset_in_line(const TextLayout& layout, const TextLine& line, float x) {
    for (std::uint32_t i = 0; i < line.piece_count; ++i) {
        const TextPiece& piece = layout.pieces[line.first_piece + i];
        if (x < piece.x + piece.width || i + 1 == line.piece_count) {
            return offset_in_piece(layout, piece, x - piece.x);
        }
    }
    return line.begin;
}

enum class Kind { Space, Word, Other };

// Letters of every script are words; ASCII's and the general punctuation is not.
Kind kind_of(char32_t c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == 0xa0 || c == 0x3000) {
        return Kind::Space;
    }
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool apostrophe = c == '\'' || c == 0x2019;
    const bool punctuation =
        (c >= 0xa1 && c <= 0xbf) || (c >= 0x2000 && c <= 0x206f) || (c >= 0x3001 && c <= 0x303f);
    return digit || letter || apostrophe || (c >= 0x80 && !punctuation) ? Kind::Word : Kind::Other;
}

Kind kind_at(std::string_view text, std::size_t offset) {
    return kind_of(next_character(text, offset));
}

}  // namespace

const TextLine& line_with(const TextLayout& layout, std::size_t offset) {
    const auto after = std::upper_bound(
        layout.lines.begin(),
        layout.lines.end(),
        offset,
        [](std::size_t wanted, const TextLine& line) { return wanted < line.begin; });
    return after == layout.lines.begin() ? *after : *(after - 1);
}

std::size_t line_end(const TextLayout& layout, const TextLine& line) {
    return line.piece_count == 0 ? line.begin
                                 : layout.pieces[line.first_piece + line.piece_count - 1].end;
}

float line_left(const TextLine& line, float width, Align align) {
    const float rest = width - line.width;
    return align == Align::Left ? 0 : align == Align::Right ? rest : rest / 2;
}

float x_in_line(const TextLayout& layout, const TextLine& line, std::size_t offset) {
    for (std::uint32_t i = 0; i < line.piece_count; ++i) {
        const TextPiece& piece = layout.pieces[line.first_piece + i];
        if (offset <= piece.begin) {
            return piece.x;
        }
        if (offset < piece.end) {
            const std::string_view words =
                std::string_view(layout.text).substr(piece.begin, offset - piece.begin);
            return piece.x + measure_glyphs(face_of(layout, piece), words);
        }
    }
    return line.width;
}

std::size_t offset_at(const TextLayout& layout, Rect place, Align align, float x, float y) {
    if (layout.lines.empty()) {
        return 0;
    }
    const float row = std::max(0.0f, (y - place.y) / layout.line_height);
    const std::size_t last = layout.lines.size() - 1;
    const TextLine& line = layout.lines[std::min(static_cast<std::size_t>(row), last)];
    return offset_in_line(layout, line, x - place.x - line_left(line, place.width, align));
}

Rect caret_rect(const TextLayout& layout, Rect place, Align align, std::size_t offset) {
    if (layout.lines.empty()) {
        return {place.x, place.y, 0, layout.line_height};
    }
    const TextLine& line = line_with(layout, offset);
    const auto row = static_cast<float>(&line - layout.lines.data());
    return {place.x + line_left(line, place.width, align) + x_in_line(layout, line, offset),
            place.y + row * layout.line_height,
            0,
            layout.line_height};
}

std::size_t character_before(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    while (offset > 0) {
        --offset;
        if ((static_cast<unsigned char>(text[offset]) & 0xc0u) != 0x80) {
            break;
        }
    }
    return offset;
}

std::size_t character_after(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) {
        return text.size();
    }
    next_character(text, offset);
    return offset;
}

std::size_t word_begin_before(std::string_view text, std::size_t offset) {
    bool in_word = false;
    while (offset > 0) {
        const std::size_t before = character_before(text, offset);
        const bool word = kind_at(text, before) == Kind::Word;
        if (in_word && !word) {
            break;
        }
        in_word = word;
        offset = before;
    }
    return offset;
}

std::size_t word_end_after(std::string_view text, std::size_t offset) {
    bool in_word = false;
    while (offset < text.size()) {
        const bool word = kind_at(text, offset) == Kind::Word;
        if (in_word && !word) {
            break;
        }
        in_word = word;
        offset = character_after(text, offset);
    }
    return offset;
}

TextRange word_around(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    if (text.empty()) {
        return {};
    }
    // Between a word and what follows it, the word is meant.
    std::size_t inside = offset;
    const bool in_word = offset < text.size() && kind_at(text, offset) == Kind::Word;
    if (offset == text.size() ||
        (!in_word && offset > 0 && kind_at(text, character_before(text, offset)) == Kind::Word)) {
        inside = character_before(text, offset);
    }
    const Kind kind = kind_at(text, inside);
    TextRange range{inside, inside};
    while (range.begin > 0 && kind_at(text, character_before(text, range.begin)) == kind) {
        range.begin = character_before(text, range.begin);
    }
    while (range.end < text.size() && kind_at(text, range.end) == kind) {
        next_character(text, range.end);
    }
    return range;
}

TextRange paragraph_around(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    const std::size_t line_break =
        offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    return {line_break == std::string_view::npos ? 0 : line_break + 1,
            std::min(text.find('\n', offset), text.size())};
}

}  // namespace atrium::shell
