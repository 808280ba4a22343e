#include "core/domain/kit/community.h"

#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/domain/kit/access_matrix.h"
#include "core/domain/kit/blueprint.h"
#include "tests/core/sample_workspace.h"

using namespace atrium::domain;
using namespace atrium::domain::kit;
using namespace atrium::domain::testing;
using nlohmann::json;

namespace {

Project project_with(std::vector<DecisionSlots> decided) {
    EventStore store = started_store();
    std::uint64_t id = 2;
    for (DecisionSlots& slots : decided) {
        store.append({DecisionRecorded{sample_decision(id++, std::move(slots))}}, kNoon);
    }
    return *active_project(store.workspace());
}

Community kiln(std::vector<DecisionSlots> decided) {
    return community_of(sample_profile(), project_with(std::move(decided)));
}

std::vector<std::string> names_of(const Community& community) {
    std::vector<std::string> names;
    for (const Place& place : community.places) {
        names.push_back(place.name);
    }
    return names;
}

}  // namespace

TEST_CASE("community: the decided number of places, the creator's own topics before the niche's") {
    const Community community =
        kiln({StructureSlots{1, 8, 3}, ContentSlots{"weekly", "live call"}});
    CHECK(names_of(community) == std::vector<std::string>{"start",
                                                          "announcements",
                                                          "introductions",
                                                          "live call",
                                                          "questions",
                                                          "Glaze recipes",
                                                          "Feedback on pieces",
                                                          "Kiln schedules"});
    CHECK(kiln({StructureSlots{1, 5, 2}}).places.size() == 5);
    CHECK(kiln({StructureSlots{1, 1, 1}}).places.size() == 1);
    const Community named = kiln({StructureSlots{1, 4, 2, {"Glasuren", "Fragen", "Live"}}});
    CHECK(names_of(named) == std::vector<std::string>{"Glasuren", "Fragen", "Live", "start"});
    CHECK(named.places[1].kind == PlaceKind::Questions);
    CHECK(named.places[2].kind == PlaceKind::Event);
    CHECK(kiln({StructureSlots{1, 2, 2, {"A", "B", "C"}}}).places.size() == 3);
    const Community many = kiln({StructureSlots{1, 12, 3}});
    CHECK(many.places.size() == 12);
    CHECK(many.places[10].name == "glaze tests");
}

TEST_CASE("community: a niche without a list and without wishes still gets sensible places") {
    CreatorProfile profile = sample_profile();
    profile.signals.clear();
    profile.niche = "Competitive stone skipping";
    const Community community = community_of(profile, project_with({StructureSlots{1, 8, 3}}));
    CHECK(community.places[5].name == "first steps");
    profile.niche = "Sourdough baking for beginners";
    CHECK(community_of(profile, project_with({})).places[5].name == "cooked this week");
}

TEST_CASE("community: no two places share a name, however many are wanted") {
    const Community community = kiln({StructureSlots{3, 400, 3}});
    std::set<std::string> names;
    for (const std::string& name : names_of(community)) {
        CHECK(names.insert(name).second);
    }
    CHECK(community.decided_places == 400);
    CHECK(community.places.size() >= 20);
    CHECK(blueprint_note(kiln({PlatformSlots{"discord"}, StructureSlots{1, 400, 3}}))
              .find("You decided on 400") != std::string::npos);
}

TEST_CASE("community: tiers have the creator's names and prices, and each upper one a place") {
    const Community community =
        kiln({PricingSlots{std::nullopt, "USD", "month", {{"Maker", 19}, {"Master", 79}}},
              StructureSlots{2, 8, 4}});
    REQUIRE(community.tiers.size() == 2);
    CHECK(community.tiers[0].name == "Maker");
    CHECK(tier_price(community.tiers[1]) == "$79 a month");
    CHECK(community.places.size() == 8);
    CHECK(community.places.back().name == "Master room");
    CHECK(community.places.back().tier == 2);
}

