// The two or three answers the guide offers to a decision, for this creator.
#pragma once

#include <string>
#include <vector>

#include "core/domain/guide/facts.h"

namespace atrium::domain::guide {

struct Choice {
    std::string label;    // "$29 a month"
    std::string reply;    // the quick reply that takes it: "Take $29 a month"
    std::string reason;   // in the creator's numbers
    std::string because;  // of the recommended one: why it fits this creator
    DecisionSlots slots;
    bool recommended = false;
    bool possible = true;  // false: a look at what haste would cost, against the plan's hours
};

// In the order in which they are shown; exactly one is recommended.
[[nodiscard]] std::vector<Choice> choices_for(DecisionCategory category,
                                              const Talk& talk,
                                              const Numbers& numbers,
                                              const Facts& facts);

[[nodiscard]] const Choice& recommended(const std::vector<Choice>& choices);

// The replies, the recommended one first.
[[nodiscard]] std::vector<std::string> replies_of(const std::vector<Choice>& choices);

// The replies of the choices that are another value than this one.
[[nodiscard]] std::vector<std::string> replies_without(std::vector<Choice> choices,
                                                       const DecisionSlots& slots);

}  // namespace atrium::domain::guide
