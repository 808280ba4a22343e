#include "core/domain/kit/blueprint.h"

#include <nlohmann/json.hpp>

#include "core/domain/decision.h"

namespace atrium::domain::kit {
namespace {

using Json = nlohmann::ordered_json;

std::string platform_name(const Community& community) {
    return decision_label(PlatformSlots{community.platform});
}

std::string missing_places(const Community& community) {
    const auto have = static_cast<int>(community.places.size());
    if (community.decided_places <= have) {
        return "";
    }
    return " You decided on " + std::to_string(community.decided_places) + " places; we name the " +
           std::to_string(have) + " that we have a purpose for, and leave the rest to you.";
}

std::string access_id(int tier) {
    return tier == kVisitors ? "everybody" : "tier-" + std::to_string(tier);
}

}  // namespace

std::string community_blueprint(const Community& community) {
    if (community.platform.empty()) {
        return "";
    }
    if (community.platform == "discord") {
        return discord_blueprint(community);
    }
    return community.platform == "circle" ? circle_blueprint(community)
                                          : plain_blueprint(community);
}

std::string plain_blueprint(const Community& community) {
    Json blueprint;
    blueprint["format"] = "atrium-blueprint";
    blueprint["version"] = 1;
    blueprint["platform"] = community.platform;
    blueprint["note"] = platform_name(community) +
                        " documents no import of a structure that we know of. Set it up by hand "
                        "from this list.";
    blueprint["name"] = community.name;
    blueprint["tiers"] = Json::array();
    for (const Tier& tier : community.tiers) {
        blueprint["tiers"].push_back({{"name", tier.name}, {"price", tier_price(tier)}});
    }
    blueprint["roles"] = Json::array();
    for (const Role& role : community.roles) {
        blueprint["roles"].push_back(role.name);
    }
    blueprint["places"] = Json::array();
    for (const Place& place : community.places) {
        blueprint["places"].push_back({{"group", place.group},
                                       {"name", place.name},
                                       {"purpose", place.purpose},
                                       {"opens_to", access_id(place.tier)},
                                       {"read_only", place.read_only}});
    }
    return blueprint.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string blueprint_note(const Community& community) {
    if (community.platform.empty()) {
        return "There is no `community-blueprint.json` yet: decide on a platform, then export "
               "again.";
    }
    if (community.platform == "discord") {
        return "`community-blueprint.json` has the shape of a Discord server template: roles, "
               "categories, channels and who may see them. Discord makes templates only from "
               "servers that exist and takes no file, so either build the channels by hand from "
               "it, or let a bot of your own read it; a bot can only give rights that it holds. "
               "Forum channels need Community switched on in the server's settings first. Use "
               "View Server As Role to check the result." +
               missing_places(community);
    }
    if (community.platform == "circle") {
        return "`community-blueprint.json` holds space groups, spaces and access groups with the "
               "fields of Circle's Admin API v2, which comes with the Business plan; on "
               "Professional, set them up by hand from it. Spaces are of the type `basic`; "
               "`suggested_type` says which type to choose by hand, and it cannot be changed "
               "later. Professional holds 20 spaces, Business 30." +
               missing_places(community);
    }
    return "`community-blueprint.json` is a plain list of tiers, roles and places: " +
           platform_name(community) +
           " documents no import that we know of, so it is set up by hand from it." +
           missing_places(community);
}

}  // namespace atrium::domain::kit
