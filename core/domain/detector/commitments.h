// Judges which of the values that a message names its author commits to, and how surely.
#pragma once

#include <vector>

#include "core/domain/detector/detector.h"
#include "core/domain/detector/mentions.h"
#include "core/domain/detector/moods.h"

namespace atrium::domain::detector {

struct Commitment {
    std::size_t mention = 0;  // index into the mentions
    double confidence = 0.0;
};

// One for each mention that is committed to, in the order of the mentions.
[[nodiscard]] std::vector<Commitment> commitments_in(const Reading& reading,
                                                     const Moods& moods,
                                                     const Mentions& mentions,
                                                     Speaker speaker);

// The decisions that follow: prices become tiers, counts one structure, corrections replace.
[[nodiscard]] std::vector<DetectedDecision> decisions_from(
    const Reading& reading,
    const Moods& moods,
    const Mentions& mentions,
    const std::vector<Commitment>& commitments,
    Speaker speaker);

}  // namespace atrium::domain::detector
