// The 30 minutes of the guided session: how many have passed and what belongs to which.
#pragma once

#include <string>
#include <vector>

#include "core/domain/workspace.h"

namespace atrium::domain {

inline constexpr int kSessionMinutes = 30;

// Whoever shows no sign of life for longer was away: that time does not count. Longer than the time
// in which a running session shows itself, once a minute.
inline constexpr Millis kAwayMillis = 90'000;

// Time that counted, up to now.
Millis session_elapsed(const SessionClock& clock, Millis now);

// Whole minutes that have passed, 0 to 30; it stays at 30 afterwards.
int session_minute(const SessionClock& clock, Millis now);

// How long session_minute() stays as it is; 0: for good, while nobody pauses or resumes.
Millis until_next_minute(const SessionClock& clock, Millis now);

// One stretch of the agenda. `done` and `current` follow from the decisions, not from the clock: who
// decides faster is further.
struct AgendaItem {
    std::string title;
    int from_minute = 0;
    int to_minute = 0;
    bool done = false;
    bool current = false;

    bool operator==(const AgendaItem&) const = default;
};

std::vector<AgendaItem> session_agenda(const Project& project);

}  // namespace atrium::domain
