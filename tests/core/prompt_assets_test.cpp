// The instructions and tools that are sent to Claude: what they promise has to exist in the core.
#include <cstdio>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/domain/decision.h"
#include "core/domain/plan_template.h"

using namespace atrium::domain;
using nlohmann::json;

namespace {

std::string prompt(const std::string& name) {
    const std::string path = ATRIUM_SOURCE_DIR "/assets/prompts/" + name;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    REQUIRE(file);
    std::string text;
    for (int byte = std::fgetc(file); byte != EOF; byte = std::fgetc(file)) {
        text.push_back(static_cast<char>(byte));
    }
    std::fclose(file);
    return text;
}

json tool(const std::string& name) {
    for (const json& entry : json::parse(prompt("tools.json"), nullptr, false)) {
        if (entry.value("name", "") == name) {
            return entry;
        }
    }
    return {};
}

std::set<std::string> words(const json& list) {
    std::set<std::string> found;
    for (const json& word : list) {
        found.insert(word.get<std::string>());
    }
    return found;
}

}  // namespace

TEST_CASE("prompts: every tool has a description and a closed schema") {
    const json tools = json::parse(prompt("tools.json"), nullptr, false);
    REQUIRE(tools.is_array());
    CHECK(tools.size() == 5);
    for (const json& entry : tools) {
        CHECK(entry.value("description", "").size() > 40);
        CHECK(entry["input_schema"]["type"] == "object");
        CHECK(entry["input_schema"]["additionalProperties"] == false);
        for (const json& required : entry["input_schema"]["required"]) {
            CHECK(entry["input_schema"]["properties"].contains(required.get<std::string>()));
        }
    }
}

TEST_CASE("prompts: the tools know exactly the five decisions and the 22 tasks") {
    const json properties = tool("record_decision")["input_schema"]["properties"];
    std::set<std::string> categories;
    for (const DecisionCategory category : kDecisionCategories) {
        categories.insert(category_id(category));
    }
    CHECK(words(properties["category"]["enum"]) == categories);
    const std::set<std::string> tasks(kTaskIds.begin(), kTaskIds.end());
    for (const char* name : {"complete_task", "save_document", "update_plan"}) {
        const json task_id = tool(name)["input_schema"]["properties"]["task_id"];
        CHECK(words(task_id["anyOf"][0]["enum"]) == tasks);
    }
}

TEST_CASE("prompts: the rules say when to use each tool") {
    const std::string rules = prompt("rules.md");
    for (const json& entry : json::parse(prompt("tools.json"), nullptr, false)) {
        CHECK(rules.find("**" + entry.value("name", "") + "**") != std::string::npos);
    }
    CHECK(prompt("role.md").size() > 500);
    CHECK(prompt("method.md").find("Not yet.") != std::string::npos);
}
