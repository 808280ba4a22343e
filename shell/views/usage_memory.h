// What the usage screen remembers: the chosen range, and the figures of it, reckoned again only when
// the proxy has answered anew.
#pragma once

#include <cstdint>

#include "shell/usage_figures.h"

namespace atrium::shell {

struct UsageMemory {
    UsageRange range = UsageRange::Month;
    bool all_people = false;
    UsageFigures figures;
    std::uint64_t edition = 0;  // of the overview that the figures are of; 0: none yet
    UsageRange figures_range = UsageRange::Month;
};

}  // namespace atrium::shell
