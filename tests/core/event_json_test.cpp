#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/domain/event.h"
#include "tests/core/sample_workspace.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

Message full_message() {
    Message message;
    message.id = MessageId{9};
    message.author = Author::Claude;
    message.text = "Price **$29** a month, “quoted”, ünïcode 🏺\nand a second line.";
    message.at = kNoon;
    message.status = MessageStatus::Failed;
    message.problem = "The connection broke.";
    message.problem_code = "cut-off";
    message.in_reply_to = MessageId{8};
    message.model = "claude-sonnet-5-5";
    message.usage.input_tokens = 100;
    message.usage.cache_read_tokens = 2000;
    message.cost_nano_usd = 1234567;
    message.quick_replies = {"Yes", "No"};
    message.topic = "pricing";
    return message;
}

Message answer_with_records() {
    Message message;
    message.id = MessageId{10};
    message.author = Author::Guide;
    message.text = "Recorded.";
    message.in_reply_to = MessageId{8};
    message.records = {BatchId{5}, BatchId{6}};
    return message;
}

// Fixed here, because the golden file must not follow changes of the demo creator.
CreatorProfile fixed_profile() {
    CreatorProfile profile;
    profile.name = "Åsa";
    profile.community_name = "Long Tables";
    profile.primary_platform = AudiencePlatform::Podcast;
    profile.engaged_source = EngagedSource::Listeners;
    profile.engaged_audience = 1'200;
    profile.country = "SE";
    profile.currency = "SEK";
    profile.hours_per_week = 4.5;
    profile.monthly_target = 9'000;
    profile.signals = {"recipes", "supper clubs"};
    profile.away = {{Date{20'800}, Date{20'807}}};
    return profile;
}

AddedTask own_task(const std::string& title) {
    return {"own-31", title, 2, 1.5, {"create-space"}, "Before the first payout.", "creator"};
}

Suggestion plan_suggestion() {
    PlanChange change{PlanChange::Kind::Skip, "run-beta"};
    change.note = "No time.";
    return {SuggestionId{9}, ProposedPlanChange{change, 0.72}, MessageId{3}};
}

// One of each kind, with every member away from its default.
std::vector<Event> one_of_each() {
    Suggestion suggestion{
        SuggestionId{7},
        ProposedDecision{
            TimelineSlots{date_from_civil(2027, 1, 15), {}, {}}, "A good Friday.", 0.74},
        MessageId{3},
        Suggestion::State::Open};
    Suggestion task_suggestion{SuggestionId{8},
                               ProposedTask{"connect-payments", "Stripe is live.", 0.7},
                               MessageId{3},
                               Suggestion::State::Dismissed};
    Settings settings{
        ThemeChoice::Contrast, MotionChoice::Reduced, PartnerChoice::GuideOnly, 1.25, "m"};
    Settings formatted;
    formatted.formats = FormatChoice::Swiss;
    formatted.clock = ClockChoice::Hours12;
    return {
        ProfileSaved{fixed_profile()},
        ProjectStarted{ProjectId{1}, "The Kiln Room", kToday},
        ProjectRenamed{"Kiln & Wheel"},
        ProjectStatusChanged{ProjectStatus::Prelaunch},
        ProjectArchived{ProjectId{1}},
        ProjectReopened{ProjectId{1}},
        MessageAdded{full_message()},
        DecisionRecorded{sample_decision(2, PlatformSlots{"discord"})},
        DecisionRecorded{sample_decision(3, PricingSlots{29.0, "USD", "month", {}})},
        DecisionRecorded{sample_decision(4, StructureSlots{1, 8, 3})},
        DecisionRecorded{sample_decision(5, TimelineSlots{std::nullopt, 6, std::nullopt})},
        DecisionRecorded{sample_decision(6, ContentSlots{"weekly", "live call"})},
        TaskCompleted{"set-price", CompletedVia::AiConfirmed, MessageId{3}, 0.91, "As agreed."},
        TaskReopened{"set-price"},
        TaskSkipped{"run-beta", "No time."},
        TaskRestored{"run-beta"},
        TaskEstimated{"run-beta", 2.5},
        TaskAdded{own_task("Ask my accountant about VAT")},
        TaskEdited{own_task("Ask the accountant about VAT")},
        TaskMoved{"own-31", "create-space"},
        TaskRemoved{"own-31"},
        PlanChangeNoted{MessageId{3}, "Skipped: Run a beta week", 0.93},
        SuggestionMade{plan_suggestion()},
        DocumentSaved{DocumentId{12},
                      "member-promise",
                      "Promise",
                      "define-promise",
                      "Hi",
                      "guide",
                      std::vector<DecisionSlots>{PlatformSlots{"discord"}}},
        DocumentAccepted{DocumentId{12}, {PricingSlots{29.0, "USD", "month", {}}}},
        SuggestionMade{suggestion},
        SuggestionMade{task_suggestion},
        SuggestionResolved{SuggestionId{7}, Suggestion::State::Confirmed},
        DocumentSaved{
            DocumentId{12}, "member-promise", "Promise", "define-promise", "# Hi", "guide"},
        SessionResumed{},
        SessionPaused{},
        MilestoneReached{"first-decision"},
        SettingsChanged{settings},
        BatchUndone{BatchId{4}},
        BatchRedone{BatchId{4}},
        AssumptionChanged{"churn", 5.5, kToday},
        AssumptionChanged{"churn", std::nullopt, kToday},
        MessageAdded{answer_with_records()},
        DocumentSaved{DocumentId{12}, "price-page", "P", "", "Hi", "guide", {}, MessageId{8}},
        MessagesSetAside{MessageId{10}},
        MessageShown{MessageId{9}},
        MessagePinned{MessageId{9}},
        MessageUnpinned{MessageId{9}},
        MessageSent{MessageId{11}},
        MessageWithdrawn{MessageId{11}},
        SettingsChanged{formatted},
        TourSeen{},
        CaseSaved{{"My case", {{"price", 39}, {"churn", 5.5}}}},
        CaseRemoved{"My case"},
        CaseRenamed{"My case", "Careful"},
    };
}

}  // namespace

