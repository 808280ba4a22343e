#include "core/domain/guide/words.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace atrium::domain::guide;

namespace {

bool matches(const char* pattern, const char* text) {
    return Pattern(pattern).found_in(words_of(text));
}

}  // namespace

TEST_CASE("guide words: a message becomes lower-case words without marks") {
    CHECK(words_of("Don’t go — it's $29.50, OK?") ==
          std::vector<std::string>{"dont", "go", "its", "29", "50", "ok"});
    CHECK(words_of("Zoë & João") == std::vector<std::string>{"zoë", "joão"});
    CHECK(words_of("…!?").empty());
    CHECK(plain("  Take   CIRCLE! ") == "take circle");
}

TEST_CASE("guide words: clauses end at marks but not inside numbers or names") {
    const std::vector<Clause> clauses = clauses_of("It is 9.50. Fine? circle.so works\nDone");
    REQUIRE(clauses.size() == 4);
    CHECK(clauses[0].text == "It is 9.50");
    CHECK(clauses[1].question);
    CHECK_FALSE(clauses[2].question);
    CHECK(clauses_of("").empty());
}

TEST_CASE("guide words: a pattern knows alternatives, options, gaps, numbers and ends") {
    CHECK(matches("why (circle|discord)", "but why circle now"));
    CHECK_FALSE(matches("why (circle|discord)", "why skool"));
    CHECK(matches("how (long|much time) * left", "how much time is there left"));
    CHECK_FALSE(matches("how long * left", "how long a b c d left"));
    CHECK(matches("^ (please)? skip $", "skip"));
    CHECK(matches("^ (please)? skip $", "please skip"));
    CHECK_FALSE(matches("^ (please)? skip $", "please skip it"));
    CHECK(matches("if i had # (hours|h)", "if I had 4 hours"));
    CHECK_FALSE(matches("if i had # (hours|h)", "if I had more hours"));
    CHECK_FALSE(matches("anything", ""));
}
