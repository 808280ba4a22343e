// The community as it follows from the creator's decisions: tiers, roles and places, and who may
// enter what. The blueprint, the access matrix and the plan are all written from this one value. The
// names of places come from assets/community_places.json, the creator's own topics first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/workspace.h"

namespace atrium::domain::kit {

// Who may enter: a number of the tier, 1 for every member; visitors have not paid.
inline constexpr int kVisitors = 0;

struct Tier {
    std::string name;              // "Member", or as the creator named it
    std::optional<double> amount;  // none while the price is undecided
    std::string currency;
    std::string interval;

    bool operator==(const Tier&) const = default;
};

enum class RoleKind { Tier, Moderator, Founding, Helper };

struct Role {
    std::string name;
    RoleKind kind = RoleKind::Tier;
    int tier = 0;  // of RoleKind::Tier, counted from 1

    bool operator==(const Role&) const = default;
};

enum class PlaceKind {
    Text,
    Questions,  // one thread for each question: a forum
    Event,      // a room for voice and picture
};

struct Place {
    std::string name;
    std::string purpose;
    PlaceKind kind = PlaceKind::Text;
    std::string group;
    int tier = 1;            // the lowest that may enter; kVisitors for everybody
    bool read_only = false;  // only host and moderators write

    bool operator==(const Place&) const = default;
};

struct Community {
    std::string name;
    std::string platform;  // of the decision, empty while undecided
    std::vector<Tier> tiers;
    std::vector<Role> roles;
    std::vector<std::string> groups;  // in the order of their first place
    std::vector<Place> places;
    int decided_places = 0;  // more than places.size() where we know no more names
    std::string leaving;     // what happens when a member leaves

    bool operator==(const Community&) const = default;
};

[[nodiscard]] Community community_of(const CreatorProfile& profile, const Project& project);

// Three names that a community of this creator could have: our own suggestions, by niche.
[[nodiscard]] std::vector<std::string> community_names(const CreatorProfile& profile);

[[nodiscard]] std::string tier_price(const Tier& tier);  // "$29 a month", "free", "not decided"

}  // namespace atrium::domain::kit
