// The setup form while it is being filled in: texts as typed, turned into a profile when they make
// sense.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/domain/profile.h"

namespace atrium::shell {

enum class SetupStep { You, Audience, Voice };

struct SetupDraft {
    SetupStep step = SetupStep::You;
    bool editing = false;  // opened from Settings for a saved profile; saving goes back there
    domain::CreatorProfile profile;            // the choices, and every text that could be read
    std::map<std::string, std::string> texts;  // number and list fields as typed, by member name
    std::map<std::string, std::string>
        problems;  // sentences by member name, for the fields left or sent
    std::string new_signal;
    bool is_demo = false;
};

}  // namespace atrium::shell
