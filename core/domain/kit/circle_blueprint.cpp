// Space groups, spaces and access groups with the fields of Circle's Admin API v2. Only the space
// type "basic" is confirmed there for what we make, so another one is a suggestion beside it.
#include <set>

#include <nlohmann/json.hpp>

#include "core/domain/kit/blueprint.h"
#include "core/domain/kit/names.h"

namespace atrium::domain::kit {
namespace {

using Json = nlohmann::ordered_json;

std::string suggested_type(const Place& place) {
    return place.kind == PlaceKind::Event ? "events" : "posts";
}

Json space(const Place& place, const std::string& slug) {
    return {{"name", place.name},
            {"slug", slug},
            {"space_type", "basic"},
            {"suggested_type", suggested_type(place)},
            {"purpose", place.purpose},
            {"is_private", place.tier != kVisitors},
            {"is_post_disabled", place.read_only},
            {"locked_page_description",
             place.tier == kVisitors ? Json() : Json("For members: " + place.purpose)}};
}

}  // namespace

std::string circle_blueprint(const Community& community) {
    std::set<std::string> taken_groups;
    std::set<std::string> taken_spaces;
    std::vector<std::string> slugs;
    for (const Place& place : community.places) {
        slugs.push_back(unique_name(ascii_slug(place.name, "space"), taken_spaces));
    }
    Json groups = Json::array();
    for (const std::string& group : community.groups) {
        Json spaces = Json::array();
        bool hidden = true;
        for (std::size_t index = 0; index < community.places.size(); ++index) {
            if (community.places[index].group == group) {
                hidden = hidden && community.places[index].tier != kVisitors;
                spaces.push_back(space(community.places[index], slugs[index]));
            }
        }
        groups.push_back({{"name", group},
                          {"slug", unique_name(ascii_slug(group, "group"), taken_groups)},
                          {"is_hidden_from_non_members", hidden},
                          {"hide_members_count", false},
                          {"allow_members_to_create_spaces", false},
                          {"automatically_add_members_to_new_spaces", false},
                          {"spaces", std::move(spaces)}});
    }
    Json access = Json::array();
    for (std::size_t tier = 0; tier < community.tiers.size(); ++tier) {
        Json opened = Json::array();
        for (std::size_t index = 0; index < community.places.size(); ++index) {
            const int needed = community.places[index].tier;
            if (needed != kVisitors && needed <= static_cast<int>(tier) + 1) {
                opened.push_back(slugs[index]);
            }
        }
        access.push_back({{"name", community.tiers[tier].name}, {"spaces", std::move(opened)}});
    }
    const Json blueprint = {{"format", "atrium-circle-blueprint"},
                            {"version", 1},
                            {"api", "Circle Admin API v2"},
                            {"community", community.name},
                            {"space_groups", std::move(groups)},
                            {"access_groups", std::move(access)}};
    return blueprint.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace atrium::domain::kit
