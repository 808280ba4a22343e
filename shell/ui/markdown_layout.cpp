#include "shell/ui/markdown_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace atrium::shell {

namespace {

TextLayout lay_out_inline(const InlineText& content, TextStyle style, float width) {
    std::vector<Run> runs;
    runs.reserve(content.spans.size());
    for (const InlineSpan& span : content.spans) {
        runs.push_back(
            {.text = std::string_view(content.text).substr(span.begin, span.end - span.begin),
             .weight = span.weight,
             .mark = span.mark,
             .link = span.link});
    }
    return lay_out(runs, style, width);
}

TextStyle cell_style(std::size_t row) {
    return row == 0 ? TextStyle::MetaMedium : TextStyle::Dense;
}

constexpr float kNarrowGap = 12;
constexpr float kLongestWord = 160;  // an address may be broken
constexpr float kSideColumn = 200;   // widest in a table that is scrolled sideways

// The widest word of a cell; bold or not, it fits.
float longest_word(const InlineText& cell, TextStyle style) {
    TextMetrics metrics = text_metrics(style);
    for (const InlineSpan& span : cell.spans) {
        metrics.weight = std::max(metrics.weight, span.weight);
    }
    float longest = 0;
    const std::string_view text = cell.text;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n-/", begin), text.size() - 1) + 1;
        longest = std::max(longest, text_width(metrics, text.substr(begin, end - begin)));
        begin = end;
    }
    return std::min(std::ceil(longest), scaled(kLongestWord));
}

struct Column {
    float least = 24;   // its longest word
    float natural = 0;  // its widest cell on one line
};

struct TableColumns {
    std::vector<float> widths;
    float gap = kTableGap;
};

float sum_with_cap(const std::vector<Column>& columns, float cap) {
    float sum = 0;
    for (const Column& column : columns) {
        sum += std::max(column.least, std::min(column.natural, cap));
    }
    return sum;
}

// Columns of at most `cap`, but never narrower than their longest word.
std::vector<float> capped(const std::vector<Column>& columns, float cap) {
    std::vector<float> widths;
    for (const Column& column : columns) {
        widths.push_back(std::floor(std::max(column.least, std::min(column.natural, cap))));
    }
    return widths;
}

std::vector<Column> columns_of(const TableCells& table) {
    std::vector<Column> columns(table.columns);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TextStyle style = cell_style(i / table.columns);
        Column& column = columns[i % table.columns];
        const TextLayout line = lay_out_inline(table.cells[i], style, 1e6f);
        column.natural = std::max(column.natural, std::ceil(line.width));
        column.least = std::max(column.least, longest_word(table.cells[i], style));
    }
    return columns;
}

// Every column as wide as its widest cell; where that is too much, the widest give way first, then
// the gaps. Where not even the longest words fit, the table is wider than its place.
TableColumns fitted_columns(const TableCells& table, float available) {
    const std::vector<Column> columns = columns_of(table);
    const auto count = static_cast<float>(table.columns - 1);
    const float natural = sum_with_cap(columns, 1e6f);
    const float least = sum_with_cap(columns, 0);
    float room = available - kTableGap * count;
    if (natural <= room) {
        const float wanted = std::min(scaled(480) - kTableGap * count, room);
        const float grown = natural > 0 && natural < wanted ? wanted / natural : 1;
        TableColumns fitted{capped(columns, 1e6f)};
        for (float& width : fitted.widths) {
            width = std::floor(width * grown);
        }
        return fitted;
    }
    const float gap = least <= room ? kTableGap : kNarrowGap;
    room = available - gap * count;
    if (least > room) {
        return {capped(columns, scaled(kSideColumn)), kTableGap};
    }
    float low = 0;
    float high = room;
    for (int step = 0; step < 16; ++step) {
        const float cap = (low + high) / 2;
        (sum_with_cap(columns, cap) <= room ? low : high) = cap;
    }
    return {capped(columns, low), gap};
}

