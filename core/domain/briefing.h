// The numbers that Claude may quote about this creator, as plain lines: readiness, prices, take-home,
// conditions of the platforms, opening days. The instructions forbid any other figure, so what a
// session talks about has to stand here.
//
//     text += figures_briefing({profile, assumptions, "circle", schedule_request});
#pragma once

#include <string>

#include "core/domain/assumptions.h"
#include "core/domain/profile.h"
#include "core/domain/schedule.h"

namespace atrium::domain {

struct BriefingQuestion {
    CreatorProfile profile;
    Assumptions basis;     // of the forecast
    std::string platform;  // the decided one's name; empty while it is open
    ScheduleRequest plan;
};

// Markdown with a heading for each topic. Where a number cannot be had (no exchange rate), the line
// says why instead.
[[nodiscard]] std::string figures_briefing(const BriefingQuestion& question);

}  // namespace atrium::domain
