#include "core/domain/decision.h"

#include <doctest/doctest.h>

using namespace atrium;
using namespace atrium::domain;

namespace {

std::string refusal(DecisionCategory category, std::string_view json) {
    const Result<DecisionSlots> slots = slots_from_json(category, json);
    return slots ? "accepted" : slots.error().message;
}

bool names(const std::string& message, std::string_view field) {
    return message.find(field) != std::string::npos;
}

}  // namespace

TEST_CASE("decision: each category has an id and is found by it") {
    for (const DecisionCategory category : kDecisionCategories) {
        CHECK(category_from_id(category_id(category)) == category);
    }
    CHECK_FALSE(category_from_id("colour").has_value());
}

TEST_CASE("decision: the value knows its category") {
    CHECK(category_of(PlatformSlots{"discord"}) == DecisionCategory::Platform);
    CHECK(category_of(ContentSlots{}) == DecisionCategory::Content);
}

TEST_CASE("decision: its label is what a person would say") {
    CHECK(decision_label(PlatformSlots{"discord"}) == "Discord");
    CHECK(decision_label(PlatformSlots{"mighty"}) == "Mighty Networks");
    CHECK(decision_label(PlatformSlots{"other"}) == "Another platform");
    CHECK(decision_label(PricingSlots{29.0, "USD", "month", {}}) == "$29 a month");
    CHECK(decision_label(PricingSlots{9.9, "EUR", "year", {}}) == "€9.90 a year");
    CHECK(decision_label(PricingSlots{1299.0, "", "once", {}}) == "1,299 once");
    CHECK(decision_label(PricingSlots{25.0, "CHF", "", {}}) == "CHF 25");
    CHECK(decision_label(PricingSlots{0.0, "", "", {}}) == "Free");
    const PricingSlots tiers{std::nullopt, "USD", "month", {{"Player", 6.0}, {"", 14.0}}};
    CHECK(decision_label(tiers) == "Player $6, $14 a month");
    CHECK(decision_label(StructureSlots{1, 8, 3}) == "1 tier, 8 channels, 3 roles");
    CHECK(decision_label(TimelineSlots{*date_from_iso("2027-01-15"), {}, {}}) == "Fri 15 Jan 2027");
    CHECK(decision_label(TimelineSlots{{}, 6, {}}) == "in 6 weeks");
    CHECK(decision_label(TimelineSlots{{}, {}, 1}) == "in 1 day");
    CHECK(decision_label(ContentSlots{"weekly", "live call"}) == "Weekly live call");
    CHECK(decision_label(ContentSlots{"biweekly", "workshop"}) == "Workshop every two weeks");
}

TEST_CASE("decision: what stands beside a value is in its label") {
    CHECK(decision_label(PricingSlots{18.0, "EUR", "month", {}, 180.0}) ==
          "€18 a month or €180 a year");
    CHECK(decision_label(PricingSlots{20.0, "EUR", "month", {}, std::nullopt, 15.0}) ==
          "€20 a month, founding members €15");
    CHECK(decision_label(ContentSlots{"weekly", "live call", "tuesday"}) ==
          "Live call every Tuesday");
    CHECK(decision_label(ContentSlots{"biweekly", "live demo", "thursday"}) ==
          "Live demo every second Thursday");
    CHECK(decision_label(ContentSlots{"monthly", "q&a", "saturday"}) ==
          "Q&A once a month on a Saturday");
    CHECK(decision_label(ContentSlots{"biweekly", "", "monday"}) == "Every second Monday");
}

TEST_CASE("decision: a value without details still has a label") {
    for (const DecisionCategory category : kDecisionCategories) {
        if (category != DecisionCategory::Platform) {
            const Result<DecisionSlots> empty = slots_from_json(category, "{}");
            REQUIRE(empty);
            CHECK_FALSE(decision_label(empty.value()).empty());
        }
    }
}

TEST_CASE("decision: slots are written and read back unchanged") {
    const std::vector<DecisionSlots> values = {
        PlatformSlots{"skool"},
        PricingSlots{29.0, "USD", "month", {}},
        PricingSlots{std::nullopt, "", "", {{"Pro \"gold\"", 49.5}, {"", 0.0}}},
        StructureSlots{2, std::nullopt, 3},
        StructureSlots{},
        PricingSlots{18.0, "EUR", "month", {}, 180.0, 15.0},
        StructureSlots{1, 3, std::nullopt, {"Glasuren", "#live \"now\""}},
        ContentSlots{"biweekly", "live demo", "thursday"},
        TimelineSlots{*date_from_iso("2027-01-15"), {}, {}},
        TimelineSlots{{}, {}, 30},
        ContentSlots{"weekly", "q&a"},
        ContentSlots{},
    };
    for (const DecisionSlots& value : values) {
        const std::string json = slots_json(value);
        CAPTURE(json);
        const Result<DecisionSlots> read = slots_from_json(category_of(value), json);
        REQUIRE(read);
        CHECK(read.value() == value);
    }
    CHECK(slots_json(PricingSlots{29.0, "USD", "month", {}}) ==
          R"({"amount":29,"currency":"USD","interval":"month"})");
}

TEST_CASE("decision: what is wrong with slots from outside is named") {
    using enum DecisionCategory;
    CHECK(names(refusal(Platform, "{}"), "\"name\""));
    CHECK(names(refusal(Platform, R"({"name":"myspace"})"), "\"name\" must be one of"));
    CHECK(names(refusal(Platform, R"({"name":7})"), "\"name\""));
    CHECK(names(refusal(Pricing, R"({"amount":-1})"), "\"amount\""));
    CHECK(names(refusal(Pricing, R"({"amount":1e9})"), "\"amount\""));
    CHECK(names(refusal(Pricing, R"({"amount":"29"})"), "\"amount\""));
    CHECK(names(refusal(Pricing, R"({"currency":"dollars"})"), "\"currency\""));
    CHECK(names(refusal(Pricing, R"({"interval":"week"})"), "\"interval\""));
    CHECK(names(refusal(Pricing, R"({"amount":1,"tiers":[{"amount":2}]})"), "not both"));
    CHECK(names(refusal(Pricing, R"({"tiers":[]})"), "\"tiers\""));
    CHECK(names(refusal(Pricing, R"({"tiers":[{"name":"Pro"}]})"), "\"amount\" is missing"));
    CHECK(names(refusal(Pricing, R"({"tiers":[{"amount":1,"price":2}]})"), "\"price\""));
    CHECK(names(refusal(Structure, R"({"tiers":1.5})"), "\"tiers\""));
    CHECK(names(refusal(Structure, R"({"rooms":3})"), "\"rooms\""));
    CHECK(names(refusal(Timeline, R"({"date":"2027-02-30"})"), "\"date\""));
    CHECK(names(refusal(Timeline, R"({"date":"2027-01-15","weeks":6})"), "only one"));
    CHECK(names(refusal(Content, R"({"cadence":"hourly"})"), "\"cadence\""));
    CHECK(names(refusal(Content, R"({"format":""})"), "\"format\""));
    CHECK(names(refusal(Content, "[]"), "JSON object"));
    CHECK(names(refusal(Content, "{"), "JSON object"));
    CHECK(names(refusal(Content, "\xff"), "JSON object"));
}
