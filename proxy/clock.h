// Time for the proxy: milliseconds since 1970, and days in the operator's time zone, because limits
// start anew at midnight there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace atrium::proxy {

[[nodiscard]] std::int64_t now_millis();

// Whether the system's database has the name ("Europe/Berlin", "UTC").
[[nodiscard]] bool knows_time_zone(const std::string& name);

// Sets the zone of the whole process.
// Call once before any thread starts. False when the machine does not know the name.
[[nodiscard]] bool use_time_zone(const std::string& name);

// text: "2026-11-22". seconds_left: until the next day begins, at least 1.
struct Day {
    std::string text;
    int seconds_left = 0;
};

[[nodiscard]] Day day_of(std::int64_t millis);

// Of the form "2026-11-22", and such as a calendar might have.
[[nodiscard]] bool is_day(std::string_view text);

// "2026-11-22T09:49:34Z"
[[nodiscard]] std::string utc_text(std::int64_t millis);

}  // namespace atrium::proxy
