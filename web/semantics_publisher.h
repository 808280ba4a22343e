// Gives the page the semantics tree of a frame, but only when it differs from the last one given.
#pragma once

#include <cstdint>

#include "shell/semantics.h"

namespace atrium::web {

class SemanticsPublisher {
 public:
    // Also moves the focus and makes the announcements that the frame asked for.
    void publish(shell::Semantics& semantics);

    // The next tree is given in any case.
    void forget() { published_ = 0; }

 private:
    std::uint64_t published_ = 0;
};

}  // namespace atrium::web
