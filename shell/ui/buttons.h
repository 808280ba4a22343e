// What one presses: buttons, icon buttons, chips. Each returns true in the frame in which it was
// activated, by pointer, keyboard or assistive technology alike.
//
//     ButtonSpec send{.label = "Send", .kind = ButtonKind::Primary, .icon = kIconArrowUp};
//     Rect place = cut_right(row, button_width(send), 8);
//     if (button(ui, "send", place, send)) ...
//
// The height comes from the size, not from the rectangle: the button stands in the vertical middle of
// its rectangle and fills its width.
#pragma once

#include <string_view>

#include "shell/theme/icons.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

enum class ButtonKind { Primary, Soft, Line, Quiet, Danger, DangerQuiet };

enum class ButtonSize { Small, Medium, Large, Touch };  // 24, 32, 40, 48 high

struct ButtonSpec {
    std::string_view label;
    ButtonKind kind = ButtonKind::Line;
    ButtonSize size = ButtonSize::Medium;
    const char* icon = nullptr;      // before the label
    const char* icon_end = nullptr;  // after it
    bool disabled = false;
    bool busy = false;         // shows a spinner and cannot be pressed
    std::string_view name;     // accessible name where the label alone is not clear ("Undo price")
    std::string_view tooltip;  // shown after a moment
    Color color = 0;           // label color instead of the kind's (strips, toasts)
    Toggle expanded = Toggle::None;  // opens a menu
    Toggle pressed = Toggle::None;   // a toggle button
};

bool button(Ui& ui, std::string_view key, Rect rect, const ButtonSpec& spec);

float button_width(const ButtonSpec& spec);
float button_height(ButtonSize size);

struct IconButtonSpec {
    const char* icon = nullptr;
    std::string_view name;  // accessible name, and the tooltip's text
    ButtonSize size = ButtonSize::Medium;
    bool on = false;       // shown as pressed
    bool toggles = false;  // `on` is a state that a screen reader says
    bool disabled = false;
    std::string_view keys;  // shortcut in the tooltip, "Ctrl Z"
    Color color = 0;
    Toggle expanded = Toggle::None;
    bool opens_menu = false;
};

bool icon_button(Ui& ui, std::string_view key, Rect rect, const IconButtonSpec& spec);

// A quick reply, or a choice that is on or off.
struct ChipSpec {
    std::string_view label;
    const char* icon = nullptr;
    bool on = false;
    bool toggles = false;  // has an on state; shows a tick when on
    bool disabled = false;
    bool removable = false;  // ends with an x
    std::string_view name;
};

bool chip(Ui& ui, std::string_view key, Rect rect, const ChipSpec& spec);

float chip_width(const ChipSpec& spec);

// Text that acts: accent and underlined. An empty `href` makes it a button; otherwise pressing it also
// opens the address.
bool link(Ui& ui,
          std::string_view key,
          Rect rect,
          TextStyle style,
          std::string_view text,
          std::string_view href = {});

// A rail entry: icon 20 over a micro label, 64 x 56.
struct RailItemSpec {
    const char* icon = nullptr;
    std::string_view label;
    bool current = false;
    bool notice = false;           // a small dot
    std::string_view notice_name;  // what the dot means
};

// Where an icon of 20 is centred: something new is behind it.
void notice_dot(Ui& ui, Rect icon_place);

bool rail_item(Ui& ui, std::string_view key, Rect rect, const RailItemSpec& spec);

}  // namespace atrium::shell
