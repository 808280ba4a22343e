#include "proxy/process_setup.h"

#include <algorithm>
#include <limits>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace atrium::proxy {

void forbid_core_files() {
    const rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

// Since Linux 6.16 a process keeps its waiting threads in a table of its own with a few slots for each
// processor, so that waking one of 2,000 threads looks at a hundred others. One slot for each thread
// costs 64 bytes. Older systems do not know the wish and do not need it.
void make_room_for_waiting_threads() {
    constexpr int kFutexHash = 78;  // PR_FUTEX_HASH, which Debian 12's headers do not have yet
    constexpr unsigned long kSetSlots = 1;
    constexpr unsigned long kSlots = 4096;
    prctl(kFutexHash, kSetSlots, kSlots, 0UL, 0UL);
}

int raise_descriptor_limit() {
    rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return std::numeric_limits<int>::max();
    }
    const rlimit raised = {limit.rlim_max, limit.rlim_max};
    if (setrlimit(RLIMIT_NOFILE, &raised) == 0) {
        limit = raised;
    }
    constexpr rlim_t kMost = std::numeric_limits<int>::max();
    return static_cast<int>(std::min(limit.rlim_cur, kMost));
}

}  // namespace atrium::proxy
