// Markdown as a flat list of blocks: nesting is turned into indents, so that drawing is one loop and
// no input can make anything recurse.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shell/theme/tokens.h"
#include "shell/ui/text.h"

namespace atrium::shell {

// What may stand around words. Code is not among these, because it holds nothing else.
enum class InlineMark : unsigned char { None, Strong, Emphasis, Strike, Link };

// Outermost first, each at most once.
using InlineMarks = std::array<InlineMark, 4>;

// A stretch of text in one look and inside the same marks.
struct InlineSpan {
    std::uint32_t begin = 0, end = 0;  // bytes of the text
    Weight weight = Weight::Regular;
    unsigned char mark = 0;  // Run::Mark
    int link = -1;           // index into InlineText::links
    InlineMarks around{};
};

struct InlineText {
    std::string text;
    std::vector<InlineSpan> spans;
    std::vector<std::string> links;
};

enum class BlockKind { Paragraph, Heading, Code, Table, Rule };

enum class TaskMark { None, Open, Done };

struct TableCells {
    std::size_t columns = 0;
    std::vector<Align> aligns;
    std::vector<InlineText> cells;  // row by row, the first row is the head
};

// What a block looks like at one width.
struct BlockLayout {
    float width = -1;
    float scale = 0;
    float height = 0;
    std::vector<TextLayout> texts;                          // one, or one for each cell
    std::vector<float> column_x, column_width, row_height;  // of a table
};

struct Block {
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;         // of a heading
    int indent = 0;        // list levels
    int quote = 0;         // quote levels
    bool in_list = false;  // stands close to the item before it
    std::string marker;    // "•" or "3" in front of an item's first block
    TaskMark task = TaskMark::None;
    InlineText content;  // a code block's text is all of it
    std::string info;    // what a code fence says about its text
    TableCells table;
    BlockLayout layout;
};

// Parses one piece of a document. At most kDeepest levels of lists and quotes are told apart.
inline constexpr int kDeepest = 6;
void parse_markdown(std::string_view text, std::vector<Block>& blocks);

// A piece of a document that can be parsed alone: later text never changes an earlier piece. Code
// fences at the left edge are pieces of their own.
struct MarkdownPiece {
    std::size_t begin = 0, end = 0;
    bool code = false;
    std::string info;
    std::size_t code_begin = 0, code_end = 0;
};

// The pieces of text.substr(from). `from` must be the beginning of a piece.
std::vector<MarkdownPiece> split_markdown(std::string_view text, std::size_t from);

}  // namespace atrium::shell
