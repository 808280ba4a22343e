// Text: measuring, drawing, wrapping. draw_* only paint; label, heading and paragraph also stand in the
// semantics, so that a screen reader meets them: use those for everything that a person must read and
// that no widget's name already says.
//
//     float width = text_width(TextStyle::Dense, "22 tasks");
//     heading(ui, rect, 2, TextStyle::Title, t.text_1, "Price page");
//     float used = paragraph(ui, "why", x, y, width, TextStyle::Body, t.text_2, text);
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/ui.h"

namespace atrium::shell {

enum class Align { Left, Centre, Right };

float text_width(TextStyle style, std::string_view text);

float line_height(TextStyle style);

// The same for a style whose size was changed, such as to make a label fit.
float text_width(const TextMetrics& metrics, std::string_view text);

// One line in the vertical middle of `rect`, cut with an ellipsis where it is too long. Returns the
// width drawn.
float draw_text(Ui& ui,
                Rect rect,
                TextStyle style,
                Color color,
                std::string_view text,
                Align align = Align::Left);

float draw_text(Ui& ui,
                Rect rect,
                const TextMetrics& metrics,
                Color color,
                std::string_view text,
                Align align = Align::Left);

// The same, and a Text node (id from the text itself, or from `key`).
float label(Ui& ui,
            Rect rect,
            TextStyle style,
            Color color,
            std::string_view text,
            Align align = Align::Left,
            std::string_view key = {});

float heading(Ui& ui,
              Rect rect,
              int level,
              TextStyle style,
              Color color,
              std::string_view text,
              Align align = Align::Left);

// A text with the part that fits into `width`, cut at a character and closed with an ellipsis.
std::string elided(TextStyle style, std::string_view text, float width);

// --- Runs: text in several weights and colors, wrapped

struct Run {
    enum Mark : unsigned char { kPlain = 0, kLink = 1, kCode = 2, kStrike = 4, kHighlight = 8 };

    std::string_view text;
    Weight weight = Weight::Regular;
    Color color = 0;  // 0: the paragraph's
    unsigned char mark = 0;
    int link = -1;  // index of the link for the caller
};

// A stretch of one run on one line, ready to be drawn.
struct TextPiece {
    float x = 0;
    float width = 0;
    std::uint32_t begin = 0, end = 0;  // bytes in TextLayout::text
    std::uint32_t run = 0;
};

struct TextLine {
    std::uint32_t first_piece = 0, piece_count = 0;
    float width = 0;
    std::uint32_t begin = 0;  // byte of TextLayout::text, also where the line is empty
};

struct TextLayout {
    std::string text;
    std::vector<Run> runs;  // their `text` is not valid any more; pieces index into `text`
    std::vector<TextPiece> pieces;
    std::vector<TextLine> lines;
    TextStyle style = TextStyle::Body;
    float line_height = 20;
    float width = 0;  // of the longest line

    float height() const { return static_cast<float>(lines.size()) * line_height; }
};

// Wraps runs into lines of `width`; breaks at spaces, after hyphens, between CJK characters, and
// inside a word only when it is wider than a line. "\n" ends a line; blanks after it indent the next.
TextLayout lay_out(std::span<const Run> runs, TextStyle style, float width);

// Bytes of a text, from `begin` to before `end`.
struct TextRange {
    std::size_t begin = 0, end = 0;

    bool operator==(const TextRange&) const = default;

    bool empty() const { return begin >= end; }
};

// Draws the lines that are inside the clip; `align` within `width`. What is selected stands on a
// ground of its own.
void draw_layout(Ui& ui,
                 const TextLayout& layout,
                 float x,
                 float y,
                 float width,
                 Color color,
                 Align align = Align::Left,
                 TextRange selected = {});

// Height of plain wrapped text; layouts are remembered by text, style and width.
float paragraph_height(Ui& ui, TextStyle style, std::string_view text, float width);

// Draws it and records a Text node; returns the height. `max_lines` > 0 ends with an ellipsis.
float paragraph(Ui& ui,
                std::string_view key,
                float x,
                float y,
                float width,
                TextStyle style,
                Color color,
                std::string_view text,
                Align align = Align::Left,
                int max_lines = 0);

// Without a node.
float draw_paragraph(Ui& ui,
                     float x,
                     float y,
                     float width,
                     TextStyle style,
                     Color color,
                     std::string_view text,
                     Align align = Align::Left,
                     int max_lines = 0);

// "**bold**" parts semibold, the rest regular; no other markup. For sentences
// such as "Switching would change **6 tasks**."
float draw_emphasised(
    Ui& ui, float x, float y, float width, TextStyle style, Color color, std::string_view text);
float emphasised_height(Ui& ui, TextStyle style, std::string_view text, float width);
float emphasised(Ui& ui,
                 std::string_view key,
                 float x,
                 float y,
                 float width,
                 TextStyle style,
                 Color color,
                 std::string_view text);

}  // namespace atrium::shell
