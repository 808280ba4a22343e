#include "core/domain/readiness.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "core/domain/eligibility.h"
#include "core/domain/forecast.h"
#include "tests/core/sample_workspace.h"

using namespace atrium;
using namespace atrium::domain;

namespace {

CreatorProfile maya() {
    return demo_profile(*date_from_iso("2026-11-22"));
}

// On Circle, which Maya's readers would take.
Readiness verdict_on(const CreatorProfile& profile) {
    const auto answer =
        readiness({profile, testing::sample_basis(profile, {PlatformSlots{"circle"}})});
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

TEST_CASE("readiness: Maya is ready if 4 in 100 readers join") {
    const Readiness answer = verdict_on(maya());
    CHECK(answer.verdict == Verdict::ReadyIf);
    CHECK(answer.headline == "Ready, if about 4 in 100 readers join");
    CHECK(answer.sentence ==
          "With $29 on Circle Professional, 95 members at a time leave you $2,500 a month. As some "
          "leave again and founding members pay less, that takes 4.1% of your 3,900 newsletter "
          "readers within a year; we plan with 1 to 5%. At 3% the first year ends with 75 members "
          "and $1,803 a month.");
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
        CHECK(answer.first_step.find("1,400 newsletter readers") != std::string::npos);
        CHECK(answer.target_in_reach > 0);
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

TEST_CASE("readiness: the verdict says what the forecast's cases say") {
    for (const std::int64_t audience : {60, 250, 900, 2'000, 3'900, 6'000, 9'000, 40'000}) {
        for (const double price : {9.0, 29.0, 79.0}) {
            CreatorProfile profile = maya();
            profile.engaged_audience = audience;
            Assumptions basis = testing::sample_basis(
                profile, {PlatformSlots{"circle"}, PricingSlots{price, "USD", "month", {}}});
            CAPTURE(audience);
            CAPTURE(price);
            const Readiness answer = readiness({profile, basis}).value();
            const Forecast year = forecast_from(basis).value();
            const bool base_reaches = year.base().target_month.has_value();
            CHECK((answer.need.reach <= Reach::Base) == base_reaches);
            CHECK((answer.need.reach == Reach::Low) == year.low().target_month.has_value());
            CHECK((answer.sentence.find("you reach it in month") != std::string::npos) ==
                  base_reaches);
            CHECK(answer.need.members_base == year.base().months.back().members);
            CHECK((answer.verdict == Verdict::NotYet) == (answer.need.reach == Reach::Beyond));
        }
    }
}

TEST_CASE("readiness: the share it names is the least at which the forecast reaches the target") {
    Assumptions basis = testing::sample_basis(maya(), {PlatformSlots{"circle"}});
    const double share = readiness({maya(), basis}).value().joining_percent.value();
    const auto reached_at = [&](double percent) {
        for (Assumption& assumption : basis.list) {
            if (assumption.named.id == "conversion") {
                assumption.named.figure.value = percent;
            }
        }
        return forecast_from(basis).value().base().target_month.has_value();
    };
    CHECK(reached_at(share));
    CHECK_FALSE(reached_at(share - 0.1));
}

TEST_CASE("readiness: a decided price and platform are used instead of ours") {
    const auto priced = [](double amount) {
        return testing::sample_basis(
            maya(), {PlatformSlots{"discord"}, PricingSlots{amount, "USD", "month", {}}});
    };
    const auto answer = readiness({maya(), priced(49)});
    REQUIRE(answer);
    CHECK(answer.value().plan_name == "Discord");
    CHECK(answer.value().need.members == 61);
    CHECK(readiness({maya(), priced(0)}).error().code == "price-too-low");
}

TEST_CASE("readiness: the sentences are in the person's formats") {
    ReadinessQuestion question{maya(), testing::sample_basis(maya())};
    question.formats = formats_for(FormatChoice::German, ClockChoice::Automatic, "");
    const auto answer = readiness(question);
    REQUIRE(answer);
    CHECK(answer.value().sentence.find("2.500\u00a0$ a month") != std::string::npos);
    CHECK(answer.value().sentence.find("4,1\u00a0% of your 3.900") != std::string::npos);
}

TEST_CASE("readiness: absurd profiles get an answer or a sentence, never a crash") {
    CreatorProfile profile = maya();
    profile.monthly_target = 1'000'000'000;
    CHECK(verdict_on(profile).verdict == Verdict::NotYet);
    profile.engaged_audience = 1'000'000'000;
    CHECK(!verdict_on(profile).headline.empty());
    profile.currency = "XTS";
    CHECK(readiness({profile, testing::sample_basis(profile)}).error().code == "currency-unknown");
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