void lay_out_table(Block& block, float width) {
    const TableCells& table = block.table;
    BlockLayout& layout = block.layout;
    if (table.columns == 0) {
        return;
    }
    TableColumns columns = fitted_columns(table, width);
    layout.column_width = std::move(columns.widths);
    float x = 0;
    for (float column : layout.column_width) {
        layout.column_x.push_back(x);
        x += column + columns.gap;
    }
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const std::size_t row = i / table.columns;
        layout.texts.push_back(lay_out_inline(
            table.cells[i], cell_style(row), layout.column_width[i % table.columns]));
        if (i % table.columns == 0) {
            layout.row_height.push_back(0);
        }
        const float padding = 12;
        const float least = scaled(row == 0 ? 28.0f : 32.0f);
        float& height = layout.row_height.back();
        height = std::max({height, least, layout.texts.back().height() + padding});
    }
    layout.height = std::accumulate(layout.row_height.begin(), layout.row_height.end(), 0.0f);
}

float code_info_height(const Block& block) {
    return block.info.empty() ? 0 : line_height(TextStyle::Dense);
}

}  // namespace

TextStyle style_of(const Block& block, MarkdownPurpose purpose) {
    if (block.kind == BlockKind::Code) {
        return TextStyle::Dense;
    }
    if (block.kind != BlockKind::Heading) {
        return TextStyle::Read;
    }
    if (block.level >= 3) {
        return TextStyle::ReadBold;
    }
    const bool title = purpose == MarkdownPurpose::Document && block.level == 1;
    return title ? TextStyle::Display : TextStyle::Heading;
}

float indent_of(const Block& block) {
    return static_cast<float>(block.indent) * kListIndent +
           static_cast<float>(block.quote) * kQuoteIndent;
}

float gap_before(const Block& before, const Block& block, MarkdownPurpose purpose) {
    const bool document = purpose == MarkdownPurpose::Document;
    if (block.in_list && before.in_list && block.kind == BlockKind::Paragraph) {
        return block.marker.empty() ? 8 : document ? 4 : 0;
    }
    if (block.kind == BlockKind::Heading) {
        return document ? 24 : 20;
    }
    if (before.kind == BlockKind::Heading) {
        return document ? 12 : 8;
    }
    return 12;
}

void lay_out_block(Block& block, float width, MarkdownPurpose purpose) {
    BlockLayout& layout = block.layout;
    if (layout.width == width && layout.scale == text_scale()) {
        return;
    }
    layout = {.width = width, .scale = text_scale()};
    const float inner = std::max(48.0f, width - indent_of(block));
    switch (block.kind) {
        case BlockKind::Rule:
            layout.height = 1;
            break;
        case BlockKind::Table:
            lay_out_table(block, inner);
            break;
        case BlockKind::Code: {
            const Run whole{.text = block.content.text};
            layout.texts.push_back(
                lay_out({&whole, 1}, TextStyle::Dense, inner - 2 * kCodePaddingX));
            layout.height = layout.texts[0].height() + code_info_height(block) + 2 * kCodePaddingY;
            break;
        }
        case BlockKind::Heading:
        case BlockKind::Paragraph:
            layout.texts.push_back(lay_out_inline(block.content, style_of(block, purpose), inner));
            layout.height = layout.texts[0].height();
            break;
    }
}

Rect code_text_rect(const Block& block, Rect inside) {
    return inset(inside,
                 kCodePaddingX,
                 kCodePaddingY + code_info_height(block),
                 kCodePaddingX,
                 kCodePaddingY);
}

Rect cell_text_rect(const TextLayout& text, Rect cell) {
    const float height = text.height();
    return {cell.x, cell.y + std::round((cell.height - 1 - height) / 2), cell.width, height};
}

Align column_align(const TableCells& table, std::size_t column) {
    return column < table.aligns.size() ? table.aligns[column] : Align::Left;
}

}  // namespace atrium::shell
