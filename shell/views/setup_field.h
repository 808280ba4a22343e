// Rows of the setup form: one or two fields side by side, each bound to a text and its problem.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/fields.h"
#include "shell/ui/layout.h"
#include "shell/ui/text.h"
#include "shell/views/view.h"

namespace atrium::shell {

// One text field: `name` is the profile's member, `value` what is typed.
struct SetupText {
    const char* name;
    std::string& value;
    FieldSpec spec;
};

// One choice from a menu.
struct SetupChoice {
    const char* name;
    const std::vector<std::string_view>& options;
    int& selected;
    SelectSpec spec;
    bool changed = false;
};

float setup_field_height(View& view, const SetupText& text, float width);
float setup_field_height(View& view, const SetupChoice& choice, float width);
void draw_setup_field(View& view, SetupText& text, Rect rect);
void draw_setup_field(View& view, SetupChoice& choice, Rect rect);

// One field in a row of its own.
template <typename Field>
void setup_row(View& view, Flow& flow, Field&& field) {
    draw_setup_field(view, field, flow.next(setup_field_height(view, field, flow.width())));
}

// Two fields beside each other, below each other on a phone.
template <typename First, typename Second>
void setup_pair(View& view, Flow& flow, First&& first, Second&& second) {
    if (view.arrangement == Arrangement::Phone) {
        setup_row(view, flow, first);
        setup_row(view, flow, second);
        return;
    }
    constexpr float kColumnGap = 16;
    const float width = (flow.width() - kColumnGap) / 2;
    const Rect row = flow.next(
        std::max(setup_field_height(view, first, width), setup_field_height(view, second, width)));
    Rect left = column(row, 0, 2, kColumnGap);
    Rect right = column(row, 1, 2, kColumnGap);
    left.height = setup_field_height(view, first, width);
    right.height = setup_field_height(view, second, width);
    draw_setup_field(view, first, left);
    draw_setup_field(view, second, right);
}

// A label above a block of chips, with help or a problem below; `draw` is given the flow for the chips.
void setup_label(View& view, Flow& flow, std::string_view text);
void setup_help(View& view, Flow& flow, const char* name, std::string_view help);

}  // namespace atrium::shell
