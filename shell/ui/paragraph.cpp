// Plain and emphasised paragraphs, whose layouts are remembered between frames.
#include <functional>

#include "shell/ui/text.h"
#include "shell/ui/text_selection.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

enum class Markup { Plain, Emphasised };

std::uint64_t layout_key(
    TextStyle style, std::string_view text, float width, Markup markup, int lines) {
    std::uint64_t key = std::hash<std::string_view>{}(text);
    const auto mix = [&key](std::uint64_t value) {
        key = (key ^ value) * 0x9e3779b97f4a7c15ull;
        key ^= key >> 29;
    };
    mix(text.size());
    mix(static_cast<std::uint64_t>(style));
    mix(static_cast<std::uint64_t>(width * 4));
    mix(static_cast<std::uint64_t>(markup));
    mix(static_cast<std::uint64_t>(lines));
    mix(static_cast<std::uint64_t>(text_scale() * 100));
    return key;
}

// "a **b** c" as three runs.
std::vector<Run> emphasised_runs(std::string_view text) {
    std::vector<Run> runs;
    bool bold = false;
    while (!text.empty()) {
        const std::size_t mark = std::min(text.find("**"), text.size());
        if (mark > 0) {
            runs.push_back({.text = text.substr(0, mark),
                            .weight = bold ? Weight::Semibold : Weight::Regular});
        }
        text.remove_prefix(std::min(mark + 2, text.size()));
        bold = !bold;
    }
    return runs;
}

void limit_lines(TextLayout& layout, int max_lines, float width) {
    if (max_lines <= 0 || layout.lines.size() <= static_cast<std::size_t>(max_lines)) {
        return;
    }
    layout.lines.resize(static_cast<std::size_t>(max_lines));
    const TextLine& last = layout.lines.back();
    layout.pieces.resize(last.first_piece + last.piece_count);
    if (last.piece_count == 0) {
        return;
    }
    TextPiece& piece = layout.pieces.back();
    const std::string words =
        layout.text.substr(piece.begin, piece.end - piece.begin) + " \xe2\x80\xa6";
    const std::string cut = elided(layout.style, words, width - piece.x);
    layout.text.resize(piece.begin);
    layout.text += cut;
    piece.end = static_cast<std::uint32_t>(layout.text.size());
}

const TextLayout& remembered(
    Ui& ui, TextStyle style, std::string_view text, float width, Markup markup, int max_lines = 0) {
    auto& layouts = ui.impl().layouts;
    const auto [entry, is_new] =
        layouts.try_emplace(layout_key(style, text, width, markup, max_lines));
    if (is_new) {
        if (markup == Markup::Emphasised) {
            entry->second.layout = lay_out(emphasised_runs(text), style, width);
        } else {
            const Run whole{.text = text};
            entry->second.layout = lay_out({&whole, 1}, style, width);
        }
        limit_lines(entry->second.layout, max_lines, width);
    }
    entry->second.last_frame = ui.impl().frame;
    return entry->second.layout;
}

std::string without_marks(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "**") {
            ++i;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

void add_text_node(Ui& ui, std::string_view key, std::string name, Rect rect) {
    ui.add({.id = ui.id(key), .role = Role::Text, .name = std::move(name), .rect = rect});
}

}  // namespace

float paragraph_height(Ui& ui, TextStyle style, std::string_view text, float width) {
    return text.empty() ? 0 : remembered(ui, style, text, width, Markup::Plain).height();
}

float draw_paragraph(Ui& ui,
                     float x,
                     float y,
                     float width,
                     TextStyle style,
                     Color color,
                     std::string_view text,
                     Align align,
                     int max_lines) {
    if (text.empty()) {
        return 0;
    }
    const TextLayout& layout = remembered(ui, style, text, width, Markup::Plain, max_lines);
    const TextRange selected = selectable(ui, layout, {x, y, width, 0}, align, 0);
    draw_layout(ui, layout, x, y, width, color, align, selected);
    return layout.height();
}

float paragraph(Ui& ui,
                std::string_view key,
                float x,
                float y,
                float width,
                TextStyle style,
                Color color,
                std::string_view text,
                Align align,
                int max_lines) {
    const float height = draw_paragraph(ui, x, y, width, style, color, text, align, max_lines);
    if (height > 0) {
        add_text_node(ui, key, std::string(text), {x, y, width, height});
    }
    return height;
}

float draw_emphasised(
    Ui& ui, float x, float y, float width, TextStyle style, Color color, std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    const TextLayout& layout = remembered(ui, style, text, width, Markup::Emphasised);
    draw_layout(ui, layout, x, y, width, color);
    return layout.height();
}

float emphasised(Ui& ui,
                 std::string_view key,
                 float x,
                 float y,
                 float width,
                 TextStyle style,
                 Color color,
                 std::string_view text) {
    const float height = draw_emphasised(ui, x, y, width, style, color, text);
    if (height > 0) {
        add_text_node(ui, key, without_marks(text), {x, y, width, height});
    }
    return height;
}

float emphasised_height(Ui& ui, TextStyle style, std::string_view text, float width) {
    return text.empty() ? 0 : remembered(ui, style, text, width, Markup::Emphasised).height();
}

}  // namespace atrium::shell
