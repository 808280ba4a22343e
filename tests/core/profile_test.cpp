#include "core/domain/profile.h"

#include <string>

#include <doctest/doctest.h>

using namespace atrium::domain;

namespace {

const Date kToday = *date_from_iso("2026-11-22");

std::string first_problem(const CreatorProfile& profile) {
    const auto problems = profile_problems(profile);
    return problems.empty() ? "" : problems.front().field;
}

}  // namespace

TEST_CASE("profile: the demo creator has nothing to correct") {
    const CreatorProfile maya = demo_profile(kToday);
    CHECK(maya.name == "Maya Okafor");
    CHECK(maya.engaged_audience == 3900);
    CHECK(engaged_word(maya.engaged_source) == "newsletter readers");
    CHECK(profile_problems(maya).empty());
}

TEST_CASE("profile: the demo creator is away the next time Christmas comes") {
    const CreatorProfile later = demo_profile(*date_from_iso("2028-03-01"));
    REQUIRE(later.away.size() == 1);
    CHECK(iso_from_date(later.away[0].first) == "2028-12-20");
}

TEST_CASE("profile: JSON gives the same profile back") {
    CreatorProfile profile = demo_profile(kToday);
    profile.name = "Zoë \"Z\" שלום 🙂";
    profile.hours_per_week = 6.3;
    profile.engagement_rate_percent.reset();
    const auto read = profile_from_json(profile_json(profile));
    REQUIRE(read);
    CHECK(read.value() == profile);
}

TEST_CASE("profile: broken UTF-8 is replaced and does not stop the writing") {
    CreatorProfile profile = demo_profile(kToday);
    profile.niche = "clay \xff";
    CHECK(profile_from_json(profile_json(profile)));
}

TEST_CASE("profile: a missing engaged source follows from the platform") {
    const auto read = profile_from_json(R"({"primary_platform":"podcast"})");
    REQUIRE(read);
    CHECK(read.value().engaged_source == EngagedSource::Listeners);
}

TEST_CASE("profile: a member of the wrong type is named") {
    const auto fails = [](const char* json, const char* field) {
        const auto read = profile_from_json(json);
        REQUIRE(!read);
        CHECK(read.error().code == "profile-invalid");
        CHECK(read.error().message.find(field) != std::string::npos);
    };
    fails(R"({"followers":"many"})", "followers");
    fails(R"({"followers":1.5})", "followers");
    fails(R"({"followers":1e300})", "followers");
    fails(R"({"primary_platform":"myspace"})", "primary_platform");
    fails(R"({"away":[{"first":"2026-02-30","last":"2026-03-01"}]})", "first");
    fails(R"({"signals":["a",3]})", "signals");
    fails("[]", "profile");
    fails("not json", "profile");
}

TEST_CASE("profile: values without sense get a sentence for their field") {
    const CreatorProfile good = demo_profile(kToday);
    const auto with = [&](auto change) {
        CreatorProfile profile = good;
        change(profile);
        return first_problem(profile);
    };
    CHECK(with([](auto& p) { p.name = "  "; }) == "name");
    CHECK(with([](auto& p) { p.name = std::string(81, 'a'); }) == "name");
    CHECK(with([](auto& p) { p.country = "XX"; }) == "country");
    CHECK(with([](auto& p) { p.currency = "usd"; }) == "currency");
    CHECK(with([](auto& p) { p.followers = -1; }) == "followers");
    CHECK(with([](auto& p) { p.followers = 1'000'000'000'000; }) == "followers");
    CHECK(with([](auto& p) { p.engaged_audience = -3; }) == "engaged_audience");
    CHECK(with([](auto& p) { p.engagement_rate_percent = 101; }) == "engagement_rate_percent");
    CHECK(with([](auto& p) { p.hours_per_week = 0; }) == "hours_per_week");
    CHECK(with([](auto& p) { p.monthly_target = 0; }) == "monthly_target");
    CHECK(with([](auto& p) { p.signals = {"ok", " "}; }) == "signals");
    CHECK(with([](auto& p) { p.away = {{Date{10}, Date{9}}}; }) == "away");
    CHECK(with([](auto& p) { p.followers = 0; }).empty());
    CHECK(with([](auto& p) { p.name = "🙂🎏"; }).empty());
}

TEST_CASE("profile: a country that is not one is answered with how to write one") {
    CreatorProfile profile = demo_profile(kToday);
    profile.top_countries = {"US", "moon"};
    const auto problems = profile_problems(profile);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message == "Please give countries by their two letters, such as US, GB, CA.");
}

TEST_CASE("profile: length counts characters, not bytes") {
    CreatorProfile profile = demo_profile(kToday);
    for (int i = 0; i < 79; ++i) {
        profile.community_name += "ö";
    }
    profile.community_name = profile.community_name.substr(std::string("The Kiln Room").size());
    CHECK(profile_problems(profile).empty());
}

TEST_CASE("profile: no platform asks twice for what has one name") {
    CHECK(audience_label(AudiencePlatform::Youtube) == "YouTube subscribers");
    CHECK(engaged_label(EngagedSource::Readers) == "Newsletter readers");
    for (const AudiencePlatform platform : kAudiencePlatforms) {
        for (const EngagedSource source : kEngagedSources) {
            CAPTURE(audience_label(platform));
            CHECK(audience_label(platform) != engaged_label(source));
        }
    }
}

TEST_CASE("profile: every platform has words and an id that reads back") {
    for (const AudiencePlatform platform : kAudiencePlatforms) {
        CHECK(audience_platform_from_id(platform_id(platform)) == platform);
        CHECK(!platform_label(platform).empty());
        CHECK(!audience_word(platform).empty());
    }
    for (const EngagedSource source : kEngagedSources) {
        CHECK(engaged_source_from_id(engaged_source_id(source)) == source);
    }
    for (const OfferExperience experience : kOfferExperiences) {
        CHECK(experience_from_id(experience_id(experience)) == experience);
    }
    CHECK(!audience_platform_from_id("myspace"));
}
