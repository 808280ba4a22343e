// What surrounds a sum: the tier that a price belongs to, and the prices that are no sum at all.
#pragma once

#include <cstdint>
#include <string>

#include "core/domain/detector/mentions.h"

namespace atrium::domain::detector {

// "Patron is $60", "Dungeon Master: $14": the capitalised words before the amount, as written.
[[nodiscard]] std::string tier_name_before(const Reading& reading, std::uint32_t begin);

// "Guests are free", "no charge": prices of 0.
void add_free_mentions(const Reading& reading, Mentions& mentions);

}  // namespace atrium::domain::detector
