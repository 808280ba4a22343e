// Where a key leads from a place in the texts on the screen: by character, word or line, to a line's
// end, or to an item's.
//
//     float column = -1;
//     const auto next = step_from(texts, selection.focus(), {StepUnit::Line, true}, column);
#pragma once

#include <optional>
#include <span>

#include "shell/ui/text_places.h"

namespace atrium::shell {

// A text of an item, as it is laid out in this frame.
struct PlacedText {
    std::uint64_t item = 0;
    std::size_t item_length = 0;  // of the item's whole flat text
    std::size_t offset = 0;       // where this text begins in it
    const TextLayout* layout = nullptr;
    Rect place;
    Align align = Align::Left;
};

enum class StepUnit { Character, Word, Line, LineEnd, Item };

struct TextStep {
    StepUnit unit = StepUnit::Character;
    bool forward = true;
};

// One step on, from one text into the next where the first ends. `texts` are in reading order.
// `column` is the x that steps by line keep to, negative for none yet; the others forget it. Nothing
// when no text of the place's item is there.
std::optional<TextPlace> step_from(std::span<const PlacedText> texts,
                                   TextPlace from,
                                   TextStep step,
                                   float& column);

// The words between two places of one text; empty when they are of two.
std::string_view words_between(std::span<const PlacedText> texts, TextPlace one, TextPlace other);

// Where the caret stands at this place; nothing when no text of its item is there.
std::optional<Rect> caret_at(std::span<const PlacedText> texts, TextPlace place);

}  // namespace atrium::shell
