// What the settings are built of: sections with a heading and a card, and rows with words and a control.
#pragma once

#include <span>
#include <string_view>

#include "shell/ui/buttons.h"
#include "shell/ui/choices.h"
#include "shell/ui/layout.h"
#include "shell/views/view.h"

namespace atrium::shell {

// Between sections.
inline constexpr float kSettingsGap = 24;

struct SettingsRow {
    std::string_view label;
    std::string_view help;
    std::span<const SegmentSpec> segments;  // the control, where it is one that may need two lines
};

// A heading and a card of the given inside height; returns the inside.
Rect settings_section(View& view, Flow& flow, std::string_view title, float inside_height);

float settings_row_height(View& view, const SettingsRow& spec, float width);

// A row with its label and help on the left or above; returns the place for the control.
Rect settings_row(View& view, Flow& flow, const SettingsRow& spec);

// A row whose control is one button; true when it was pressed.
bool settings_action(View& view,
                     Flow& rows,
                     const char* key,
                     std::string_view title,
                     std::string_view help,
                     const ButtonSpec& spec);

}  // namespace atrium::shell
