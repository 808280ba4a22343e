// What a decision of the core may depend on besides the state: the time and the fixed tables. The
// host fills it in, because the core knows no clock.
#pragma once

#include "core/domain/date.h"
#include "core/domain/ids.h"

namespace atrium::domain {

struct Context {
    Millis now = 0;
    Date today;  // the creator's local day
};

// The local day at a moment, for an offset in minutes to be added to UTC.
Date local_day(Millis now, int utc_offset_minutes);

}  // namespace atrium::domain
