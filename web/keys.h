// The browser's keys as Dear ImGui's. Text never comes this way: fields are the browser's own.
#pragma once

#include <string_view>

#include "imgui.h"

namespace atrium::web {

// modifiers: 1 ctrl, 2 shift, 4 alt, 8 meta.
struct KeyPress {
    ImGuiKey key = ImGuiKey_None;
    bool down = false;
    int modifiers = 0;
    bool in_field = false;       // the focus is in a text field
    bool for_selection = false;  // with Shift it moves the end of what is selected
};

// From the names of KeyboardEvent.code ("KeyK", "ArrowUp"). ImGuiKey_None for keys without a use.
ImGuiKey key_from_code(std::string_view code);

// In a text field only chords do: everything else is typing.
bool reaches_workspace(const KeyPress& press);

// The few chords that the workspace takes from the browser, and what moves a selection; reload, find,
// zoom and tabs stay.
bool taken_from_browser(const KeyPress& press);

// Queues the key and its modifiers.
void add_key(const KeyPress& press);

}  // namespace atrium::web
