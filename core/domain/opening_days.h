// Days on which the doors could open, for the guide's and Claude's second question about time: one
// that comes too early, one that just works, one with room.
//
//     for (const OpeningDay& day : opening_days(request)) row(day.date, day.hours_to_spare);
#pragma once

#include <vector>

#include "core/domain/schedule.h"

namespace atrium::domain {

struct OpeningDay {
    Date date;
    double hours_available = 0.0;
    double hours_needed = 0.0;
    double hours_to_spare = 0.0;  // negative: too early
    bool possible = false;        // false: before the earliest opening, so hours or days are short
    bool recommended = false;     // the first one with a quarter of the work to spare

    bool operator==(const OpeningDay&) const = default;
};

// Three Fridays in order of time, exactly one of them recommended. The target of the request has no
// part in it. Days away and the turn of the year are left out.
[[nodiscard]] std::vector<OpeningDay> opening_days(const ScheduleRequest& request);

// True for a day on which the creator and the members have time: not away then or on the three days
// after it, and not between 20 December and 3 January.
[[nodiscard]] bool is_good_opening_day(Date day, const std::vector<Absence>& away);

}  // namespace atrium::domain
