#include "shell/ui/markdown_draw.h"

#include <algorithm>
#include <cmath>

#include "core/protocol/ascii.h"
#include "imgui.h"
#include "shell/theme/fonts.h"
#include "shell/ui/buttons.h"
#include "shell/ui/glyphs.h"
#include "shell/ui/paint.h"
#include "shell/ui/side_scroll.h"
#include "shell/ui/text_metrics.h"
#include "shell/ui/text_places.h"
#include "shell/ui/text_selection.h"

namespace atrium::shell {

namespace {

std::string_view words_of(const TextLayout& layout, const TextPiece& piece) {
    return std::string_view(layout.text).substr(piece.begin, piece.end - piece.begin);
}

// Calls use(piece, rectangle) for every piece on lines inside the clip.
template <typename Use>
void for_each_piece(Ui& ui, const TextLayout& layout, Rect place, Align align, Use use) {
    const Rect clip = ui.clip();
    const float step = layout.line_height;
    for (auto i = static_cast<std::size_t>(std::max(0.0f, (clip.y - place.y) / step));
         i < layout.lines.size();
         ++i) {
        const TextLine& line = layout.lines[i];
        const float y = place.y + static_cast<float>(i) * step;
        if (y > clip.bottom()) {
            break;
        }
        const float left = place.x + line_left(line, place.width, align);
        for (std::uint32_t k = 0; k < line.piece_count; ++k) {
            const TextPiece& piece = layout.pieces[line.first_piece + k];
            use(piece, Rect{left + piece.x, y, piece.width, step});
        }
    }
}

// Where `wanted` begins at or after `from`, letter case of ASCII aside; the text's end for nowhere.
std::size_t find_in_any_case(std::string_view text, std::string_view wanted, std::size_t from) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size()));
    const auto found =
        std::search(begin, text.end(), wanted.begin(), wanted.end(), [](char a, char b) {
            return ascii::lower(a) == ascii::lower(b);
        });
    return static_cast<std::size_t>(found - text.begin());
}

void draw_highlights(
    Ui& ui, const TextLayout& layout, Rect place, Align align, std::string_view wanted) {
    if (wanted.empty()) {
        return;
    }
    const float size = text_metrics(layout.style).size;
    for_each_piece(ui, layout, place, align, [&](const TextPiece& piece, Rect rect) {
        const std::string_view words = words_of(layout, piece);
        ImFontBaked* face = baked_font(font(layout.runs[piece.run].weight), size);
        for (std::size_t at = find_in_any_case(words, wanted, 0); at < words.size();
             at = find_in_any_case(words, wanted, at + wanted.size())) {
            const float x = rect.x + measure_glyphs(face, words.substr(0, at));
            const float width = measure_glyphs(face, words.substr(at, wanted.size()));
            fill(ui, {x - 2, rect.y + 2, width + 4, rect.height - 4}, tokens().warning_soft, 4);
        }
    });
}

void record_links(
    Ui& ui, const InlineText& content, const TextLayout& layout, Rect place, Align align) {
    if (content.links.empty()) {
        return;
    }
    const auto scope = ui.push("links");
    for_each_piece(ui, layout, place, align, [&](const TextPiece& piece, Rect rect) {
        const int link = layout.runs[piece.run].link;
        if (link < 0) {
            return;
        }
        const std::string& address = content.links[static_cast<std::size_t>(link)];
        const auto piece_scope = ui.push(static_cast<std::uint64_t>(piece.begin));
        const Press press = ui.press(
            "link",
            rect,
            {.role = Role::Link, .name = std::string(words_of(layout, piece)), .href = address});
        if (press.ring) {
            focus_ring(ui, inset(rect, 0, 2), 2);
        }
        if (press.activated) {
            ui.platform().open_link(address);
        }
    });
}

void draw_inline(Ui& ui,
                 const InlineText& content,
                 const TextLayout& layout,
                 Rect place,
                 Color color,
                 const MarkdownStyle& style,
                 std::size_t offset,
                 Align align = Align::Left) {
    draw_highlights(ui, layout, place, align, style.highlight);
    const TextRange selected = selectable(ui, layout, place, align, offset);
    draw_layout(ui, layout, place.x, place.y, place.width, color, align, selected);
    record_links(ui, content, layout, place, align);
}

