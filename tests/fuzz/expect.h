// What must hold for every input; a fuzz target that breaks it stops with the input.
#pragma once

#include <cstdlib>

namespace atrium::fuzz {

inline void expect(bool fact) {
    if (!fact) {
        std::abort();
    }
}

}  // namespace atrium::fuzz
