// The facts that fill the guide's phrases, from the creator's profile, decisions and numbers. Names
// of facts are those in assets/guide and in the plan template's option texts.
#pragma once

#include <string>
#include <vector>

#include "core/domain/guide/numbers.h"
#include "core/domain/guide/phrases.h"
#include "core/domain/guide/talk.h"

namespace atrium::domain::guide {

[[nodiscard]] Facts facts_of(const Talk& talk, const Numbers& numbers);

// "a", "a and b", "a, b and c".
[[nodiscard]] std::string listed(const std::vector<std::string>& items);

// The first letter small, unless the word is an abbreviation: "Glaze recipes" in a sentence.
[[nodiscard]] std::string in_sentence(const std::string& words);

[[nodiscard]] std::string capitalised(std::string words);

// "6 hours", "1 hour", "2.5 hours".
[[nodiscard]] std::string hours_words(double hours);

// "platform", "price", "structure", "launch date", "first month": how a person calls it.
[[nodiscard]] std::string category_words(DecisionCategory category);

// As decision_label, with Circle's spaces called so and the day beside a duration.
[[nodiscard]] std::string label_of(const Talk& talk, const DecisionSlots& slots);

// The same as facts: Label for the start of a sentence or a list, label for inside of one.
[[nodiscard]] Facts label_facts(const Talk& talk, const DecisionSlots& slots);

}  // namespace atrium::domain::guide
