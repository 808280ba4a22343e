#include "shell/ui/text.h"

#include <cmath>

#include "shell/theme/fonts.h"
#include "shell/theme/utf8.h"
#include "shell/ui/glyphs.h"
#include "shell/ui/text_metrics.h"
#include "shell/ui/text_watch.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";

std::string elided(const TextMetrics& metrics, std::string_view text, float width) {
    ImFontBaked* baked = baked_font(font(metrics.weight), metrics.size);
    if (measure_glyphs(baked, text) <= width + 0.5f) {
        return std::string(text);
    }
    const float room = width - measure_glyphs(baked, kEllipsis);
    float used = 0;
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size(); end = i) {
        used += advance(baked, next_character(text, i));
        if (used > room) {
            break;
        }
    }
    while (end > 0 && text[end - 1] == ' ') {
        --end;
    }
    return std::string(text.substr(0, end)).append(kEllipsis);
}

}  // namespace

float text_width(TextStyle style, std::string_view text) {
    return text_width(text_metrics(style), text);
}

float text_width(const TextMetrics& metrics, std::string_view text) {
    return measure_glyphs(baked_font(font(metrics.weight), metrics.size), text);
}

float line_height(TextStyle style) {
    return text_metrics(style).line;
}

std::string elided(TextStyle style, std::string_view text, float width) {
    return elided(text_metrics(style), text, width);
}

float draw_text(
    Ui& ui, Rect rect, TextStyle style, Color color, std::string_view text, Align align) {
    return draw_text(ui, rect, text_metrics(style), color, text, align);
}

float draw_text(Ui& ui,
                Rect rect,
                const TextMetrics& metrics,
                Color color,
                std::string_view text,
                Align align) {
    if (text.empty() || !ui.visible(rect)) {
        return 0;
    }
    ImFont* face = font(metrics.weight);
    float width = measure_glyphs(baked_font(face, metrics.size), text);
    std::string shortened;
    if (width > rect.width + 0.5f) {
        shortened = elided(metrics, text, rect.width);
        text = shortened;
        width = measure_glyphs(baked_font(face, metrics.size), text);
    }
    const float space = rect.width - width;
    const float x = align == Align::Left    ? rect.x
                    : align == Align::Right ? rect.right() - width
                                            : rect.x + space / 2;
    const float top = std::round(rect.y + (rect.height - metrics.line) / 2);
    note_text(ui, text, {x, top, width, metrics.line});
    return draw_glyphs(ui, face, metrics.size, x, top + baseline_in_line(metrics), color, text);
}

float label(Ui& ui,
            Rect rect,
            TextStyle style,
            Color color,
            std::string_view text,
            Align align,
            std::string_view key) {
    if (text.empty()) {
        return 0;
    }
    ui.add({.id = ui.id(key.empty() ? text : key),
            .role = Role::Text,
            .name = std::string(text),
            .rect = rect});
    return draw_text(ui, rect, style, color, text, align);
}

float heading(Ui& ui,
              Rect rect,
              int level,
              TextStyle style,
              Color color,
              std::string_view text,
              Align align) {
    ui.add({.id = ui.id(text),
            .role = Role::Heading,
            .name = std::string(text),
            .rect = rect,
            .level = level});
    return draw_text(ui, rect, style, color, text, align);
}

}  // namespace atrium::shell
