// Tables of what an answer to the question about a category is understood as.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "core/domain/decision.h"

namespace atrium::domain::testing {

struct SlotsCase {
    const char* text;
    const char* slots;  // as JSON, or "nothing"
};

// read: the slots that a text is understood as, in the same form.
inline void check_slots(std::string (*read)(DecisionCategory, std::string_view),
                        DecisionCategory asked,
                        std::initializer_list<SlotsCase> cases) {
    for (const SlotsCase& expected : cases) {
        CAPTURE(expected.text);
        CHECK(read(asked, expected.text) == expected.slots);
    }
}

}  // namespace atrium::domain::testing
