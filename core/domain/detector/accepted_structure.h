// "Go with your channel list", "the layout you drew is great, we'll take it": the structure as the
// guide proposed it, taken without numbers of its own.
#pragma once

#include <optional>

#include "core/domain/detector/detector.h"
#include "core/domain/detector/moods.h"

namespace atrium::domain::detector {

[[nodiscard]] std::optional<DetectedDecision> accepted_structure(const Reading& reading,
                                                                 const Moods& moods);

}  // namespace atrium::domain::detector
