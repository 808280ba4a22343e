// The parts that fields, selects and search share: label, box and message around what is typed.
#pragma once

#include <string_view>

#include "shell/ui/fields.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

struct BoxState {
    bool focused = false;
    bool invalid = false;
    bool disabled = false;
    float hover = 0;
};

// The typing box itself.
void draw_field_box(Ui& ui, Rect box, const BoxState& state, float radius);

// Height of the label line with its gap, and of the help or error with its gap.
float label_height(std::string_view label, bool hidden);
float message_height(Ui& ui, std::string_view why, std::string_view error, float width);

void draw_field_label(Ui& ui, Rect line, std::string_view label);

// Help, or in its place the error with its sign.
void draw_field_message(Ui& ui, Rect below, std::string_view why, std::string_view error);

}  // namespace atrium::shell
