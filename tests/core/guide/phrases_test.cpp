#include "core/domain/guide/phrases.h"

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/domain/guide/guide.h"
#include "core/domain/guide/scene.h"
#include "tests/core/guide/conversation.h"
#include "tests/core/guide/creators.h"

using namespace atrium::domain::guide;
using namespace atrium::domain::testing;

namespace {

// Facts that the callers of a phrase add to those of every scene.
const std::set<std::string> kAdded = {"founding",
                                      "missing",
                                      "names",
                                      "reserve",
                                      "reserve_left",
                                      "yearly",
                                      "change",
                                      "target_month",
                                      "premium_prices",
                                      "left_questions",
                                      "keeps",
                                      "joining_share",
                                      "fan_prices",
                                      "day_spare",
                                      "community_prices",
                                      "Category",
                                      "Label",

                                      "before",
                                      "category",
                                      "changes",
                                      "date_task",
                                      "days_to_opening",
                                      "difference",
                                      "document",
                                      "documents",
                                      "draft_hint",
                                      "earliest_day",
                                      "first",
                                      "first_step",
                                      "format",
                                      "founding",
                                      "if_date",
                                      "if_earliest",
                                      "if_hours",
                                      "if_judgement",
                                      "if_members",
                                      "if_price",
                                      "if_share",
                                      "if_spare",
                                      "label",
                                      "labels",
                                      "minutes_note",
                                      "missing",
                                      "name_ideas",
                                      "names",
                                      "next_tasks",
                                      "now_date",
                                      "open_list",
                                      "option",
                                      "option_reason",
                                      "other",
                                      "place_names",
                                      "platform_cost",
                                      "platform_keep",
                                      "point_why",
                                      "profile_list",
                                      "progress_note",
                                      "reserve",
                                      "reserve_left",
                                      "resume_note",
                                      "resume_topic",
                                      "room",
                                      "rooms",
                                      "schedule_note",
                                      "second",
                                      "slip",
                                      "spare",
                                      "task_count",
                                      "task_day",
                                      "task_discord",
                                      "task_circle",
                                      "task_done",
                                      "task_done_lower",
                                      "task_guidance",
                                      "task_hours",
                                      "task_note",
                                      "task_title",
                                      "tasks",
                                      "time_rest",
                                      "times",
                                      "touches",
                                      "until",
                                      "verdict_first",
                                      "verdict_first_lower",
                                      "verdict_headline",
                                      "verdict_headline_lower",
                                      "verdict_sentence",
                                      "week_list",
                                      "yearly"};

std::vector<Conversation> conversations() {
    std::vector<Conversation> list;
    list.emplace_back();
    list.emplace_back(minimal_profile());
    list.emplace_back();
    for (int i = 0; i < 5; ++i) {
        list.back().press(0);
    }
    return list;
}

}  // namespace

TEST_CASE("guide phrases: a sentence that lacks a fact is left out") {
    const Facts nothing;
    CHECK(phrase("recommend.platform", nothing, 0).empty());
    CHECK(phrase("thanks", nothing, 0) == "You are welcome.");
}

TEST_CASE("guide phrases: every placeholder is a fact of each scene or one that callers add") {
    const auto document = nlohmann::json::parse(
        file_text(ATRIUM_SOURCE_DIR "/assets/guide/phrases.json"), nullptr, false);
    REQUIRE(document.is_object());
    for (const Conversation& talk : conversations()) {
        const Scene scene = scene_of(*talk_of(talk.workspace(), talk.context()), "");
        for (const auto& [key, value] : document.items()) {
            const auto variants = value.is_array() ? value : nlohmann::json::array({value});
            for (std::size_t i = 0; i < variants.size(); ++i) {
                std::string text = filled(variants[i].get<std::string>(), scene.facts);
                CAPTURE(key);
                for (std::size_t at = text.find('{'); at != std::string::npos;
                     at = text.find('{', at + 1)) {
                    const std::string fact = text.substr(at + 1, text.find('}', at) - at - 1);
                    CHECK_MESSAGE(kAdded.count(fact) == 1, fact);
                }
                CHECK(phrase(key, scene.facts, i).find('{') == std::string::npos);
            }
        }
    }
}

TEST_CASE("guide phrases: nothing that is asked of the guide is answered with a placeholder") {
    std::ifstream file(ATRIUM_SOURCE_DIR "/tests/core/guide/intents.txt");
    REQUIRE(file);
    const std::vector<Conversation> talks = conversations();
    for (std::string line; std::getline(file, line);) {
        const std::size_t bar = line.find(" | ");
        if (bar == std::string::npos || line[0] == '#') {
            continue;
        }
        for (const Conversation& talk : talks) {
            const std::string text =
                atrium::domain::guide_answer(talk.workspace(), line.substr(bar + 3), talk.context())
                    .text;
            CAPTURE(line);
            CAPTURE(text);
            CHECK(text.find('{') == std::string::npos);
            CHECK(text.find("****") == std::string::npos);
        }
    }
}

TEST_CASE("guide phrases: placeholders are filled and an unknown one stays visible") {
    CHECK(filled("{name}, {name} and {other}", {{"name", "Maya"}}) == "Maya, Maya and {other}");
    CHECK(filled("no braces", {}) == "no braces");
    CHECK(filled("open { brace", {}) == "open { brace");
}

TEST_CASE("guide phrases: an optional part falls out when a fact in it is missing or empty") {
    const char* text = "Hello{? {name}?}{?, away {away}?}.";
    CHECK(filled(text, {{"name", "Maya"}, {"away", "in May"}}) == "Hello Maya, away in May.");
    CHECK(filled(text, {{"name", "Maya"}, {"away", ""}}) == "Hello Maya.");
    CHECK(filled(text, {}) == "Hello.");
}

TEST_CASE("guide phrases: a guard shows a part by a fact that the part does not hold") {
    const char* text = "Start{?on_discord: on {place}?}.";
    CHECK(filled(text, {{"on_discord", "yes"}, {"place", "Discord"}}) == "Start on Discord.");
    CHECK(filled(text, {{"place", "Discord"}}) == "Start.");
}

TEST_CASE("guide phrases: consecutive turns get different variants") {
    CHECK(phrase("short.platform", {}, 0) != phrase("short.platform", {}, 1));
    CHECK(phrase("short.platform", {}, 0) == phrase("short.platform", {}, 3));
    CHECK(phrase("no.such.phrase", {}, 0).empty());
}
