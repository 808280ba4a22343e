// The command palette (Ctrl K): everything one can go to or do, found by typing a part of its name.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/views/view.h"

namespace atrium::shell {

struct PaletteEntry {
    std::string label;       // "Draft Price page"
    std::string_view group;  // "Go to", at the right
    const char* icon = nullptr;
    std::function<void(View&)> run;
};

// What can be done in this state, most used first.
[[nodiscard]] std::vector<PaletteEntry> palette_entries(const View& view);

// Indexes of the entries whose label or group contains every word of `text`; labels that begin with
// it come first. Where there is none, those that have a word like it but for one slip of the hand.
[[nodiscard]] std::vector<std::size_t> matching_entries(const std::vector<PaletteEntry>& entries,
                                                        std::string_view text);

void open_palette(View& view);

// The palette itself, while it is open.
void palette_ui(View& view);

}  // namespace atrium::shell
