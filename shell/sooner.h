// The sooner of two waits. A negative wait never ends.
#pragma once

#include <algorithm>

namespace atrium::shell {

template <typename Wait>
constexpr Wait sooner(Wait a, Wait b) {
    return a < 0 ? b : b < 0 ? a : std::min(a, b);
}

}  // namespace atrium::shell
