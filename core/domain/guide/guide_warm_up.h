// A conversation with the guide that nobody sees. The first answer of a program has to read the
// phrases of guide and detector, and in a browser each function is compiled when it is first called:
// together some 90 ms, best spent in parts while nothing else is to be done.
//
//     GuideWarmUp warm_up;
//     while (warm_up.go_on()) {
//     }
#pragma once

#include "core/domain/engine.h"

namespace atrium::domain {

class GuideWarmUp {
 public:
    // Does the next part: reads phrases, starts a project, has a document written. False when all is
    // done; then nothing of it is left.
    bool go_on();

 private:
    void carry_out(const Command& command);

    Engine engine_;
    int part_ = 0;
};

}  // namespace atrium::domain
