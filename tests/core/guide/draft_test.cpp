#include "core/domain/guide/draft.h"

#include <set>
#include <sstream>
#include <string>

#include "core/domain/plan_template.h"
#include "tests/core/guide/conversation.h"
#include "tests/core/guide/creators.h"

using namespace atrium;
using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("draft: each deliverable of the plan has a draft") {
    std::set<std::string> kinds(draft_kinds().begin(), draft_kinds().end());
    CHECK(kinds.size() == 22);
    for (const TaskSpec& task : built_in_template().tasks) {
        CAPTURE(task.id);
        CHECK(kinds.count(task.document_kind) == 1);
    }
}

TEST_CASE("draft: before and after the decisions every placeholder is filled, for every creator") {
    std::vector<Creator> all = creators();
    all.push_back({"minimal", minimal_profile()});
    for (const Creator& creator : all) {
        Conversation talk(creator.profile);
        for (int decided = 0; decided <= 5; decided += 5) {
            for (const std::string& kind : draft_kinds()) {
                CAPTURE(creator.name);
                CAPTURE(kind);
                const Result<std::string> text =
                    draft_document(kind, talk.workspace(), talk.context());
                REQUIRE(text);
                CHECK(text.value().size() > 300);
                CHECK_FALSE(contains(text.value(), "{"));
                CHECK_FALSE(contains(text.value(), "?}"));
            }
            for (int i = 0; i < 5 && decided == 0; ++i) {
                talk.press(0);
            }
        }
    }
}

TEST_CASE("draft: no line is one that other Markdown programs take for a link's definition") {
    Conversation talk;
    for (const std::string& kind : draft_kinds()) {
        CAPTURE(kind);
        const Result<std::string> text = draft_document(kind, talk.workspace(), talk.context());
        REQUIRE(text);
        std::istringstream lines(text.value());
        for (std::string line; std::getline(lines, line);) {
            const std::size_t words = line.find_first_not_of(" >-*.0123456789");
            const bool bracket = words != std::string::npos && line[words] == '[';
            CHECK_FALSE((bracket && line.find("]:") == line.find(']')));
        }
    }
}

TEST_CASE("draft: it quotes the creator's own decisions and marks what is open") {
    Conversation talk;
    const auto page = [&] {
        return draft_document("landing-page", talk.workspace(), talk.context()).value();
    };
    CHECK(contains(page(), "[opening day]"));
    for (int i = 0; i < 5; ++i) {
        talk.press(0);
    }
    CHECK(contains(page(), "The Kiln Room"));
    CHECK(contains(page(), "$29 a month"));
    CHECK(contains(page(), "Friday 15 January 2027"));
    CHECK(contains(page(), "Circle"));
    CHECK(contains(page(), "glaze recipes"));
}

TEST_CASE("draft: notes of one platform stand only in its own documents") {
    Conversation circle;
    circle.say("Let's go with Circle");
    Conversation discord;
    discord.say("Let's go with Discord");
    const auto checklist = [](const Conversation& talk) {
        return draft_document("space-checklist", talk.workspace(), talk.context()).value();
    };
    CHECK(contains(checklist(circle), "On Circle"));
    CHECK_FALSE(contains(checklist(circle), "On Discord"));
    CHECK(contains(checklist(discord), "On Discord"));
    CHECK_FALSE(contains(checklist(discord), "On Circle"));
}

TEST_CASE("draft: what the public reads holds none of the creator's private numbers") {
    CreatorProfile profile = demo_profile(kToday);
    profile.monthly_target = 7'654;
    profile.engaged_audience = 4'321;
    profile.hours_per_week = 6.5;
    Conversation talk(profile);
    for (int decided = 0; decided <= 5; decided += 5) {
        for (const char* kind : {"price-page",
                                 "landing-page",
                                 "launch-posts",
                                 "announcement",
                                 "founder-invitations",
                                 "member-promise",
                                 "guidelines",
                                 "channel-guide",
                                 "welcome-messages",
                                 "member-welcome",
                                 "seed-posts"}) {
            const std::string text = draft_document(kind, talk.workspace(), talk.context()).value();
            CAPTURE(kind);
            for (const char* secret :
                 {"7,654", "4,321", "6.5", "after fees", "members leave", "48,200"}) {
                CAPTURE(secret);
                CHECK_FALSE(contains(text, secret));
            }
        }
        for (int i = 0; i < 5 && decided == 0; ++i) {
            talk.press(0);
        }
    }
}

