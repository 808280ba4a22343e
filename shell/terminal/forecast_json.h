// A forecast for programs: `atrium-cli forecast --format json`.
#pragma once

#include <string>

#include "core/domain/forecast.h"

namespace atrium::shell {

std::string json_from_forecast(const domain::Forecast& forecast);

}  // namespace atrium::shell
