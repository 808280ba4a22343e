#include "core/domain/guide/audience_voice.h"

#include <doctest/doctest.h>

using namespace atrium::domain::guide;

TEST_CASE("audience voice: their is your behind a preposition and is left alone elsewhere") {
    CHECK(in_audience_voice("Feedback on their work") == "Feedback on your work");
    CHECK(in_audience_voice("help with their kilns") == "help with your kilns");
    CHECK(in_audience_voice("Plants and their care") == "Plants and their care");
    CHECK(in_audience_voice("Kiln schedules") == "Kiln schedules");
}

TEST_CASE("audience voice: the people a topic is for are told from the topic") {
    const auto check = [](const char* niche, const char* topic, const char* people) {
        CAPTURE(niche);
        CHECK(topic_and_people(niche).topic == topic);
        CHECK(topic_and_people(niche).people == people);
    };
    check("wheel throwing & glazing for hobby potters",
          "wheel throwing and glazing",
          "hobby potters");
    check(
        "watercolour for people over the hills", "watercolour for people over the hills", "people");
    check("strength training for older women", "strength training", "older women");
    check("recipes for dinner", "recipes for dinner", "people");
    check("arrangements for flowers", "arrangements for flowers", "people");
    check("ceramics and glazing at home", "ceramics and glazing at home", "people");
    check("", "", "people");
}
