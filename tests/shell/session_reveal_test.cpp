#include <string>

#include <doctest/doctest.h>

#include "shell/views/reveal.h"

using atrium::shell::readable_end;
using atrium::shell::Reveal;

namespace {

constexpr float kFrame = 1.0f / 60;

std::string cut(const std::string& text, std::size_t end) {
    return text.substr(0, readable_end(text, end));
}

}  // namespace

TEST_CASE("reveal: a burst appears over several frames and is whole within the catch-up time") {
    Reveal reveal;
    const std::string text(400, 'a');
    std::size_t last = 0;
    int frames_that_grew = 0;
    float seconds = 0;
    while (reveal.behind(text)) {
        const std::size_t shown = reveal.advance(text, kFrame).size();
        CHECK(shown >= last);
        CHECK(shown - last <= 20);
        frames_that_grew += shown > last ? 1 : 0;
        last = shown;
        seconds += kFrame;
        REQUIRE(seconds < 1);
    }
    CHECK(last == text.size());
    CHECK(frames_that_grew > 20);
    CHECK(seconds <= Reveal::kCatchUpSeconds + 2 * kFrame);
}

TEST_CASE("reveal: text that keeps coming is never further behind than the catch-up time") {
    Reveal reveal;
    std::string text;
    for (int frame = 0; frame < 300; ++frame) {
        // A burst of 60 bytes every quarter of a second.
        if (frame % 15 == 0) {
            text += std::string(60, 'x');
        }
        const std::size_t shown = reveal.advance(text, kFrame).size();
        CHECK(text.size() - shown <= 160);
    }
}

TEST_CASE("reveal: a new answer begins with nothing") {
    Reveal reveal;
    (void)reveal.finish("whole");
    CHECK_FALSE(reveal.behind("whole"));
    reveal.restart();
    CHECK(reveal.behind("other"));
    CHECK(reveal.advance("other", 0).empty());
}

TEST_CASE("readable_end: no half characters and no half marks") {
    CHECK(cut("caf\xc3\xa9 au lait", 4) == "caf");
    CHECK(cut("take **15 January** now", 12) == "take ");
    CHECK(cut("take **15 January** now", 19) == "take **15 January**");
    CHECK(cut("take *", 6) == "take ");
    CHECK(cut("see [the list](https://a.b/c) there", 20) == "see ");
    CHECK(cut("see [the list](https://a.b/c) there", 29) == "see [the list](https://a.b/c)");
    CHECK(cut("an [aside] and more", 14) == "an [aside] and");
}

TEST_CASE("readable_end: a mark that stays open is text") {
    const std::string text = "2 ** " + std::string(300, 'n');
    CHECK(readable_end(text, 250) == 250);
}

TEST_CASE("readable_end: a table's lines appear whole, its head together with the second line") {
    const std::string text =
        "Dates:\n\n| Day | Hours |\n|---|---|\n| Fri | 22 h |\n| Sat | 3 h |\n";
    const std::size_t head = text.find("| Day");
    const std::size_t second = text.find("|---");
    const std::size_t third = text.find("| Fri");
    const std::size_t fourth = text.find("| Sat");
    CHECK(readable_end(text, head + 5) == head);
    CHECK(readable_end(text, second) == head);
    CHECK(readable_end(text, second + 4) == head);
    CHECK(readable_end(text, third) == third);
    CHECK(readable_end(text, third + 4) == third);
    CHECK(readable_end(text, fourth) == fourth);
    CHECK(readable_end(text, fourth + 7) == fourth);
}
