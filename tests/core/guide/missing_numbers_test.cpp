// A number that was not given is asked for; nothing is counted from it as if it were a 0.
#include <cctype>
#include <string>

#include "core/domain/forecast.h"
#include "core/domain/guide/decision_choices.h"
#include "core/domain/guide/draft.h"
#include "core/domain/kit/kit.h"
#include "core/domain/plan_template.h"
#include "core/domain/project_plan.h"
#include "core/domain/readiness.h"
#include "tests/core/guide/conversation.h"

using namespace atrium;
using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

CreatorProfile without_audience() {
    CreatorProfile profile = demo_profile(kToday);
    profile.engaged_audience = 0;
    return profile;
}

// The first place where a text counts nobody: "0 newsletter readers", "about 0 members", "0% of".
std::string zero_in(const std::string& text) {
    for (const char* words :
         {"0 newsletter readers", "0 readers", "0 members", "0 people", "0% of"}) {
        for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
            const bool whole =
                at == 0 || std::isdigit(static_cast<unsigned char>(text[at - 1])) == 0;
            if (whole && (at == 0 || (text[at - 1] != ',' && text[at - 1] != '.'))) {
                return text.substr(at > 60 ? at - 60 : 0, 120);
            }
        }
    }
    return "";
}

bool contains(const std::string& text, const char* words) {
    return text.find(words) != text.npos;
}

}  // namespace

TEST_CASE("missing numbers: the welcome asks for the audience and what it would tell") {
    Conversation talk(without_audience());
    CHECK(contains(talk.last().text, "your number of newsletter readers"));
    CHECK(contains(talk.last().text, "how many members you can expect"));
    CHECK(contains(talk.last().text, "No verdict yet"));
    CHECK(zero_in(talk.last().text).empty());
}

TEST_CASE("missing numbers: no answer, reason or draft counts an audience that was not given") {
    Conversation talk(without_audience());
    for (const char* words : {"How many members do I need?",
                              "How much would I earn?",
                              "What do you know about me?",
                              "Am I ready?",
                              "How do I find members?",
                              "Take Discord",
                              "Why that price?",
                              "What about $49?",
                              "Compare the prices",
                              "We charge $19 a month",
                              "Why?",
                              "What would you do?",
                              "8 channels, 1 tier and 3 roles it is",
                              "Take 15 January",
                              "A weekly live call it is",
                              "Why the structure?",
                              "Draft the price page",
                              "Draft the week 1 review"}) {
        const Conversation::Turn turn = talk.say(words);
        CAPTURE(words);
        CHECK(zero_in(turn.text) == "");
        for (const Decision& decision : turn.decisions) {
            CHECK(zero_in(decision.rationale) == "");
        }
    }
    CHECK(decisions_made(talk.project()) == 5);
    for (const DecisionCategory category : kDecisionCategories) {
        CHECK(zero_in(decision_reason(talk.workspace(), category, talk.context())) == "");
        for (const guide::Choice& choice :
             decision_choices(talk.workspace(), category, talk.context())) {
            CHECK(zero_in(choice.reason + choice.because) == "");
        }
    }
    for (const std::string& kind : draft_kinds()) {
        CAPTURE(kind);
        CHECK(zero_in(draft_document(kind, talk.workspace(), talk.context()).value()) == "");
    }
}

TEST_CASE("missing numbers: an expected number of members is named once the audience is given") {
    Conversation talk(demo_profile(kToday));
    CHECK(contains(talk.last().text, "3,900 newsletter readers matter more"));
    CHECK(contains(talk.say("How many members do I need?").text, "3,900 newsletter readers"));
    CHECK(contains(talk.say("How much would I earn?").text,
                   "| Middle, 3 in 100 join | 75 | $1,803 |"));
}

TEST_CASE("missing numbers: the plan is not fitted to an audience of nobody") {
    Conversation talk(without_audience());
    CreatorProfile usual = demo_profile(kToday);
    usual.engaged_audience = 1'000;  // neither few nor many
    Conversation other(usual);
    const std::vector<PlannedTask> tasks = project_tasks(talk.workspace(), talk.project());
    const std::vector<PlannedTask> same = project_tasks(other.workspace(), other.project());
    REQUIRE(tasks.size() == same.size());
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        CAPTURE(tasks[i].id);
        CHECK(tasks[i].hours == same[i].hours);
    }
}

TEST_CASE("missing numbers: the kit holds no forecast of an audience that was not given") {
    Conversation talk(without_audience());
    const std::vector<RecordedEvent> none;
    const kit::KitRequest request{talk.workspace(), talk.project(), none, talk.context()};
    for (const kit::KitFile& file : kit::launch_kit(request).value()) {
        CAPTURE(file.path);
        CHECK(file.path != "forecast.csv");
        CHECK(zero_in(file.bytes) == "");
    }
    const Forecast year = forecast(talk.workspace(), talk.project(), talk.context()).value();
    CHECK(year.take_home.front().members > 0);
}

TEST_CASE("readiness: without a target it says what the target would tell, and counts nothing") {
    CreatorProfile profile = demo_profile(kToday);
    profile.monthly_target = 0;
    const Readiness answer = readiness({profile, sample_basis(profile)}).value();
    CHECK(answer.verdict == Verdict::Unknown);
    CHECK(answer.headline == "No verdict yet: your monthly target is missing");
    CHECK(answer.sentence == "A monthly target tells how many members you need.");
    for (const ReadinessReason& reason : answer.reasons) {
        CHECK_FALSE(contains(reason.text, "You need 0"));
    }
}
