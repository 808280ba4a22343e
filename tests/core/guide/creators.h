// The creators of tests/sessions, and the demo creator.
#pragma once

#include <string>
#include <vector>

#include "core/domain/profile.h"

namespace atrium::domain::testing {

struct Creator {
    std::string name;  // of the files in tests/sessions: "tiny-newsletter"
    CreatorProfile profile;
};

const std::vector<Creator>& creators();

const Creator& creator_named(const std::string& name);

// The whole file; fails the test when it cannot be read.
std::string file_text(const std::string& path);

// What the setup form accepts at least.
[[nodiscard]] CreatorProfile minimal_profile();

}  // namespace atrium::domain::testing
