// Which texts a frame put where, for tests that look for words cut off or standing on one another.
// Nobody watches in the workspace itself.
//
//     std::vector<DrawnText> seen;
//     watch_texts(ui, &seen);
//     screen.frame();
//     watch_texts(ui, nullptr);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/ui.h"

namespace atrium::shell {

struct DrawnText {
    std::string text;  // as drawn: what was cut ends with an ellipsis
    Rect box;          // of the line, and only what is inside the clip
    Layer layer = Layer::Base;
};

// From now on every line of text that is drawn is added to `seen`; null ends it.
void watch_texts(Ui& ui, std::vector<DrawnText>* seen);

// For what draws text.
void note_text(Ui& ui, std::string_view text, Rect box);

}  // namespace atrium::shell
