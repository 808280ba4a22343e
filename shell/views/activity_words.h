// What an event is called in the activity list.
#pragma once

#include <string>

#include "core/domain/event.h"

namespace atrium::shell {

struct ActivityWords {
    const char* icon = nullptr;
    std::string what;    // "Price recorded"; empty: not shown in the list
    std::string detail;  // "$29 a month, 92%"
};

ActivityWords activity_words(const domain::Event& event,
                             const domain::Project* project,
                             const domain::Formats& formats);

}  // namespace atrium::shell
