#include "shell/ui/markdown_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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

// Every column as wide as its widest cell; where that is too much, the widest give way first.
std::vector<float> column_widths(const TableCells& table, float available) {
    std::vector<float> widths(table.columns, 0);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const TextLayout line = lay_out_inline(table.cells[i], cell_style(i / table.columns), 1e6f);
        float& width = widths[i % table.columns];
        width = std::max(width, std::ceil(line.width));
    }
    const float gaps = kTableGap * static_cast<float>(table.columns - 1);
    const float room = std::max(available - gaps, 24.0f * static_cast<float>(table.columns));
    const float total = std::accumulate(widths.begin(), widths.end(), 0.0f);
    if (total <= room) {
        const float wanted = std::min(scaled(480) - gaps, room);
        const float grown = total > 0 && total < wanted ? wanted / total : 1;
        for (float& width : widths) {
            width = std::floor(width * grown);
        }
        return widths;
    }
    float cap = room;
    for (int step = 0; step < 48; ++step) {
        float sum = 0;
        for (float width : widths) {
            sum += std::min(width, cap);
        }
        if (sum <= room) {
            break;
        }
        cap *= 0.92f;
    }
    for (float& width : widths) {
        width = std::max(24.0f, std::floor(std::min(width, cap)));
    }
    return widths;
}

void lay_out_table(Block& block, float width) {
    const TableCells& table = block.table;
    BlockLayout& layout = block.layout;
    if (table.columns == 0) {
        return;
    }
    layout.column_width = column_widths(table, width);
    float x = 0;
    for (float column : layout.column_width) {
        layout.column_x.push_back(x);
        x += column + kTableGap;
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
