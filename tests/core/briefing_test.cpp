#include "core/domain/briefing.h"

#include <doctest/doctest.h>

#include "tests/core/sample_workspace.h"

using namespace atrium::domain;

namespace {

BriefingQuestion about_maya() {
    const Date today = *date_from_iso("2026-11-22");
    const CreatorProfile maya = demo_profile(today);
    return {
        maya,
        testing::sample_basis(maya, {PlatformSlots{"circle"}}),
        "",
        {planned_tasks(built_in_template()), maya.hours_per_week, today, std::nullopt, maya.away}};
}

bool contains(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("briefing: holds every number that the session talks about") {
    const std::string text = figures_briefing(about_maya());
    CHECK(contains(text, "Ready, if about 4 in 100 readers join"));
    CHECK(contains(text, "$29 a month (recommended)"));
    CHECK(contains(text, "40 seats at $20"));
    CHECK(contains(text, "Circle Professional: keeps $2,503 of $2,755"));
    CHECK(contains(text, "discord, check first"));
    CHECK(contains(text, "Earliest opening: Monday 11 January 2027"));
    CHECK(contains(text, "Friday 22 January 2027: 12 h to spare, recommended"));
}

TEST_CASE("briefing: a decided platform, price and day replace the options") {
    BriefingQuestion question = about_maya();
    question.platform = "discord";
    question.basis = testing::sample_basis(
        question.profile, {PlatformSlots{"discord"}, PricingSlots{49, "USD", "month", {}}});
    question.plan.target = date_from_iso("2027-01-22");
    const std::string text = figures_briefing(question);
    CHECK(contains(text, "With $49 on Discord"));
    CHECK(!contains(text, "circle, "));
    CHECK(contains(text, "closing Friday 5 February 2027"));
    CHECK(contains(text, "on track"));
}

TEST_CASE("briefing: without an exchange rate it says so and still has the dates") {
    BriefingQuestion question = about_maya();
    question.profile.currency = "XTS";
    const std::string text = figures_briefing(question);
    CHECK(contains(text, "no exchange rate for XTS"));
    CHECK(contains(text, "Earliest opening"));
}
