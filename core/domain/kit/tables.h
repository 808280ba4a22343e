// The two spreadsheets of the launch kit, and the figures behind the second one.
#pragma once

#include <string>

#include "core/domain/kit/facts.h"

namespace atrium::domain::kit {

[[nodiscard]] std::string tasks_csv(const KitFacts& facts);

// Twelve months in three cases, one row each.
[[nodiscard]] std::string forecast_csv(const Forecast& forecast);

// Every figure that the forecast rests on, with source, date and range.
[[nodiscard]] std::string figures_csv(const Forecast& forecast);

}  // namespace atrium::domain::kit
