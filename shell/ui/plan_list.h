// Rows of the plan: phases that open and close, tasks with their tick.
#pragma once

#include <string_view>

#include "shell/theme/icons.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

struct PhaseSpec {
    std::string_view label;  // "Foundation"
    std::string_view note;   // "4 of 6 · 7.5 h"
    bool open = true;
};

// 40 high; true when pressed.
bool phase_header(Ui& ui, std::string_view key, Rect rect, const PhaseSpec& spec);

enum class TickState { Open, Now, Done, Skipped, Late };

struct PlanRowSpec {
    std::string_view label;  // "Set the launch date"
    std::string_view hours;  // right side, "0.5 h"
    TickState state = TickState::Open;
    bool selected = false;
    std::string_view action;  // button that takes the place of `hours` while pointed at or focused
    const char* action_icon = nullptr;
    bool busy = false;
    bool hours_below = false;  // on a second line, so that the label has the whole width
    bool movable = false;      // has a handle, shown while the row is pointed at and under fingers
};

struct PlanRowAnswer {
    bool opened = false;  // the row was pressed
    bool ticked = false;  // the tick was pressed
    bool action = false;
    bool handle_held = false;
};

// 32 high, 44 with its hours below; `rect` includes the 8 px that the row's ground stays away from the pane's edges.
// The width from which on the row needs no second line.
float plan_row_width(const PlanRowSpec& spec, bool touch);

// The room for the label of a row whose hours are below; it may take two lines of it.
float plan_row_label_width(float width, bool movable, bool touch);

PlanRowAnswer plan_row(Ui& ui, std::string_view key, Rect rect, const PlanRowSpec& spec);

// The 16 px tick alone.
void tick(Ui& ui, Rect rect, TickState state);

}  // namespace atrium::shell
