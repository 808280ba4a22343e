#include "core/domain/plan_template.h"

#include <set>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/domain/schedule.h"

using namespace atrium::domain;
using nlohmann::json;

namespace {

json shipped() {
    std::string path = ATRIUM_SOURCE_DIR "/assets/premium_community_template.json";
    std::FILE* file = std::fopen(path.c_str(), "rb");
    REQUIRE(file);
    std::string text;
    for (int byte = std::fgetc(file); byte != EOF; byte = std::fgetc(file)) {
        text.push_back(static_cast<char>(byte));
    }
    std::fclose(file);
    return json::parse(text, nullptr, false);
}

std::string problem_of(const json& plan) {
    const auto read = plan_template_from_json(plan.dump());
    return read ? "" : read.error().message;
}

void check_problem(const json& plan, const char* words) {
    const std::string problem = problem_of(plan);
    CAPTURE(problem);
    CHECK(problem.find(words) != std::string::npos);
}

}  // namespace

TEST_CASE("template: the shipped one has 22 tasks, 43 hours and five decisions") {
    const PlanTemplate& plan = built_in_template();
    CHECK(plan.tasks.size() == kTaskIds.size());
    double all = 0;
    double before_opening = 0;
    for (const TaskSpec& task : plan.tasks) {
        all += task.hours;
        before_opening += task.phase < kOpeningPhase ? task.hours : 0;
    }
    CHECK(all == doctest::Approx(43.0));
    CHECK(before_opening == doctest::Approx(33.5));
    for (const DecisionCategory category : kDecisionCategories) {
        CHECK(plan.decision(category).category == category);
    }
}

TEST_CASE("template: every task leaves a document of its own kind") {
    std::set<std::string> kinds;
    for (const TaskSpec& task : built_in_template().tasks) {
        CHECK(!task.document_kind.empty());
        kinds.insert(task.document_kind);
    }
    CHECK(kinds.size() == kTaskIds.size());
}

TEST_CASE("template: a task is found by its id, an unknown one is not") {
    REQUIRE(built_in_template().task("set-price"));
    CHECK(built_in_template().task("set-price")->title == "Set the price");
    CHECK(built_in_template().task("sell-house") == nullptr);
}

TEST_CASE("template: what is wrong is said in a sentence that names the place") {
    json plan = shipped();
    REQUIRE(problem_of(plan).empty());
    SUBCASE("missing text") {
        plan["tasks"][2].erase("guidance");
        check_problem(plan, "task \"set-price\", \"guidance\" is missing or empty");
    }
    SUBCASE("wrong type") {
        plan["tasks"][2]["hours"] = "one";
        check_problem(plan, "task \"set-price\", \"hours\" is not a number");
    }
    SUBCASE("missing task") {
        plan["tasks"].erase(plan["tasks"].end() - 1);
        check_problem(plan, "\"plan-next-month\" is missing");
    }
    SUBCASE("foreign task") {
        plan["tasks"][0]["id"] = "write-promise";
        check_problem(plan, "\"write-promise\" is none of the 22 tasks");
    }
    SUBCASE("task twice") {
        plan["tasks"].push_back(plan["tasks"][0]);
        check_problem(plan, "\"define-promise\" stands in it twice");
    }
    SUBCASE("unknown prerequisite") {
        plan["tasks"][1]["prerequisites"] = {"buy-boat"};
        check_problem(plan, "waits for \"buy-boat\", which does not exist");
    }
    SUBCASE("cycle") {
        plan["tasks"][0]["prerequisites"] = {"pick-platform"};
        check_problem(plan, "waits for \"pick-platform\", which comes after it");
    }
    SUBCASE("hours out of range") {
        plan["tasks"][0]["hours"] = 0;
        check_problem(plan, "more than 0 and at most 40 hours");
    }
    SUBCASE("too few checks") {
        plan["tasks"][0]["checks"] = {"one"};
        check_problem(plan, "three to five checks");
    }
    SUBCASE("slots that the decision does not know") {
        plan["decisions"][0]["options"][0]["slots"] = {{"name", "myspace"}};
        check_problem(plan, "\"slots\" cannot be read");
    }
    SUBCASE("a decision is missing") {
        plan["decisions"].erase(plan["decisions"].begin());
        check_problem(plan, "five decisions");
    }
    SUBCASE("not JSON at all") {
        CHECK(plan_template_from_json("{").error().message ==
              "The plan template is not valid JSON.");
    }
    SUBCASE("JSON of another kind") {
        check_problem(json::array(), "Expected an object");
    }
}

TEST_CASE("template: placeholders without a value stay as they are") {
    CHECK(fill_placeholders("{a} of {b} {c", {{"a", "95"}}) == "95 of {b} {c");
    CHECK(fill_placeholders("", {}).empty());
}
