#include <cstdio>

#include "shell/views/view.h"

namespace atrium::shell {

std::string local_time(const View& view, domain::Millis at) {
    constexpr domain::Millis kMinute = 60'000;
    constexpr domain::Millis kDayMinutes = 24 * 60;
    domain::Millis minute = (at / kMinute + view.utc_offset_minutes) % kDayMinutes;
    minute += minute < 0 ? kDayMinutes : 0;
    char text[8];
    std::snprintf(text,
                  sizeof text,
                  "%02d:%02d",
                  static_cast<int>(minute / 60),
                  static_cast<int>(minute % 60));
    return text;
}

}  // namespace atrium::shell
