// Values that are named only to be given up: "not Discord", "from $29 to $39", "Circle is out".
#pragma once

#include "core/domain/detector/mentions.h"

namespace atrium::domain::detector {

// True where the words around the mention give it up or deny it.
[[nodiscard]] bool is_withdrawn(const Reading& reading,
                                const Mentions& mentions,
                                std::size_t index);

// True where one of two values of a category takes the place of the other.
[[nodiscard]] bool are_rivals(const Mention& one, const Mention& other);

// True where a different value of the same category, one that needs no context, stands in the span.
[[nodiscard]] bool has_other_value(const Mentions& mentions, std::size_t index, Span span);

}  // namespace atrium::domain::detector
