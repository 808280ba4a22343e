#include "shell/views/view.h"

namespace atrium::shell {

std::string local_time(const View& view, domain::Millis at) {
    constexpr domain::Millis kMinute = 60'000;
    constexpr domain::Millis kDayMinutes = 24 * 60;
    domain::Millis minute = (at / kMinute + view.utc_offset_minutes) % kDayMinutes;
    minute += minute < 0 ? kDayMinutes : 0;
    return domain::clock_text(static_cast<int>(minute), view.formats);
}

}  // namespace atrium::shell