void draw_marker(Ui& ui, const Block& block, Rect inside) {
    const Tokens& t = tokens();
    if (block.marker.empty()) {
        return;
    }
    const float line = line_height(TextStyle::Read);
    const Rect place{inside.x - kListIndent, inside.y, kListIndent, line};
    if (block.task != TaskMark::None) {
        const Rect box = centred_left(place, 14, 14);
        const bool done = block.task == TaskMark::Done;
        panel(ui, box, done ? t.accent_soft_hover : 0, done ? t.accent_soft_hover : t.outline, 4);
        if (done) {
            icon(ui, box, kIconCheck, 12, t.accent);
        }
    } else if (block.marker[0] >= '0' && block.marker[0] <= '9') {
        const float width = text_width(TextStyle::Read, block.marker);
        // A long number grows to the left instead of into the text.
        const float x = std::min(place.x, place.right() - 6 - width);
        draw_text(ui, {x, place.y, width + 1, line}, TextStyle::Read, t.text_3, block.marker);
    } else {
        circle(ui, place.x + 6.5f, place.y + line / 2 + 0.5f, 2.5f, t.text_3);
    }
}

void draw_quote_bars(Ui& ui, const Block& block, Rect rect) {
    for (int i = 0; i < block.quote; ++i) {
        const float x = rect.x + static_cast<float>(i) * kQuoteIndent;
        fill(ui, {x, rect.y, 2, rect.height}, tokens().accent_line);
    }
}

void draw_code(Ui& ui, const Block& block, Rect inside, std::size_t offset) {
    const Tokens& t = tokens();
    panel(ui, inside, t.surface_1, t.hairline, t.r_2);
    const auto group = ui.group("code", Role::Group, "Code", inside);
    const Rect text = code_text_rect(block, inside);
    if (!block.info.empty()) {
        Rect head = inset(inside, kCodePaddingX, kCodePaddingY, kCodePaddingX + 32, 0);
        head.height = text.y - head.y;
        label(ui, head, TextStyle::Dense, t.text_3, block.info);
    }
    ui.add({.id = ui.id("text"), .role = Role::Text, .name = block.content.text, .rect = text});
    const TextLayout& layout = block.layout.texts[0];
    const TextRange selected = selectable(ui, layout, text, Align::Left, offset);
    draw_layout(ui, layout, text.x, text.y, text.width, t.text_1, Align::Left, selected);
    const Rect corner{inside.right() - 32, inside.y + 8, 24, 24};
    const NodeId copied = ui.id("copied");
    float& until = ui.memory(copied, 1);
    const bool just_copied = static_cast<double>(until) > ui.time();
    if (icon_button(ui,
                    "copy",
                    corner,
                    {.icon = just_copied ? kIconCheck : kIconCopy,
                     .name = just_copied ? "Copied" : "Copy code",
                     .size = ButtonSize::Small,
                     .color = just_copied ? t.accent : t.text_3})) {
        ui.platform().copy_text(block.content.text);
        until = static_cast<float>(ui.time() + 2);
    }
    if (just_copied) {
        ui.wake_in(static_cast<double>(until) - ui.time());
    }
}

void draw_table(
    Ui& ui, const Block& block, Rect inside, const MarkdownStyle& style, std::size_t offset) {
    const Tokens& t = tokens();
    const TableCells& table = block.table;
    const BlockLayout& layout = block.layout;
    if (table.columns == 0) {
        return;
    }
    const float width = layout.column_x.back() + layout.column_width.back();
    const SideScroll side(ui, "side", inside, width);
    inside.x = side.content().x;
    const auto node =
        ui.group("table", Role::Table, "", {inside.x, inside.y, width, inside.height});
    float y = inside.y;
    for (std::size_t row = 0; row < layout.row_height.size(); ++row) {
        const float height = layout.row_height[row];
        const auto row_scope = ui.push(static_cast<std::uint64_t>(row));
        const auto row_node = ui.group("row", Role::Row, "", {inside.x, y, width, height});
        for (std::size_t column = 0; column < table.columns; ++column) {
            const std::size_t i = row * table.columns + column;
            if (i >= layout.texts.size()) {
                break;
            }
            const TextLayout& text = layout.texts[i];
            const auto scope = ui.push(static_cast<std::uint64_t>(column));
            const Rect cell{
                inside.x + layout.column_x[column], y, layout.column_width[column], height};
            const bool heads = row == 0 && !table.cells[i].text.empty();
            ui.add({.id = ui.id("cell"),
                    .role = heads ? Role::ColumnHeader : Role::Cell,
                    .name = table.cells[i].text,
                    .rect = cell});
            draw_inline(ui,
                        table.cells[i],
                        text,
                        cell_text_rect(text, cell),
                        row == 0 ? t.text_3 : t.text_1,
                        style,
                        offset,
                        column_align(table, column));
            offset += table.cells[i].text.size() + 1;
        }
        y += height;
        if (row + 1 < layout.row_height.size()) {
            horizontal_rule(ui, inside.x, y - 1, width);
        }
    }
}

}  // namespace

