// Where the baseline stands in a line of Inter, as browsers compute it, so that canvas text and the
// browser's own text fields agree to the pixel.
#pragma once

#include <cmath>

#include "shell/theme/tokens.h"

namespace atrium::shell {

// Inter's ascent and descent in ems.
inline constexpr float kAscent = 0.96875f;
inline constexpr float kDescent = 0.2415f;

inline float baseline_in_line(const TextMetrics& metrics) {
    const float ascent = std::round(metrics.size * kAscent);
    const float descent = std::round(metrics.size * kDescent);
    return ascent + std::floor((metrics.line - ascent - descent) / 2);
}

}  // namespace atrium::shell
