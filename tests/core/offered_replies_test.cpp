#include "core/domain/offered_replies.h"

#include <algorithm>

#include "tests/core/guide/conversation.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

std::vector<std::string> offered(const Conversation& talk) {
    return offered_replies(talk.project(), talk.last());
}

}  // namespace

TEST_CASE("offered replies: an answer offers its own until its question is decided elsewhere") {
    Conversation talk;
    CHECK(offered(talk) == talk.last().quick_replies);
    talk.act(RecordDecision{PlatformSlots{"circle"}, ""});
    CHECK(offered(talk) == std::vector<std::string>{"What comes next?"});
    CHECK(talk.say("What comes next?").text.find("What should a month cost") != std::string::npos);
    CHECK(offered(talk) == talk.last().quick_replies);
}

TEST_CASE("offered replies: a bare yes does not repeat a question that was decided elsewhere") {
    Conversation talk;
    talk.act(RecordDecision{PlatformSlots{"discord"}, ""});
    talk.say("yes");
    CHECK(talk.decided(DecisionCategory::Platform) == "Discord");
}

TEST_CASE("offered replies: going back to a decision offers to change it") {
    Conversation talk;
    talk.say("Take Circle");
    talk.say("Back to the platform");
    CHECK(offered(talk) == talk.last().quick_replies);
    CHECK(offered(talk).front() == "Keep Circle");
}

TEST_CASE("offered replies: once the last decision is made by hand the work is offered") {
    Conversation talk;
    for (int i = 0; i < 4; ++i) {
        talk.press(0);
    }
    talk.act(RecordDecision{ContentSlots{"weekly", "live call"}, ""});
    CHECK(offered(talk).front() == "What should I do this week?");
}
