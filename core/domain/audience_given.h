// Whether the number that a forecast begins with is there. 0 people who can be asked is "not given":
// no ratio, no case and no chart is made of it.
#pragma once

#include "core/domain/assumptions.h"

namespace atrium::domain {

// In the profile, or as a figure of the creator's own.
[[nodiscard]] inline bool audience_given(const Assumptions& basis) {
    return basis.figure("audience").value > 0;
}

}  // namespace atrium::domain
