// What the guide understands, as data: tests/core/guide/intents.txt holds "intent | message" lines.
#include "core/domain/guide/reading.h"

#include <fstream>
#include <string>

#include <doctest/doctest.h>

using namespace atrium::domain;
using namespace atrium::domain::guide;

TEST_CASE("guide reading: each sample message leads with its intent") {
    std::ifstream file(ATRIUM_SOURCE_DIR "/tests/core/guide/intents.txt");
    REQUIRE(file);
    std::string line;
    int count = 0;
    while (std::getline(file, line)) {
        const std::size_t bar = line.find(" | ");
        if (line.empty() || line[0] == '#' || bar == std::string::npos) {
            continue;
        }
        const std::string intent = line.substr(0, bar);
        const std::string text = line.substr(bar + 3);
        const Reading reading = read_message(text);
        CAPTURE(text);
        CHECK((reading.intents.empty() ? "none" : reading.intents.front()) == intent);
        ++count;
    }
    CHECK(count > 100);
}

TEST_CASE("guide reading: platforms, numbers and hours are picked out") {
    const Reading reading = read_message("What if I took Discord, not Circle, with 4.5 hours?");
    CHECK(reading.platforms == std::vector<std::string>{"discord", "circle"});
    CHECK(reading.question);
    CHECK(read_message("I only have 3h a week").hours == 3.0);
    CHECK(read_message("29 or 39").numbers == std::vector<double>{29, 39});
}

TEST_CASE("guide reading: doubt and hedges are heard") {
    CHECK(read_message("maybe the 15th").hedged);
    CHECK(read_message("I really don't know").doubting);
    CHECK_FALSE(read_message("Circle it is").hedged);
}

TEST_CASE("guide reading: nonsense and other languages are told apart from short answers") {
    for (const std::string text : {"???", "xkcdqrt bvnmwrt", "!!!!", "\xf0\x9f\x98\x80"}) {
        CAPTURE(text);
        CHECK(read_message(text).nonsense);
    }
    for (const std::string text : {"Quiero una comunidad en Discord por favor",
                                   "Ich möchte eine Community auf Discord",
                                   "Je ne sais pas, c'est trop cher pour moi",
                                   "мне нужен дискорд",
                                   "我想用 Discord"}) {
        CAPTURE(text);
        CHECK(read_message(text).foreign);
    }
    for (const std::string text : {"29", "Circle", "ok", "idk", "Skool", "yes", "hmm"}) {
        CAPTURE(text);
        const Reading reading = read_message(text);
        CHECK_FALSE(reading.nonsense);
        CHECK_FALSE(reading.foreign);
    }
}

TEST_CASE("guide reading: a very long message is read without trouble") {
    std::string text;
    while (text.size() < 100'000) {
        text += "I wonder about many things, and about the price most of all. ";
    }
    CHECK(read_message(text).very_long);
}
