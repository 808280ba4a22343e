#include "core/domain/run_book.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/core/sample_workspace.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

std::vector<RunBookStep> steps_of(EventStore& store) {
    const Project& project = *active_project(store.workspace());
    const auto year = forecast(store.workspace(), project, context_at(0));
    REQUIRE(year);
    return run_book(year.value(), *store.workspace().profile, project);
}

const RunBookStep& step(const std::vector<RunBookStep>& steps, int day) {
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const RunBookStep& candidate) {
        return candidate.day == day;
    });
    REQUIRE(found != steps.end());
    return *found;
}

}  // namespace

TEST_CASE("run-book: days 3, 7, 14 and 30 are gates, and each says what to do on every result") {
    EventStore store = started_store();
    const std::vector<RunBookStep> steps = steps_of(store);
    std::vector<int> gates;
    for (const RunBookStep& candidate : steps) {
        CHECK(candidate.text.find('{') == std::string::npos);
        if (candidate.gate) {
            gates.push_back(candidate.day);
            CHECK(candidate.gate->look_at.find('{') == std::string::npos);
            CHECK(candidate.gate->pass.value > candidate.gate->fail.value);
            CHECK(!candidate.gate->pass.source.empty());
        }
    }
    CHECK(gates == std::vector<int>{3, 7, 14, 30});
}

TEST_CASE("run-book: it names this creator's numbers and dates") {
    EventStore store = started_store();
    store.append({DecisionRecorded{sample_decision(2, PlatformSlots{"circle"})},
                  DecisionRecorded{sample_decision(3, PricingSlots{29.0, "USD", "month", {}})},
                  DecisionRecorded{sample_decision(4, TimelineSlots{Date{20'849}, {}, {}})},
                  DecisionRecorded{sample_decision(5, ContentSlots{"weekly", "live call"})}},
                 kNoon);
    const std::vector<RunBookStep> steps = steps_of(store);
    CHECK(step(steps, 0).text.find("23, 70 and 117 people") != std::string::npos);
    CHECK(step(steps, 12).text.find("40 seats at $20 until Sunday 14 February 2027") !=
          std::string::npos);
    CHECK(step(steps, 4).title == "Invite to the first live call");
    CHECK(iso_from_date(*step(steps, 30).date) == "2027-03-02");
}

TEST_CASE("run-book: the marks are figures that the creator can change") {
    EventStore store = started_store();
    store.append({AssumptionChanged{"gate.day30-scale", 80, kToday}}, kNoon);
    const Gate gate = *step(steps_of(store), 30).gate;
    CHECK(gate.pass.value == 80);
    CHECK(gate.fail.value == 45);
    CHECK(gate_text(gate).find("80% or more: Invite the next group") != std::string::npos);
}

TEST_CASE("run-book: a file that is wrong is refused with the reason") {
    const auto refused = [](const char* json) {
        const auto steps = run_book_from_json(json, built_in_market());
        return steps ? std::string() : steps.error().message;
    };
    CHECK(!refused("{}").empty());
    CHECK(!refused(R"({"steps":[]})").empty());
    CHECK(refused(R"({"steps":[{"id":"a","day":3,"minutes":1,"title":"t"}]})").find("text") !=
          std::string::npos);
    CHECK(refused(R"({"steps":[{"id":"a","day":3,"minutes":1,"title":"t","text":"x"},
                               {"id":"b","day":3,"minutes":1,"title":"t","text":"x"}]})")
              .find("Step b") != std::string::npos);
    CHECK(refused(R"({"steps":[{"id":"a","day":3,"minutes":1,"title":"t","text":"x","gate":{
                       "measure":"m","pass":"gate.no","fail":"gate.no","look_at":"l","on_pass":"p",
                       "on_middle":"m","on_fail":"f"}}]})")
              .find("figure") != std::string::npos);
}
