// calendar.ics: the open tasks on their days, opening day, the founding offer's last day and the 30
// days after opening with their gates.
#pragma once

#include <string>

#include "core/domain/kit/facts.h"
#include "core/domain/kit/ics.h"

namespace atrium::domain::kit {

[[nodiscard]] std::vector<CalendarEntry> calendar_entries(const KitFacts& facts);

[[nodiscard]] std::string calendar_ics(const KitFacts& facts);

}  // namespace atrium::domain::kit