TEST_CASE("draft: no founding price before a price is decided, and none of what is free") {
    const auto page = [](const Conversation& talk, const char* kind) {
        return draft_document(kind, talk.workspace(), talk.context()).value();
    };
    for (const char* kind : {"landing-page", "price-page", "launch-posts", "announcement"}) {
        Conversation talk;
        CAPTURE(kind);
        CHECK_FALSE(contains(page(talk, kind), "$"));
        CHECK(contains(page(talk, kind), "[founding price]"));
        talk.act(RecordDecision{PricingSlots{29, "USD", "month", {}}, ""});
        CHECK(contains(page(talk, kind), "$20"));
        talk.act(RecordDecision{PricingSlots{0, "USD", "month", {}}, ""});
        CHECK_FALSE(contains(page(talk, kind), "founding price"));
        CHECK_FALSE(contains(page(talk, kind), "$0"));
    }
}

TEST_CASE("draft: nobody promises an answer within a day") {
    Conversation talk;
    for (const std::string& kind : draft_kinds()) {
        CAPTURE(kind);
        const std::string text = draft_document(kind, talk.workspace(), talk.context()).value();
        CHECK_FALSE(contains(text, "answer within a day"));
        CHECK_FALSE(contains(text, "answers within a day"));
        CHECK_FALSE(contains(text, "answered within a day"));
    }
}

TEST_CASE("draft: the audience is spoken to and not of") {
    CreatorProfile profile = demo_profile(kToday);
    profile.signals = {"Feedback on their work", "Live sessions"};
    profile.niche = "Wheel throwing & glazing for hobby potters";
    Conversation talk(profile);
    for (const std::string& kind : draft_kinds()) {
        CAPTURE(kind);
        CHECK_FALSE(
            contains(draft_document(kind, talk.workspace(), talk.context()).value(), "their work"));
    }
    const auto page = [&](const char* kind) {
        return draft_document(kind, talk.workspace(), talk.context()).value();
    };
    CHECK(contains(page("launch-posts"), "asking me about feedback on your work"));
    CHECK(contains(page("member-promise"),
                   "For hobby potters who care about wheel throwing and glazing"));
    CHECK(contains(page("structure-map"), "| feedback |"));
}

TEST_CASE("draft: an unknown kind and a missing project are refused") {
    CHECK(draft_document("poem", Conversation().workspace(), context_at(0)).error().code ==
          "draft-unknown");
    CHECK(draft_document("guidelines", Workspace{}, context_at(0)).error().code == "no-project");
}

TEST_CASE("draft: asking for one saves it with its task, asking again adds a version") {
    Conversation talk;
    CHECK(talk.say("Draft the guidelines").documents == std::vector<std::string>{"guidelines"});
    REQUIRE(talk.project().documents.size() == 1);
    CHECK(talk.project().documents.front().task_id == "write-guidelines");
    CHECK(talk.project().documents.front().title == "Guidelines");
    talk.say("draft the guidelines again");
    CHECK(talk.project().documents.front().versions.size() == 2);
}

TEST_CASE("draft: every kind can be asked for by its name and by its task's title") {
    for (const TaskSpec& task : built_in_template().tasks) {
        Conversation by_name;
        CAPTURE(task.id);
        CHECK(by_name.say("Draft the " + draft_title(task.document_kind)).documents ==
              std::vector<std::string>{task.document_kind});
        Conversation by_title;
        CHECK(by_title.say("Draft it with me: " + task.title).documents ==
              std::vector<std::string>{task.document_kind});
    }
}

TEST_CASE("draft: a task's short name says which text is meant") {
    for (const auto& [words, kind] :
         {std::pair("Draft the platform with me.", "platform-comparison"),
          std::pair("Draft the price with me.", "price-page"),
          std::pair("Please draft the welcome", "member-welcome")}) {
        Conversation talk;
        CAPTURE(words);
        CHECK(talk.say(words).documents == std::vector<std::string>{kind});
    }
}

TEST_CASE(
    "draft: after the last decision the promise is offered, and once it is done the next text") {
    const auto last_answer = [](const char* first) {
        Conversation talk;
        for (const char* words : {first,
                                  "Take Discord",
                                  "$29 a month",
                                  "8 channels, 1 tier and 3 roles",
                                  "Take 15 January",
                                  "A weekly live call"}) {
            talk.say(words);
        }
        REQUIRE(decisions_made(talk.project()) == 5);
        return talk.last();
    };
    CHECK(contains(last_answer("Hello").text, "member promise"));
    CHECK(last_answer("Hello").quick_replies.front() == "Draft the member promise");
    const Message answer = last_answer("I've finished writing the member promise");
    CHECK(answer.text.find("draft the member promise") == std::string::npos);
    CHECK(answer.quick_replies.front() == "Draft the content calendar");
    CHECK(contains(answer.text, "content calendar"));
}
