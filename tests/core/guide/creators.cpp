#include "tests/core/guide/creators.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/core/sample_workspace.h"

namespace atrium::domain::testing {

std::string file_text(const std::string& path) {
    std::ifstream file(path);
    REQUIRE_MESSAGE(file, path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::vector<Creator>& creators() {
    static const std::vector<Creator> kCreators = [] {
        std::vector<Creator> list = {{"demo", demo_profile(kToday)}};
        const std::string ending = ".profile.json";
        const auto folder =
            std::filesystem::directory_iterator(ATRIUM_SOURCE_DIR "/tests/sessions");
        for (const auto& entry : folder) {
            const std::string file = entry.path().filename().string();
            const bool is_profile =
                file.size() > ending.size() &&
                file.compare(file.size() - ending.size(), ending.size(), ending) == 0;
            if (is_profile) {
                Result<CreatorProfile> profile = profile_from_json(file_text(entry.path()));
                REQUIRE_MESSAGE(profile, file);
                list.push_back({file.substr(0, file.size() - ending.size()), profile.value()});
            }
        }
        std::sort(list.begin(), list.end(), [](const Creator& a, const Creator& b) {
            return a.name < b.name;
        });
        return list;
    }();
    return kCreators;
}

CreatorProfile minimal_profile() {
    CreatorProfile profile;
    profile.name = "Kim";
    profile.country = "DE";
    profile.currency = "EUR";
    profile.niche = "Chess";
    profile.monthly_target = 100;
    profile.hours_per_week = 5;
    return profile;
}

const Creator& creator_named(const std::string& name) {
    const auto found = std::find_if(
        creators().begin(), creators().end(), [&](const Creator& one) { return one.name == name; });
    REQUIRE_MESSAGE(found != creators().end(), name);
    return *found;
}

}  // namespace atrium::domain::testing
