// Which message of the creator an event came of: what is shown under that message, and what holds
// only while it is shown (versions.h).
#pragma once

#include "core/domain/event.h"

namespace atrium::domain {

// None for what was done by hand, for messages themselves, and for documents of histories that did
// not keep it.
[[nodiscard]] MessageId origin_of(const Event& event);

}  // namespace atrium::domain
