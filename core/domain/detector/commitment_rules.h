// The ways in which a value can be committed to. Each rule gives the confidence that it lends to one
// mention, kNothing where it says nothing; the highest counts (commitments.cpp).
#pragma once

#include "core/domain/detector/circumstances.h"

namespace atrium::domain::detector {

inline constexpr double kSure = 0.95;      // the cue stands beside the value
inline constexpr double kNear = 0.9;       // the cue refers to the value from another sentence
inline constexpr double kLoose = 0.8;      // the cue stands some words away
inline constexpr double kDeclared = 0.72;  // the value stands alone, as an answer would
inline constexpr double kFaint = 0.65;     // the cue stands far away
inline constexpr double kNothing = 0.0;

// beside_rules.cpp: "let's go with" value, "we charge" value, value "it is".
[[nodiscard]] double beside(const Circumstances& on, std::size_t index);

// reference_rules.cpp: "That's the price.", "I'm serious.", "Decision made: …" in a sentence nearby.
[[nodiscard]] double referred_back(const Circumstances& on, std::size_t index);
[[nodiscard]] double announced(const Circumstances& on, std::size_t index);

// statement_rules.cpp: the sentence itself declares the value. "Launch: 1 March", "Discord, because
// of the horse", "Taster is free, Regular is $18", "it's 22 euros", "Circle it is, and $29", "so Circle".
[[nodiscard]] double labelled(const Circumstances& on, std::size_t index);
[[nodiscard]] double alone(const Circumstances& on, std::size_t index);
[[nodiscard]] double tier_list(const Circumstances& on, std::size_t index);
[[nodiscard]] double stated(const Circumstances& on, std::size_t index);
[[nodiscard]] double coordinated(const Circumstances& on, std::size_t index);
[[nodiscard]] double concluded(const Circumstances& on, std::size_t index);

// reference_rules.cpp: a later "not sure yet" or "don't save that" takes the value back.
[[nodiscard]] bool is_left_open(const Circumstances& on, std::size_t index);

// record_rules.cpp: what an assistant says it has recorded.
[[nodiscard]] double recorded_by_assistant(const Circumstances& on, std::size_t index);

// Who opens, charges or offers. kNothing for somebody else ("school starts on the 11th"), kDeclared
// for a name that the phrases do not know, kSure otherwise.
[[nodiscard]] double by_subject(const Circumstances& on, const Hit& cue, Group group);

// An order to the guide stands at the start of its clause: "take January 29".
[[nodiscard]] bool opens_clause(const Circumstances& on, const Hit& cue);

}  // namespace atrium::domain::detector
