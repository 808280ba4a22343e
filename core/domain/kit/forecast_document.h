// The forecast as the plan's chapter: three cases, comparison of platforms, break-evens, the grid, and
// every figure with its source.
#pragma once

#include <string>

#include "core/domain/forecast.h"

namespace atrium::domain::kit {

[[nodiscard]] std::string forecast_part(const Forecast& forecast);

}  // namespace atrium::domain::kit
