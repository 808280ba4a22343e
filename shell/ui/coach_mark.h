// A card that explains one thing on the screen, with a ring around that thing: a step of a tour. It
// is not modal: all the rest can still be pressed and read.
//
//     const CoachMarkSpec spec{.target = rect, .title = "Talk here", .text = …, .step = 1, .steps = 5};
//     switch (coach_mark(ui, "tour", spec)) { … }
#pragma once

#include <string_view>

#include "shell/ui/ui.h"

namespace atrium::shell {

struct CoachMarkSpec {
    Rect target;  // empty: nothing is ringed, and the card stands in the middle
    std::string_view title;
    std::string_view text;
    int step = 1;  // from 1; each new one takes the focus and is read out
    int steps = 1;
};

enum class CoachAnswer { None, Back, Next, Skip };

// The card alone, for a place of the caller's; its height follows from the width.
CoachAnswer coach_card(Ui& ui, Rect box, const CoachMarkSpec& spec);
float coach_card_height(Ui& ui, const CoachMarkSpec& spec, float width);

// The card over everything but dialogs: beside the target where there is room, on the screen in any
// case.
CoachAnswer coach_mark(Ui& ui, std::string_view key, const CoachMarkSpec& spec);

}  // namespace atrium::shell
