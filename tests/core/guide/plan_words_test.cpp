#include "core/domain/guide/plan_words.h"

#include <string>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/guide/voice.h"
#include "tests/core/guide/conversation.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

// "Skipped: Run a beta with ten people 93", or "" for a message that changes nothing.
std::string said(const Project& project, const std::string& text) {
    std::string all;
    for (const ProposedPlanChange& change : guide::plan_changes_said(project, text)) {
        all += (all.empty() ? "" : "; ") + plan_change_words(project, change.change) + " " +
               std::to_string(static_cast<int>(change.confidence * 100 + 0.5));
    }
    return all;
}

struct Case {
    const char* text;
    const char* expected;
};

}  // namespace

TEST_CASE("plan words: what a sentence changes about the plan") {
    const Conversation talk;
    for (const Case& one : {
             Case{"skip the beta", "Skipped: Run a beta with ten people 93"},
             Case{"Please leave out the waitlist.", "Skipped: Build the waitlist page 93"},
             Case{"let's do without the guidelines", "Skipped: Write the guidelines 93"},
             Case{"maybe skip the beta", "Skipped: Run a beta with ten people 72"},
             Case{"I don't need a waitlist", "Skipped: Build the waitlist page 72"},
             Case{"the landing page will take me 3 hours", "Build the waitlist page: 3 h 92"},
             Case{"The guidelines take me about 90 minutes", "Write the guidelines: 1.5 h 92"},
             Case{"onboarding takes 2.5 hours, not less", "Set up onboarding: 2.5 h 92"},
             Case{"the kickoff will take an hour", "Host the kickoff: 1 h 92"},
             Case{"put the beta back", "Back in the plan: Run a beta with ten people 93"},
             Case{"do the guidelines before payments",
                  "Moved: Write the guidelines before Connect payments 92"},
             Case{"add a task: ask my accountant about VAT",
                  "Added: Ask my accountant about VAT 93"},
             Case{"Add \"record a trailer\" to my list", "Added: Record a trailer 93"},
             Case{"remind me to buy a microphone, 2 hours", "Added: Buy a microphone 93"},
         }) {
        CAPTURE(one.text);
        CHECK(said(talk.project(), one.text) == one.expected);
    }
}

TEST_CASE("plan words: questions, negations and talk change nothing") {
    const Conversation talk;
    for (const char* text : {"should I skip the beta?",
                             "Don't skip the beta",
                             "I would never skip the beta",
                             "skip",
                             "skip this question",
                             "skip the price",
                             "How long does the landing page take?",
                             "what if I skip the beta",
                             "the beta took me 3 hours",
                             "I finished the guidelines",
                             "no",
                             "Discord, 8 channels, one tier",
                             "add a second tier",
                             "I have 3 hours a week",
                             "move the date to March",
                             "add a task",
                             "remind me to "}) {
        CAPTURE(text);
        CHECK(said(talk.project(), text).empty());
    }
}

TEST_CASE("plan words: hours and phase of an added task are read from the sentence") {
    const Conversation talk;
    const auto change = [&](const char* text) {
        return guide::plan_changes_said(talk.project(), text).at(0).change;
    };
    CHECK(change("add a task: buy a microphone, 2 hours").hours == 2);
    CHECK(change("add a task: buy a microphone").hours == 1);
    CHECK(change("add a task: thank the helpers after the launch").phase == 4);
    CHECK(change("add a task: thank the helpers after the launch").title == "Thank the helpers");
    CHECK(change("add a task: check the lights before opening").phase == 3);
}

TEST_CASE("guide: it changes the plan when told to, says what follows, and can be told back") {
    Conversation talk;
    const auto skipped = talk.say("skip the beta");
    CHECK(talk.project().tasks.at("run-beta").skipped);
    CHECK(skipped.text.find("Skipped: Run a beta with ten people") != std::string::npos);
    CHECK(skipped.text.find("earliest day") != std::string::npos);
    talk.say("put the beta back");
    CHECK_FALSE(talk.project().tasks.at("run-beta").skipped);
    const auto added = talk.say("Add a task: ask my accountant about VAT");
    REQUIRE(talk.project().added_tasks.size() == 1);
    CHECK(talk.project().added_tasks.front().author == "guide");
    CHECK(added.text.find("Ask my accountant about VAT") != std::string::npos);
    CHECK(talk.say("Add a task: ask my accountant about VAT").text.find("already has a task") !=
          std::string::npos);
    talk.say("the accountant takes 4 hours");
    CHECK(talk.project().tasks.at(talk.project().added_tasks.front().id).hours == 4);
    talk.say("remove the accountant task");
    CHECK(talk.project().added_tasks.empty());
    CHECK(talk.say("maybe skip the beta").suggestions.size() == 1);
    talk.say("yes");
    CHECK(talk.project().tasks.at("run-beta").skipped);
    CHECK(talk.project().suggestions.back().state == Suggestion::State::Dismissed);
    CHECK(talk.say("should I skip the rehearsal?").text.find("I would") != std::string::npos);
    CHECK(talk.project().tasks.count("rehearse-join") == 0);
    CHECK(decisions_made(talk.project()) == 0);
}

TEST_CASE("guide: after a change of mind it names the stale drafts and writes them again") {
    Conversation talk;
    talk.say("Let's go with $29 a month");
    talk.say("Draft the price page");
    const auto changed = talk.say("make it $39 a month");
    CHECK(changed.text.find("Price page still rests on $29 a month") != std::string::npos);
    const auto refitted = talk.say("refit the documents");
    CHECK(refitted.documents == std::vector<std::string>{"price-page"});
    CHECK(talk.project().documents.front().latest().markdown.find("$39 a month") !=
          std::string::npos);
    CHECK(talk.say("refit the documents").documents.empty());
}

TEST_CASE("voice: a draft sounds like its creator") {
    CHECK(guide::voice_facts("Warm, a little nerdy", {}) == guide::voice_facts("warm", {}));
    CHECK(guide::voice_facts("Funny and warm", {}) == guide::voice_facts("funny", {}));
    CHECK(guide::voice_facts("Direct, no slogans.", {}) == guide::voice_facts("direct", {}));
    CHECK(guide::voice_facts("warm", {}) != guide::voice_facts("funny", {}));
    CHECK(guide::voice_facts("warm", {}) != guide::voice_facts("", {}));
    CreatorProfile warm = demo_profile(kToday);
    warm.voice = "Warm";
    CreatorProfile direct = warm;
    direct.voice = "Direct";
    const auto welcome = [](const CreatorProfile& profile) {
        Conversation talk(profile);
        talk.say("Draft the welcome messages");
        return talk.project().documents.front().latest().markdown;
    };
    CHECK(welcome(warm) != welcome(direct));
    CHECK(welcome(warm).find("Warmly, ") != std::string::npos);
}
