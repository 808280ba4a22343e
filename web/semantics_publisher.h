// Gives the page the semantics tree of a frame, but only when it differs from the last one given.
#pragma once

#include "shell/semantics_json.h"

namespace atrium::web {

class SemanticsPublisher {
 public:
    // Also moves the focus and makes the announcements that the frame asked for.
    void publish(shell::Semantics& semantics);

    // The next tree is given in any case, and in full.
    void forget() { writer_.forget(); }

 private:
    shell::SemanticsWriter writer_;
};

}  // namespace atrium::web