void draw_block(
    Ui& ui, const Block& block, Rect rect, const MarkdownStyle& style, std::size_t offset) {
    const Tokens& t = tokens();
    const Color plain = style.color == 0 ? t.text_1 : style.color;
    const Color color = block.quote > 0 ? t.text_2 : plain;
    draw_quote_bars(ui, block, rect);
    const Rect inside = inset(rect, indent_of(block), 0, 0, 0);
    draw_marker(ui, block, inside);
    switch (block.kind) {
        case BlockKind::Rule:
            horizontal_rule(ui, inside.x, inside.y, inside.width);
            break;
        case BlockKind::Code:
            draw_code(ui, block, inside, offset);
            break;
        case BlockKind::Table:
            draw_table(ui, block, inside, style, offset);
            break;
        case BlockKind::Heading:
            ui.add({.id = ui.id("heading"),
                    .role = Role::Heading,
                    .name = block.content.text,
                    .rect = inside,
                    .level = std::min(6, block.level + 2)});
            draw_inline(ui, block.content, block.layout.texts[0], inside, color, style, offset);
            break;
        case BlockKind::Paragraph:
            ui.add({.id = ui.id("text"),
                    .role = Role::Text,
                    .name = (block.marker.empty() ? "" : block.marker + " ") + block.content.text,
                    .rect = inside});
            draw_inline(ui, block.content, block.layout.texts[0], inside, color, style, offset);
            break;
    }
}

void offer_texts(Ui& ui, const Block& block, Rect rect, std::size_t offset) {
    const BlockLayout& layout = block.layout;
    Rect place = inset(rect, indent_of(block), 0, 0, 0);
    if (block.kind != BlockKind::Table) {
        place = block.kind == BlockKind::Code ? code_text_rect(block, place) : place;
        for (const TextLayout& text : layout.texts) {
            selectable(ui, text, place, Align::Left, offset);
        }
        return;
    }
    for (std::size_t i = 0; i < layout.texts.size(); ++i) {
        const std::size_t column = i % block.table.columns;
        const float height = layout.row_height[i / block.table.columns];
        const Rect cell{
            place.x + layout.column_x[column], place.y, layout.column_width[column], height};
        const TextLayout& text = layout.texts[i];
        selectable(ui, text, cell_text_rect(text, cell), column_align(block.table, column), offset);
        offset += text.text.size() + 1;
        place.y += column + 1 == block.table.columns ? height : 0;
    }
}

void draw_caret(Ui& ui, const Block* block, float x, float y) {
    float left = x;
    float line_top = y;
    TextStyle style = TextStyle::Read;
    if (block != nullptr && !block->layout.texts.empty()) {
        const TextLayout& layout = block->layout.texts.back();
        const bool code = block->kind == BlockKind::Code;
        style = layout.style;
        const float bottom = y + block->layout.height - (code ? kCodePaddingY : 0);
        line_top = bottom - layout.line_height;
        left = x + indent_of(*block) + (code ? kCodePaddingX : 0) + layout.lines.back().width + 2;
        if (block->kind == BlockKind::Table) {
            left += block->layout
                        .column_x[(block->layout.texts.size() - 1) % block->layout.column_x.size()];
        }
    }
    const float base = line_top + baseline_in_line(text_metrics(style)) + 2;
    fill(ui, {std::round(left), base - 16, 8, 16}, tokens().sun, 2);
}

}  // namespace atrium::shell
