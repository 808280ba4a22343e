// What of the words on the screen a person cannot read: cut short, or standing on other words.
//
//     CHECK(unreadable(texts_of(session)) == "");
#pragma once

#include <string>
#include <vector>

#include "shell/ui/text_watch.h"
#include "tests/shell/headless.h"

namespace atrium::shell::testing {

// Of a SessionScreen or a UiScreen, drawn once more.
template <typename Screen>
std::vector<DrawnText> texts_of(Screen& screen) {
    std::vector<DrawnText> seen;
    screen.watch_texts(&seen);
    screen->frame();
    screen.watch_texts(nullptr);
    return seen;
}

inline bool is_cut(const std::string& text) {
    const std::string ellipsis = "\xe2\x80\xa6";
    return text.ends_with(ellipsis) && text != "Saving" + ellipsis;
}

// A line box is a little higher than its letters, and the end of a scrolled pane covers what is there.
inline bool overlap(const DrawnText& a, const DrawnText& b) {
    const Rect both = intersection(a.box, b.box);
    return a.layer == b.layer && both.width > 2 && both.height > 4;
}

// One line for each problem; empty when there is none.
inline std::string unreadable(const std::vector<DrawnText>& texts) {
    std::string problems;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (is_cut(texts[i].text)) {
            problems += "cut: " + texts[i].text + "\n";
        }
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            if (overlap(texts[i], texts[k])) {
                problems += "over one another: " + texts[i].text + " | " + texts[k].text + "\n";
            }
        }
    }
    return problems;
}

// The first line that is `words`, or null.
inline const DrawnText* drawn(const std::vector<DrawnText>& texts, const std::string& words) {
    for (const DrawnText& text : texts) {
        if (text.text == words) {
            return &text;
        }
    }
    return nullptr;
}

}  // namespace atrium::shell::testing
