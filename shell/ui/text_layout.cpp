// Breaking text into lines, and drawing the lines.
#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "shell/theme/fonts.h"
#include "shell/theme/utf8.h"
#include "shell/ui/glyphs.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/ui/text_metrics.h"
#include "shell/ui/text_places.h"
#include "shell/ui/text_watch.h"

namespace atrium::shell {

namespace {

// Scripts written without spaces: a line may end after any character.
bool breaks_anywhere(char32_t c) {
    return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef) ||
           (c >= 0x20000 && c <= 0x3ffff);
}

bool breaks_after(char32_t c) {
    return c == '-' || c == '/' || c == 0x2013 || c == 0x2014 || breaks_anywhere(c);
}

// Puts words into lines. A word may span several runs ("**bold**ly"), so its pieces wait in `word_`
// until it ends.
class LineBreaker {
 public:
    LineBreaker(TextLayout& layout, float width) : layout_(layout), width_(width) {}

    void start_run(std::uint32_t run, ImFontBaked* face) {
        run_ = run;
        face_ = face;
        end_piece_of_word();
    }

    void character(char32_t c, std::uint32_t begin, std::uint32_t end) {
        if (c == '\n') {
            end_word();
            end_line(end);
            wrapped_ = false;
            return;
        }
        if (c == '\r') {
            return;  // of a file with line ends of its own; it has no picture
        }
        const float width = advance(face_, c == '\t' ? ' ' : c);
        if (c == ' ' || c == '\t') {
            end_word();
            pending_space(width, begin, end);
            return;
        }
        if (word_width_ + width > width_ && word_width_ > 0) {
            end_word();  // wider than a line: it breaks here
        }
        add_to_word(width, begin, end);
        if (breaks_after(c)) {
            end_word();
        }
    }

    void finish() {
        end_word();
        if (line_open_ || layout_.lines.empty()) {
            end_line(0);
        }
    }

 private:
    void add_to_word(float width, std::uint32_t begin, std::uint32_t end) {
        if (word_.empty() || piece_done_) {
            word_.push_back({0, 0, begin, begin, run_});
            piece_done_ = false;
        }
        word_.back().end = end;
        word_.back().width += width;
        word_width_ += width;
    }

    void end_piece_of_word() { piece_done_ = true; }

    void pending_space(float width, std::uint32_t begin, std::uint32_t end) {
        if (!line_open_ && wrapped_) {
            return;  // a line that the width began has no indent
        }
        spaces_.push_back({0, width, begin, end, run_});
        space_width_ += width;
    }

    void end_word() {
        if (word_.empty()) {
            return;
        }
        const bool begun = line_open_ || !spaces_.empty();
        if (begun && x_ + space_width_ + word_width_ > width_ + 0.01f) {
            end_line(word_.front().begin);
            wrapped_ = true;
        }
        for (const TextPiece& space : spaces_) {
            place(space);
        }
        clear_spaces();
        for (const TextPiece& piece : word_) {
            place(piece);
        }
        word_.clear();
        word_width_ = 0;
        piece_done_ = false;
    }

    // Joins pieces of one run, so that a line is drawn in as few calls as it has runs.
    void place(const TextPiece& piece) {
        line_open_ = true;
        const bool first = layout_.pieces.size() == line_begin_;
        if (!first && layout_.pieces.back().run == piece.run &&
            layout_.pieces.back().end == piece.begin) {
            layout_.pieces.back().end = piece.end;
            layout_.pieces.back().width += piece.width;
        } else {
            layout_.pieces.push_back(piece);
            layout_.pieces.back().x = x_;
        }
        x_ += piece.width;
    }

    // `next` is the byte that the next line begins with.
    void end_line(std::uint32_t next) {
        const auto count = static_cast<std::uint32_t>(layout_.pieces.size() - line_begin_);
        layout_.lines.push_back({static_cast<std::uint32_t>(line_begin_), count, x_, line_byte_});
        line_byte_ = next;
        layout_.width = std::max(layout_.width, x_);
        line_begin_ = layout_.pieces.size();
        x_ = 0;
        line_open_ = false;
        clear_spaces();
    }

    void clear_spaces() {
        spaces_.clear();
        space_width_ = 0;
    }

