#include "core/domain/context.h"

namespace atrium::domain {

Date local_day(Millis now, int utc_offset_minutes) {
    constexpr Millis kDay = 24LL * 60 * 60 * 1000;
    const Millis local = now + utc_offset_minutes * 60'000LL;
    const Millis days = local >= 0 ? local / kDay : (local - kDay + 1) / kDay;
    return Date{static_cast<std::int32_t>(days)};
}

}  // namespace atrium::domain
