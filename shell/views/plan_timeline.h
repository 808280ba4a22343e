// The time axis of the Plan screen: weeks, today, absences, opening day, and a bar for each task.
#pragma once

#include "shell/ui/layout.h"
#include "shell/views/view.h"

namespace atrium::shell {

// Maps days to x positions of the chart.
struct TimeAxis {
    domain::Date first;
    int days = 56;
    Rect rect;

    float x(domain::Date day) const {
        return rect.x +
               rect.width * static_cast<float>(day.days - first.days) / static_cast<float>(days);
    }
};

// From this week's Monday to the end of the plan.
TimeAxis time_axis(const View& view, Rect rect);

// Grid and labels in the head of `head_height`, absences, behind the bars.
void timeline_ground(View& view, const TimeAxis& axis, float head_height, float bottom);

// Today and opening day, over the bars.
void timeline_lines(View& view, const TimeAxis& axis, float head_height, float bottom);

// The bar of one task in its row.
void timeline_bar(View& view, const TimeAxis& axis, Rect row, const domain::PlannedTask& task);

// The thin bar over a phase's tasks in the phase's row.
void timeline_phase(View& view, const TimeAxis& axis, Rect row, int phase);

}  // namespace atrium::shell
