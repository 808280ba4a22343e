// All-day entries as a calendar file (RFC 5545). An entry keeps its UID over all exports, and a later
// export has a higher sequence, so that a calendar program updates it instead of doubling it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/date.h"
#include "core/domain/ids.h"

namespace atrium::domain::kit {

struct CalendarEntry {
    std::string uid;
    Date first;
    Date last;  // included
    std::string summary;
    std::string description;
    std::string category;

    bool operator==(const CalendarEntry&) const = default;
};

[[nodiscard]] std::string ics_calendar(std::string_view name,
                                       const std::vector<CalendarEntry>& entries,
                                       Millis stamp,
                                       std::uint64_t sequence);

// A text value with what has a meaning in the format escaped.
[[nodiscard]] std::string ics_text(std::string_view text);

// The line with its CRLF, folded so that none is longer than 75 octets and no character is cut.
[[nodiscard]] std::string ics_line(std::string_view line);

}  // namespace atrium::domain::kit