TEST_CASE("community: as many roles as were decided, but never fewer than tiers") {
    const auto roles = [](int tiers, std::optional<int> count) {
        return kiln({StructureSlots{tiers, 8, count}}).roles.size();
    };
    CHECK(roles(1, 3) == 3);
    CHECK(roles(1, std::nullopt) == 3);
    CHECK(roles(1, 5) == 5);
    CHECK(roles(3, 1) == 3);
}

TEST_CASE("access matrix: visitors enter nothing that is paid for, and leaving is spelled out") {
    const std::string csv = access_matrix_csv(kiln({PlatformSlots{"discord"}}));
    CHECK(csv.find("Visitor,none,,Topics,questions,no access,Nothing changes") !=
          std::string::npos);
    CHECK(csv.find("Visitor,none,,Welcome,start,read,Nothing changes") != std::string::npos);
    CHECK(csv.find("Member,Member,not decided,Topics,questions,read and write,") !=
          std::string::npos);
    CHECK(csv.find("Moderator,Moderator,,Welcome,announcements,read and write,") !=
          std::string::npos);
    CHECK(csv.find("Discord takes the role away") != std::string::npos);
}

TEST_CASE("blueprint: without a platform there is none, and the note says why") {
    CHECK(community_blueprint(kiln({})).empty());
    CHECK(blueprint_note(kiln({})).find("decide on a platform") != std::string::npos);
}

TEST_CASE("blueprint: on Discord paid channels are hidden from everyone and open to the tiers") {
    const auto template_json =
        json::parse(community_blueprint(kiln({PlatformSlots{"discord"}, StructureSlots{2, 8, 4}})));
    const json& guild = template_json["serialized_source_guild"];
    CHECK(guild["roles"][0]["name"] == "@everyone");
    std::set<int> roles;
    for (const json& role : guild["roles"]) {
        roles.insert(role["id"].get<int>());
    }
    std::size_t hidden = 0;
    for (const json& channel : guild["channels"]) {
        for (const json& overwrite : channel["permission_overwrites"]) {
            CHECK(roles.count(overwrite["id"].get<int>()) == 1);
            CHECK(overwrite["allow"].is_string());
        }
        const bool is_hidden =
            !channel["permission_overwrites"].empty() &&
            channel["permission_overwrites"][0]["id"] == 0 &&
            (std::stoull(channel["permission_overwrites"][0]["deny"].get<std::string>()) & 1024U) !=
                0;
        hidden += is_hidden && channel["type"] != 4 ? 1 : 0;
        CHECK((is_hidden || channel["name"] == "start" || channel["type"] == 4));
    }
    CHECK(hidden == 7);
    const json& tier_room = guild["channels"].back();
    CHECK(tier_room["name"] == "tier-2-room");
    // Everyone out; in: tier 2 (role 2) and the moderators (role 3), not tier 1.
    CHECK(tier_room["permission_overwrites"].size() == 3);
    CHECK(tier_room["permission_overwrites"][1]["id"] == 2);
    CHECK(tier_room["permission_overwrites"][2]["id"] == 3);
}

TEST_CASE("blueprint: on Circle every access group opens the spaces of its tier and below") {
    const auto blueprint =
        json::parse(community_blueprint(kiln({PlatformSlots{"circle"}, StructureSlots{2, 8, 4}})));
    CHECK(blueprint["access_groups"][0]["spaces"].size() == 6);
    CHECK(blueprint["access_groups"][1]["spaces"].size() == 7);
    CHECK(blueprint["space_groups"][0]["is_hidden_from_non_members"] == false);
    CHECK(blueprint["space_groups"][1]["is_hidden_from_non_members"] == true);
}

TEST_CASE("blueprint: for another platform it is a plain list that says so") {
    const auto blueprint = json::parse(community_blueprint(kiln({PlatformSlots{"skool"}})));
    CHECK(blueprint["platform"] == "skool");
    CHECK(blueprint["note"].get<std::string>().find("by hand") != std::string::npos);
}
