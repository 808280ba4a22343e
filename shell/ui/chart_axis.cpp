#include "shell/ui/chart_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

AxisSteps axis_steps(double largest, double least) {
    static constexpr std::array kRound = {1.0, 2.0, 2.5, 3.0, 5.0, 6.0, 8.0, 10.0};
    AxisSteps best{0, 0};
    for (const int count : {3, 4}) {
        const double smallest = std::max(largest, least) / count;
        const double power = std::pow(10.0, std::floor(std::log10(smallest)));
        for (const double round : kRound) {
            const double step = round * power;
            if (step >= smallest) {
                if (best.count == 0 || step * count < best.step * best.count) {
                    best = {step, count};
                }
                break;
            }
        }
    }
    return best;
}

float axis_width(AxisSteps steps, AxisWords words) {
    float width = 0;
    for (int i = 0; i <= steps.count; ++i) {
        width = std::max(width,
                         text_width(TextStyle::Micro, words.words(steps.step * i, words.context)));
    }
    return std::ceil(width) + 8;
}

void draw_axis(Ui& ui, Rect area, AxisSteps steps, AxisWords words) {
    const Tokens& t = tokens();
    for (int i = 0; i <= steps.count; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(steps.count);
        const float y = std::round(area.y + area.height * (1 - share));
        fill(ui, {area.x, y, area.width, 1}, t.chart_grid);
        draw_text(ui,
                  {area.x - 8 - scaled(100), y - scaled(16) / 2, scaled(100), scaled(16)},
                  TextStyle::Micro,
                  t.text_3,
                  words.words(steps.step * i, words.context),
                  Align::Right);
    }
}

}  // namespace atrium::shell
