// Whether a stretch of a message says that a task's work is finished: which words belong to one
// statement, and whether anything in it asks, denies, delays, halves or gives it to somebody else.
#pragma once

#include <cstdint>
#include <vector>

#include "core/domain/detector/moods.h"
#include "core/domain/detector/reading.h"

namespace atrium::domain::detector {

// The things that tasks are about ("the launch posts"), each as long as it is named.
[[nodiscard]] std::vector<Hit> things_in(const Reading& reading);

// The parts belong to the caller and outlive this.
struct TaskStatements {
    const Reading& reading;
    const Moods& moods;
    const std::vector<Hit>& things;

    // Words in [from, to) that count: neither small words nor other things of a list.
    [[nodiscard]] std::uint32_t distance(std::uint32_t from, std::uint32_t to) const;

    [[nodiscard]] bool is_thing(std::uint32_t token) const;

    // Whether a thing and a cue at these tokens belong to one statement.
    [[nodiscard]] bool are_joined(std::uint32_t thing, std::uint32_t cue) const;

    // Nothing in the cue's whole sentence hedges, denies, quotes or names somebody else, whether or
    // not it reaches the statement: such a sentence needs no second look.
    [[nodiscard]] bool is_plain(const Hit& cue) const;

    // Whether the statement [begin, end), carried by the cue, may be taken at its word.
    [[nodiscard]] bool stands(std::uint32_t begin, std::uint32_t end, const Hit& cue) const;

 private:
    [[nodiscard]] bool is_bare(const Clause& clause) const;
    [[nodiscard]] bool blocks(Group group,
                              std::uint32_t from,
                              std::uint32_t to,
                              const Hit& cue) const;
    [[nodiscard]] bool is_inside_finish(const Hit& hit) const;
    [[nodiscard]] bool is_others(std::uint32_t from, std::uint32_t begin, std::uint32_t end) const;
};

}  // namespace atrium::domain::detector
