// How a stretch of a message is said: asked, doubted, denied, about somebody else, about the past.
// A mood phrase inside a phrase that commits ("not going lower than that") says nothing on its own.
#pragma once

#include <cstdint>
#include <vector>

#include "core/domain/date.h"
#include "core/domain/detector/reading.h"

namespace atrium::domain::detector {

class Moods {
 public:
    Moods(const Reading& reading, Date today);

    // The clause asks something, with or without a question mark.
    [[nodiscard]] bool is_question(std::uint32_t token) const;

    // A phrase of the group stands in [begin, end) and no phrase in `shields` covers it.
    [[nodiscard]] bool says(Group group, std::uint32_t begin, std::uint32_t end) const;

    // Where the thought that the token belongs to begins to hang on a condition, a doubt and so on:
    // a phrase of the group in the token's clause, or in an earlier clause of its segment.
    [[nodiscard]] bool hangs_on(Group group, std::uint32_t token) const;

    // A year that is over stands in the token's clause or before it in the segment: "in 2021".
    [[nodiscard]] bool names_past_year(std::uint32_t token) const;

    // Said tongue in cheek: an ironic phrase in this sentence or the ones beside it.
    [[nodiscard]] bool is_sarcastic(std::uint32_t token) const;

 private:
    [[nodiscard]] bool is_shielded(const Hit& hit) const;

    const Reading& reading_;
    int this_year_;
    std::vector<bool> question_;  // by clause
};

}  // namespace atrium::domain::detector