TEST_CASE("event json: every kind comes back as it was written") {
    std::uint64_t seq = 0;
    for (const Event& event : one_of_each()) {
        const RecordedEvent recorded{++seq, kNoon, BatchId{seq}, event};
        const std::string line = json_from_event(recorded);
        CAPTURE(line);
        const auto back = event_from_json(line);
        REQUIRE(back);
        // Decision::batch is filled in when applied and is not part of the line.
        CHECK(back.value() == recorded);
        CHECK(line.find('\n') == std::string::npos);
    }
}

TEST_CASE("event json: an unknown kind is kept word for word") {
    const std::string line =
        R"({"seq":3,"at":5,"batch":2,"v":4,"kind":"moon-landed","data":{"crew":[1,2],"ok":true}})";
    const auto event = event_from_json(line);
    REQUIRE(event);
    CHECK(std::holds_alternative<UnknownEvent>(event.value().event));
    CHECK(json_from_event(event.value()) == line);
}

TEST_CASE("event json: a known kind of a newer version is kept word for word") {
    const std::string line =
        R"({"seq":3,"at":5,"batch":2,"v":99,"kind":"task-reopened","data":{"tasks":["a"]}})";
    const auto event = event_from_json(line);
    REQUIRE(event);
    CHECK(json_from_event(event.value()) == line);
}

TEST_CASE("event json: what does not fit is refused with a reason") {
    for (const char* line :
         {"",
          "null",
          "{}",
          R"({"seq":"1","at":1,"batch":1,"v":1,"kind":"session-paused","data":{}})",
          R"({"seq":1,"at":1,"batch":1,"v":1,"kind":"session-paused"})",
          R"({"seq":1,"at":1,"batch":1,"v":1,"kind":"task-reopened","data":{"task":7}})",
          R"({"seq":1,"at":1,"batch":1,"v":1,"kind":"task-reopened","data":[]})"}) {
        CAPTURE(line);
        const auto event = event_from_json(line);
        REQUIRE_FALSE(event);
        CHECK(event.error().code == "event-unreadable");
    }
}

TEST_CASE("event json: lines of version 1 in the golden file still read the same") {
    std::ifstream golden(ATRIUM_SOURCE_DIR "/tests/golden/events-v1.jsonl");
    REQUIRE(golden);
    std::string line;
    std::size_t index = 0;
    const std::vector<Event> expected = one_of_each();
    while (std::getline(golden, line)) {
        REQUIRE(index < expected.size());
        const auto event = event_from_json(line);
        REQUIRE(event);
        CHECK(event.value().event == expected[index]);
        CHECK(json_from_event(event.value()) == line);
        ++index;
    }
    CHECK(index == expected.size());
}
