// The creator's own figures hold wherever the partner counts, not only in the forecast.
#include <doctest/doctest.h>

#include "core/domain/guide/guide.h"
#include "core/domain/guide/readiness_facts.h"
#include "core/domain/prompt.h"
#include "tests/core/sample_workspace.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

EventStore with_figures(const std::vector<std::pair<std::string, double>>& figures) {
    EventStore store = started_store();
    store.append({DecisionRecorded{sample_decision(2, PlatformSlots{"circle"})},
                  DecisionRecorded{sample_decision(3, PricingSlots{29.0, "USD", "month", {}})}},
                 kNoon);
    for (const auto& [key, value] : figures) {
        store.append({AssumptionChanged{key, value, kToday}}, kNoon);
    }
    return store;
}

guide::Scene scene_in(const EventStore& store) {
    return guide::scene_of(*guide::talk_of(store.workspace(), context_at(1)), "");
}

}  // namespace

TEST_CASE("own figures: the guide expects as many members as the creator does") {
    const std::int64_t published = scene_in(with_figures({})).numbers.need.members_base;
    const EventStore hopeful = with_figures({{"conversion", 6}});
    const guide::Scene scene = scene_in(hopeful);
    CHECK(scene.numbers.need.members_base == 2 * published);
    CHECK(scene.facts.at("share_base") == "6");
    CHECK(scene.facts.at("share_low") == "2");
    const std::string said =
        guide_answer(hopeful.workspace(), "How much money will it make?", context_at(1)).text;
    CHECK(said.find("6 in 100") != std::string::npos);
    CHECK(said.find("3 in 100") == std::string::npos);
}

TEST_CASE("own figures: the members that the target takes follow an own fee") {
    const std::int64_t published = scene_in(with_figures({})).numbers.need.members;
    const EventStore dear = with_figures({{"circle-professional.monthly", 1'000}});
    CHECK(scene_in(dear).numbers.need.members > published);
}

TEST_CASE("own figures: the verdict that the guide and Claude are given is the same") {
    const EventStore hopeless = with_figures({{"conversion", 0.5}});
    CHECK(guide::verdict_key(scene_in(with_figures({}))) == "if");
    CHECK(guide::verdict_key(scene_in(hopeless)) == "not_yet");
    CHECK(describe_state(hopeless.workspace(), context_at(1)).find("Readiness: not yet") !=
          std::string::npos);
}

TEST_CASE("own figures: the guide counts with the people who were entered in the forecast") {
    const EventStore many = with_figures({{"audience", 50'000}});
    const guide::Scene scene = scene_in(many);
    CHECK(scene.facts.at("engaged") == "50,000");
    CHECK(scene.numbers.need.members_base == 1'500);
    CHECK(guide::verdict_key(scene) == "ready");
}

TEST_CASE("own figures: with several tiers the guide counts with what members pay on average") {
    EventStore store = started_store();
    store.append(
        {DecisionRecorded{sample_decision(2, PlatformSlots{"circle"})},
         DecisionRecorded{sample_decision(
             3, PricingSlots{std::nullopt, "USD", "month", {{"Basic", 19}, {"Pro", 49}}})}},
        kNoon);
    const guide::Scene alike = scene_in(store);
    CHECK(alike.numbers.price.amount == doctest::Approx(34));
    CHECK(alike.facts.at("price_each") == "$34 on average");
    store.append({AssumptionChanged{"tier-share.2-of-2", 10, kToday}}, kNoon);
    CHECK(scene_in(store).numbers.price.amount == doctest::Approx(22));
}
