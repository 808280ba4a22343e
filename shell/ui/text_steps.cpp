#include "shell/ui/text_steps.h"

#include <algorithm>

namespace atrium::shell {

namespace {

// A place as one of the texts has it.
struct Spot {
    std::size_t text = 0;
    std::size_t at = 0;  // bytes of the layout's text
};

// Where no text is (a rule between blocks), the end of the text before it.
std::optional<Spot> spot_of(std::span<const PlacedText> texts, TextPlace place) {
    std::optional<Spot> found;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const PlacedText& text = texts[i];
        if (text.item != place.item || (found && text.offset > place.offset)) {
            continue;
        }
        const std::size_t inside = place.offset - std::min(place.offset, text.offset);
        found = Spot{i, std::min(inside, text.layout->text.size())};
    }
    return found;
}

TextPlace place_of(const PlacedText& text, std::size_t at) {
    return {text.item, text.offset + at};
}

Rect caret_in(const PlacedText& text, std::size_t at) {
    return caret_rect(*text.layout, text.place, text.align, at);
}

// To the next character or word; beyond the text's end into its neighbour.
Spot along(std::span<const PlacedText> texts, Spot from, TextStep step) {
    const bool by_word = step.unit == StepUnit::Word;
    const std::size_t size = texts[from.text].layout->text.size();
    const bool leaves = step.forward ? from.at == size : from.at == 0;
    if (leaves) {
        const bool is_outermost = step.forward ? from.text + 1 == texts.size() : from.text == 0;
        if (is_outermost) {
            return from;
        }
        from.text = step.forward ? from.text + 1 : from.text - 1;
        from.at = step.forward ? 0 : texts[from.text].layout->text.size();
        if (!by_word) {
            return from;
        }
    }
    const std::string_view words = texts[from.text].layout->text;
    if (step.forward) {
        from.at = by_word ? word_end_after(words, from.at) : character_after(words, from.at);
    } else {
        from.at = by_word ? word_begin_before(words, from.at) : character_before(words, from.at);
    }
    return from;
}

// A line that steps up or down may lead to.
struct LineAhead {
    bool found = false;
    std::size_t text = 0;
    float top = 0;
    float aside = 0;  // from the column to the text

    // Cells of one row stand side by side: then the one at the column.
    bool comes_before(const LineAhead& other, bool forward, float height) const {
        const float ahead = forward ? other.top - top : top - other.top;
        return !other.found || ahead >= height || (ahead > -height && aside < other.aside) ||
               (aside == other.aside && ahead > 0);
    }
};

LineAhead next_line(std::span<const PlacedText> texts, Rect caret, bool forward, float column) {
    LineAhead best;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const TextLayout& layout = *texts[i].layout;
        const Rect& place = texts[i].place;
        const float aside = std::max({0.0f, place.x - column, column - place.right()});
        for (std::size_t line = 0; line < layout.lines.size(); ++line) {
            const float top = place.y + static_cast<float>(line) * layout.line_height;
            const float middle = top + layout.line_height / 2;
            const bool is_ahead = forward ? middle > caret.bottom() : middle < caret.y;
            const LineAhead candidate{true, i, top, aside};
            if (is_ahead && candidate.comes_before(best, forward, layout.line_height)) {
                best = candidate;
            }
        }
    }
    return best;
}

TextPlace across(std::span<const PlacedText> texts, Spot from, bool forward, float& column) {
    const PlacedText& text = texts[from.text];
    const Rect caret = caret_in(text, from.at);
    column = column < 0 ? caret.x : column;
    const LineAhead line = next_line(texts, caret, forward, column);
    if (!line.found) {
        return place_of(text, forward ? text.layout->text.size() : 0);
    }
    const PlacedText& other = texts[line.text];
    const float middle = line.top + other.layout->line_height / 2;
    return place_of(other, offset_at(*other.layout, other.place, other.align, column, middle));
}

TextPlace line_edge(const PlacedText& text, std::size_t at, bool forward) {
    if (text.layout->lines.empty()) {
        return place_of(text, at);
    }
    const TextLine& line = line_with(*text.layout, at);
    return place_of(text, forward ? line_end(*text.layout, line) : line.begin);
}

}  // namespace

std::optional<TextPlace> step_from(std::span<const PlacedText> texts,
                                   TextPlace from,
                                   TextStep step,
                                   float& column) {
    const std::optional<Spot> spot = spot_of(texts, from);
    if (!spot) {
        return std::nullopt;
    }
    if (step.unit == StepUnit::Line) {
        return across(texts, *spot, step.forward, column);
    }
    column = -1;
    const PlacedText& text = texts[spot->text];
    switch (step.unit) {
        case StepUnit::LineEnd:
            return line_edge(text, spot->at, step.forward);
        case StepUnit::Item:
            return TextPlace{text.item, step.forward ? text.item_length : 0};
        default:
            break;
    }
    const Spot next = along(texts, *spot, step);
    return place_of(texts[next.text], next.at);
}

std::string_view words_between(std::span<const PlacedText> texts, TextPlace one, TextPlace other) {
    const std::optional<Spot> first = spot_of(texts, std::min(one, other));
    const std::optional<Spot> last = spot_of(texts, std::max(one, other));
    if (!first || !last || first->text != last->text) {
        return {};
    }
    return std::string_view(texts[first->text].layout->text)
        .substr(first->at, last->at - first->at);
}

std::optional<Rect> caret_at(std::span<const PlacedText> texts, TextPlace place) {
    const std::optional<Spot> spot = spot_of(texts, place);
    if (!spot) {
        return std::nullopt;
    }
    return caret_in(texts[spot->text], spot->at);
}

}  // namespace atrium::shell
