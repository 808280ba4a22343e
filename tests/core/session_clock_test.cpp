#include "core/domain/session_clock.h"

#include <doctest/doctest.h>

namespace atrium::domain {
namespace {

TEST_CASE("session clock: minutes are whole, and the next one is never waited for in vain") {
    SessionClock clock;
    clock.running = true;
    clock.elapsed = 70'000;
    clock.running_since = 1'000'000;
    CHECK(session_minute(clock, 1'000'000) == 1);
    CHECK(until_next_minute(clock, 1'000'000) == 50'000);
    CHECK(session_minute(clock, 1'049'999) == 1);
    CHECK(until_next_minute(clock, 1'049'999) == 1);
    CHECK(session_minute(clock, 1'050'000) == 2);
    CHECK(until_next_minute(clock, 1'050'000) == 60'000);
}

TEST_CASE("session clock: a computer's clock that was set back is waited for") {
    SessionClock clock;
    clock.running = true;
    clock.running_since = 1'000'000;
    CHECK(until_next_minute(clock, 400'000) == 660'000);
}

TEST_CASE("session clock: paused, or after the last minute, nothing is due") {
    SessionClock clock;
    clock.elapsed = 90'000;
    CHECK(until_next_minute(clock, 5'000'000) == 0);
    clock.running = true;
    clock.elapsed = kSessionMinutes * 60'000;
    CHECK(session_minute(clock, 5'000'000) == kSessionMinutes);
    CHECK(until_next_minute(clock, 5'000'000) == 0);
}

}  // namespace
}  // namespace atrium::domain