    TextLayout& layout_;
    float width_;
    std::uint32_t run_ = 0;
    ImFontBaked* face_ = nullptr;
    std::vector<TextPiece> word_;
    std::vector<TextPiece> spaces_;
    float word_width_ = 0;
    float space_width_ = 0;
    bool piece_done_ = false;
    float x_ = 0;
    std::size_t line_begin_ = 0;
    std::uint32_t line_byte_ = 0;
    bool line_open_ = false;
    bool wrapped_ = false;  // this line goes on with the one before
};

float size_of(const TextLayout& layout) {
    return text_metrics(layout.style).size;
}

void draw_marks(Ui& ui, const TextLayout& layout, const TextPiece& piece, float x, float y) {
    const Run& run = layout.runs[piece.run];
    const Tokens& t = tokens();
    const float top = y + std::round((layout.line_height - size_of(layout) - 6) / 2);
    const Rect box{x, top, piece.width, size_of(layout) + 6};
    if ((run.mark & Run::kHighlight) != 0) {
        fill(ui, inset(box, -2, 0), t.warning_soft, 4);
    }
    if ((run.mark & Run::kCode) != 0) {
        fill(ui, inset(box, -2, 0), t.surface_3, 4);
    }
}

void draw_lines_on_text(Ui& ui,
                        const TextLayout& layout,
                        const TextPiece& piece,
                        float x,
                        float baseline,
                        Color color) {
    const Run& run = layout.runs[piece.run];
    if ((run.mark & Run::kLink) != 0) {
        fill(ui, {x, baseline + 3, piece.width, 1}, color);
    }
    if ((run.mark & Run::kStrike) != 0) {
        fill(ui, {x, baseline - std::round(size_of(layout) * 0.32f), piece.width, 1}, color);
    }
}

// Selected words stand on the selection's ground, whatever their color else.
void draw_words(Ui& ui,
                const TextLayout& layout,
                const TextPiece& piece,
                float x,
                float baseline,
                Color color,
                TextRange selected) {
    ImFont* face = font(layout.runs[piece.run].weight);
    const auto in_piece = [&](std::size_t offset) {
        return std::clamp<std::size_t>(offset, piece.begin, piece.end);
    };
    const std::size_t cuts[] = {
        piece.begin, in_piece(selected.begin), in_piece(selected.end), piece.end};
    const Color colors[] = {color, tokens().text_1, color};
    for (int i = 0; i < 3; ++i) {
        if (cuts[i] < cuts[i + 1]) {
            const std::string_view words(layout.text.data() + cuts[i], cuts[i + 1] - cuts[i]);
            x += draw_glyphs(ui, face, size_of(layout), x, baseline, colors[i], words);
        }
    }
}

void draw_selected_ground(Ui& ui,
                          const TextLayout& layout,
                          const TextLine& text_line,
                          float x,
                          float y,
                          TextRange selected) {
    constexpr float kLineBreak = 4;  // a selected line break shows too
    const std::size_t end = line_end(layout, text_line);
    const bool is_last = &text_line == &layout.lines.back();
    if (selected.empty() || selected.begin > end || selected.end <= text_line.begin) {
        return;
    }
    const float left = x_in_line(layout, text_line, selected.begin);
    const float right = x_in_line(layout, text_line, std::min(selected.end, end)) +
                        (selected.end > end && !is_last ? kLineBreak : 0);
    fill(ui, {x + left, y, right - left, layout.line_height}, tokens().accent_fill);
}

}  // namespace

TextLayout lay_out(std::span<const Run> runs, TextStyle style, float width) {
    TextLayout layout;
    layout.style = style;
    const TextMetrics metrics = text_metrics(style);
    layout.line_height = metrics.line;
    layout.runs.assign(runs.begin(), runs.end());
    LineBreaker breaker(layout, std::max(width, metrics.size));
    for (std::uint32_t i = 0; i < layout.runs.size(); ++i) {
        Run& run = layout.runs[i];
        if (run.weight == Weight::Regular) {
            run.weight = metrics.weight;
        }
        const auto offset = static_cast<std::uint32_t>(layout.text.size());
        layout.text.append(run.text);
        breaker.start_run(i, baked_font(font(run.weight), metrics.size));
        for (std::size_t at = 0; at < run.text.size();) {
            const std::size_t begin = at;
            const char32_t c = next_character(run.text, at);
            breaker.character(c,
                              offset + static_cast<std::uint32_t>(begin),
                              offset + static_cast<std::uint32_t>(at));
        }
        run.text = {};
    }
    breaker.finish();
    return layout;
}

void draw_layout(Ui& ui,
                 const TextLayout& layout,
                 float x,
                 float y,
                 float width,
                 Color color,
                 Align align,
                 TextRange selected) {
    const Rect clip = ui.clip();
    const float baseline = baseline_in_line(text_metrics(layout.style));
    // A megabyte of text has tens of thousands of lines; only those in sight are visited.
    const auto first = static_cast<std::size_t>(std::max(0.0f, (clip.y - y) / layout.line_height));
    for (std::size_t i = first; i < layout.lines.size(); ++i) {
        const TextLine& text_line = layout.lines[i];
        const float line_top = y + static_cast<float>(i) * layout.line_height;
        if (line_top > clip.bottom()) {
            break;
        }
        const float left = x + line_left(text_line, width, align);
        const TextPiece* pieces = layout.pieces.data() + text_line.first_piece;
        const std::size_t end = line_end(layout, text_line);
        const std::string_view words(layout.text.data() + text_line.begin, end - text_line.begin);
        note_text(ui, words, {left, line_top, text_line.width, layout.line_height});
        for (std::uint32_t k = 0; k < text_line.piece_count; ++k) {
            draw_marks(ui, layout, pieces[k], left + pieces[k].x, line_top);
        }
        draw_selected_ground(ui, layout, text_line, left, line_top, selected);
        for (std::uint32_t k = 0; k < text_line.piece_count; ++k) {
            const TextPiece& piece = pieces[k];
            const Run& run = layout.runs[piece.run];
            const bool is_link = (run.mark & Run::kLink) != 0;
            const Color plain = is_link ? tokens().accent : color;
            const Color tint = run.color == 0 ? plain : run.color;
            const float base = line_top + baseline;
            draw_words(ui, layout, piece, left + piece.x, base, tint, selected);
            draw_lines_on_text(ui, layout, piece, left + piece.x, base, tint);
        }
    }
}

}  // namespace atrium::shell
