#include "core/domain/guide/phrases.h"

#include <doctest/doctest.h>

using namespace atrium::domain::guide;

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
