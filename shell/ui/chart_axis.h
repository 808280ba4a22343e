// The value axis that charts share: labels at the left of the plot, a hairline at each step.
#pragma once

#include "shell/ui/charts.h"

namespace atrium::shell {

struct AxisWords {
    std::string (*words)(double value, void* context) = nullptr;
    void* context = nullptr;
};

// What the labels need at the left of the plot.
float axis_width(AxisSteps steps, AxisWords words);

// From 0 at the lower edge of `area` to the last step at its upper edge.
void draw_axis(Ui& ui, Rect area, AxisSteps steps, AxisWords words);

}  // namespace atrium::shell
