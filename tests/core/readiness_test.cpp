#include "core/domain/readiness.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "core/domain/eligibility.h"

using namespace atrium;
using namespace atrium::domain;

namespace {

CreatorProfile maya() {
    return demo_profile(*date_from_iso("2026-11-22"));
}

Readiness verdict_on(const CreatorProfile& profile) {
    const auto answer = readiness({profile, std::nullopt, ""}, built_in_market());
    REQUIRE(answer);
    return answer.value();
}

std::vector<std::string> trap_ids(const EligibilityQuestion& question) {
    std::vector<std::string> ids;
    for (const EligibilityTrap& trap : eligibility_traps(question, built_in_market())) {
        ids.push_back(trap.id);
    }
    return ids;
}

bool has(const std::vector<std::string>& ids, const char* id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

TEST_CASE("readiness: Maya is ready if 3 in 100 readers join") {
    const Readiness answer = verdict_on(maya());
    CHECK(answer.verdict == Verdict::ReadyIf);
    CHECK(answer.headline == "Ready, if 3 in 100 readers join");
    CHECK(
        answer.sentence ==
        "With $29 on Circle Professional, 95 members at a time leave you $2,500 a month. That is "
        "2.4% of your 3,900 newsletter readers, within the 1 to 5% we plan with. This counts "
        "them as if all joined at once; the forecast spreads them over a year and takes off those "
        "who leave.");
    CHECK(answer.reasons.size() == 3);
    CHECK(!answer.first_step.empty());
    CHECK(answer.conversion.our_estimate);
}

TEST_CASE("readiness: a target that one in a hundred reaches is ready as it is") {
    CreatorProfile profile = maya();
    profile.engaged_audience = 300'000;
    CHECK(verdict_on(profile).verdict == Verdict::Ready);
    profile.experience = OfferExperience::None;
    CHECK(verdict_on(profile).headline == "Ready, if ten people pay before you open");
    profile.hours_per_week = 3;
    CHECK(verdict_on(profile).headline == "Ready, if you find 5 h a week");
}

TEST_CASE("readiness: not yet comes with the number and the first thing to do") {
    CreatorProfile profile = maya();
    SUBCASE("too few people for the target") {
        profile.engaged_audience = 200;
        profile.monthly_target = 1000;
        const Readiness answer = verdict_on(profile);
        CHECK(answer.verdict == Verdict::NotYet);
        CHECK(answer.headline.find("$1,000") != std::string::npos);
        CHECK(answer.reasons.front().kind == ReasonKind::Blocker);
        CHECK(answer.first_step.find("800 newsletter readers") != std::string::npos);
        CHECK(answer.target_in_reach > 150);
        CHECK(answer.target_in_reach < 200);
    }
    SUBCASE("nobody to ask") {
        profile.engaged_audience = 0;
        profile.followers = 0;
        const Readiness answer = verdict_on(profile);
        CHECK(answer.verdict == Verdict::Unknown);
        CHECK(answer.headline == "No verdict yet: the number of people you can ask is missing");
        CHECK(answer.first_step.find("e-mail address") != std::string::npos);
    }
    SUBCASE("no hours") {
        profile.hours_per_week = 1;
        CHECK(verdict_on(profile).headline == "Not yet: 1 h a week are too few to open");
    }
}

TEST_CASE("readiness: a decided price and platform are used instead of ours") {
    const auto answer = readiness({maya(), Price{49, "USD"}, "discord"}, built_in_market());
    REQUIRE(answer);
    CHECK(answer.value().plan_name == "Discord");
    CHECK(answer.value().need.members == 61);
    CHECK(readiness({maya(), Price{0, "USD"}, ""}, built_in_market()).error().code ==
          "price-too-low");
}

TEST_CASE("readiness: the sentences are in the person's formats") {
    ReadinessQuestion question{maya(), std::nullopt, ""};
    question.formats = formats_for(FormatChoice::German, ClockChoice::Automatic, "");
    const auto answer = readiness(question, built_in_market());
    REQUIRE(answer);
    CHECK(answer.value().sentence.find("2.500\u00a0$ a month") != std::string::npos);
    CHECK(answer.value().sentence.find("2,4\u00a0% of your 3.900") != std::string::npos);
}

TEST_CASE("readiness: absurd profiles get an answer or a sentence, never a crash") {
    CreatorProfile profile = maya();
    profile.monthly_target = 1'000'000'000;
    CHECK(verdict_on(profile).verdict == Verdict::NotYet);
    profile.engaged_audience = 1'000'000'000;
    CHECK(!verdict_on(profile).headline.empty());
    profile.currency = "XTS";
    CHECK(readiness({profile, std::nullopt, ""}, built_in_market()).error().code ==
          "currency-unknown");
}

TEST_CASE("readiness: who has sold nothing gets a larger beta") {
    CreatorProfile profile = maya();
    CHECK(beta_size(profile) == 10);
    profile.experience = OfferExperience::None;
    CHECK(beta_size(profile) == 15);
}

TEST_CASE("eligibility: Discord's region concerns only creators outside the United States") {
    CHECK(!has(trap_ids({"discord", "US", "USD", {}, {}}), "discord-region"));
    const auto traps = eligibility_traps({"discord", "NG", "NGN", {}, {}}, built_in_market());
    REQUIRE(!traps.empty());
    CHECK(traps.front().id == "discord-region");
    CHECK(traps.front().text.find("You are in Nigeria") != std::string::npos);
    CHECK(!traps.front().source.empty());
}

TEST_CASE("eligibility: a price outside Discord's range blocks and stands first") {
    const auto traps =
        eligibility_traps({"discord", "US", "USD", Price{249, "USD"}, {}}, built_in_market());
    REQUIRE(!traps.empty());
    CHECK(traps.front().id == "discord-price-range");
    CHECK(traps.front().level == TrapLevel::Blocks);
    CHECK(has(trap_ids({"discord", "US", "USD", Price{2, "USD"}, {}}), "discord-price-range"));
    CHECK(!has(trap_ids({"discord", "US", "USD", Price{29, "USD"}, {}}), "discord-price-range"));
}

TEST_CASE("eligibility: small sums raise the payout minimum and the fixed cost") {
    CHECK(has(trap_ids({"discord", "US", "USD", Price{9, "USD"}, 10}), "discord-first-payout"));
    CHECK(!has(trap_ids({"discord", "US", "USD", Price{9, "USD"}, 20}), "discord-first-payout"));
    CHECK(has(trap_ids({"circle", "US", "USD", Price{9, "USD"}, 40}), "circle-fixed-cost"));
    CHECK(!has(trap_ids({"circle", "US", "USD", Price{9, "USD"}, 60}), "circle-fixed-cost"));
}

TEST_CASE("eligibility: country and currency raise Stripe, tax and dollars") {
    CHECK(has(trap_ids({"circle", "NG", "NGN", {}, {}}), "circle-stripe"));
    CHECK(!has(trap_ids({"circle", "DE", "EUR", {}, {}}), "circle-stripe"));
    CHECK(has(trap_ids({"circle", "DE", "EUR", {}, {}}), "vat"));
    CHECK(has(trap_ids({"skool", "DE", "EUR", {}, {}}), "skool-dollars"));
    CHECK(!has(trap_ids({"skool", "US", "USD", {}, {}}), "skool-dollars"));
    CHECK(trap_ids({"myspace", "US", "USD", {}, {}}).empty());
}
