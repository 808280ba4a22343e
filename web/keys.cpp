#include "web/keys.h"

#include <algorithm>
#include <array>

namespace atrium::web {

namespace {

constexpr int kCtrl = 1;
constexpr int kShift = 2;
constexpr int kAlt = 4;
constexpr int kMeta = 8;

struct NamedKey {
    std::string_view code;
    ImGuiKey key;
};

constexpr std::array kNamedKeys = {
    NamedKey{"ArrowLeft", ImGuiKey_LeftArrow},
    NamedKey{"ArrowRight", ImGuiKey_RightArrow},
    NamedKey{"ArrowUp", ImGuiKey_UpArrow},
    NamedKey{"ArrowDown", ImGuiKey_DownArrow},
    NamedKey{"PageUp", ImGuiKey_PageUp},
    NamedKey{"PageDown", ImGuiKey_PageDown},
    NamedKey{"Home", ImGuiKey_Home},
    NamedKey{"End", ImGuiKey_End},
    NamedKey{"Delete", ImGuiKey_Delete},
    NamedKey{"Backspace", ImGuiKey_Backspace},
    NamedKey{"Space", ImGuiKey_Space},
    NamedKey{"Enter", ImGuiKey_Enter},
    NamedKey{"NumpadEnter", ImGuiKey_Enter},
    NamedKey{"Escape", ImGuiKey_Escape},
    NamedKey{"Slash", ImGuiKey_Slash},
    NamedKey{"Comma", ImGuiKey_Comma},
    NamedKey{"Period", ImGuiKey_Period},
    NamedKey{"BracketLeft", ImGuiKey_LeftBracket},
    NamedKey{"BracketRight", ImGuiKey_RightBracket},
};

// Chords of the workspace that browsers use for something else, everywhere and outside of fields.
constexpr std::array kTakenWithCommand = {ImGuiKey_K};
constexpr std::array kTakenOutsideFields = {ImGuiKey_A};

// With Shift.
constexpr std::array kMovesSelection = {ImGuiKey_LeftArrow,
                                        ImGuiKey_RightArrow,
                                        ImGuiKey_UpArrow,
                                        ImGuiKey_DownArrow,
                                        ImGuiKey_Home,
                                        ImGuiKey_End};

template <std::size_t count>
bool has_key(const std::array<ImGuiKey, count>& keys, ImGuiKey wanted) {
    return std::find(keys.begin(), keys.end(), wanted) != keys.end();
}

ImGuiKey from_range(char c, char first, char last, ImGuiKey start) {
    return c >= first && c <= last ? static_cast<ImGuiKey>(start + (c - first)) : ImGuiKey_None;
}

}  // namespace

ImGuiKey key_from_code(std::string_view code) {
    if (code.size() == 4 && code.starts_with("Key")) {
        return from_range(code[3], 'A', 'Z', ImGuiKey_A);
    }
    if (code.size() == 6 && code.starts_with("Digit")) {
        return from_range(code[5], '0', '9', ImGuiKey_0);
    }
    for (const NamedKey& named : kNamedKeys) {
        if (named.code == code) {
            return named.key;
        }
    }
    return ImGuiKey_None;
}

bool reaches_workspace(const KeyPress& press) {
    if (press.key == ImGuiKey_None) {
        return false;
    }
    const bool chord = (press.modifiers & (kCtrl | kMeta)) != 0;
    return !press.down || !press.in_field || chord;
}

bool taken_from_browser(const KeyPress& press) {
    if (press.for_selection && !press.in_field && (press.modifiers & kShift) != 0 &&
        has_key(kMovesSelection, press.key)) {
        return true;
    }
    if ((press.modifiers & (kCtrl | kMeta)) == 0 || (press.modifiers & (kShift | kAlt)) != 0) {
        return false;
    }
    return has_key(kTakenWithCommand, press.key) ||
           (!press.in_field && has_key(kTakenOutsideFields, press.key));
}

void add_key(const KeyPress& press) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (press.modifiers & kCtrl) != 0);
    io.AddKeyEvent(ImGuiMod_Shift, (press.modifiers & kShift) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (press.modifiers & kAlt) != 0);
    io.AddKeyEvent(ImGuiMod_Super, (press.modifiers & kMeta) != 0);
    io.AddKeyEvent(press.key, press.down);
}

}  // namespace atrium::web
