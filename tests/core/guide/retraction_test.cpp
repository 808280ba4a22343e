// A decided value that is given up is said to stand, and can be reopened.
#include <string>

#include "tests/core/guide/conversation.h"

using namespace atrium;
using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != text.npos;
}

// Four decisions are made, and the first month is asked about.
Conversation before_the_last_decision() {
    Conversation talk;
    for (const char* words :
         {"Take Discord", "$19 a month", "8 channels, 1 tier and 3 roles", "Take 15 January"}) {
        talk.say(words);
    }
    REQUIRE(decisions_made(talk.project()) == 4);
    return talk;
}

}  // namespace

TEST_CASE(
    "retraction: a platform that is given up still stands, and its alternatives are offered") {
    for (const char* words : {"I don't want Discord anymore, it's ugly",
                              "No Discord anymore please",
                              "I no longer like Discord",
                              "Drop Discord"}) {
        Conversation talk = before_the_last_decision();
        CAPTURE(words);
        const Conversation::Turn turn = talk.say(words);
        CAPTURE(turn.text);
        CHECK(turn.decisions.empty());
        CHECK(contains(turn.text, "**Discord**"));
        CHECK(contains(turn.text, "reopen"));
        CHECK(contains(turn.text, "**Circle** instead?"));
        const std::vector<std::string>& replies = talk.last().quick_replies;
        REQUIRE(replies.size() >= 3);
        CHECK(replies.front() == "Take Circle");
        CHECK(replies.back() == "Keep Discord");
        talk.press(0);
        CHECK(talk.decided(DecisionCategory::Platform) == "Circle");
    }
}

TEST_CASE("retraction: a yes takes the alternative that was asked about, and keeping it keeps it") {
    Conversation talk = before_the_last_decision();
    talk.say("I don't want Discord anymore");
    talk.say("Keep Discord");
    CHECK(talk.decided(DecisionCategory::Platform) == "Discord");
    talk.say("I don't want Discord anymore");
    talk.say("yes");
    CHECK(talk.decided(DecisionCategory::Platform) == "Circle");
}

TEST_CASE("retraction: a price is given up like a platform, and an open value like before") {
    Conversation talk = before_the_last_decision();
    const Conversation::Turn turn = talk.say("I don't want that price anymore");
    CHECK(contains(turn.text, "**$19 a month**"));
    CHECK(talk.last().topic == "pricing");
    CHECK_FALSE(contains(talk.say("I don't want Circle anymore").text, "**Discord**"));
}
