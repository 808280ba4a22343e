#include "tests/shell/session_screen.h"

namespace atrium::shell::testing {

namespace {

using namespace domain;
using domain::testing::kNoon;
using domain::testing::kToday;

Decision decided(std::uint64_t id, DecisionSlots slots, double confidence, std::uint64_t message) {
    Decision decision = domain::testing::sample_decision(id, std::move(slots));
    decision.confidence = confidence;
    decision.message = MessageId{message};
    return decision;
}

TaskCompleted done(std::string task, std::uint64_t message, double confidence) {
    return {std::move(task), CompletedVia::AiAuto, MessageId{message}, confidence, ""};
}

constexpr const char* kDates =
    "Recorded. Next is opening day. You have **6 hours a week**, you are away 20 to 27 December, "
    "and **27 hours** of work come before the doors open:\n\n"
    "| Doors open | Hours you have | Work left | Result |\n"
    "|---|--:|--:|---|\n"
    "| Fri 18 Dec 2026 | 22 h | 27 h | 5 h short |\n"
    "| Fri 8 Jan 2027 | 33 h | 27 h | 6 h to spare |\n"
    "| **Fri 15 Jan 2027** | **39 h** | **27 h** | **12 h to spare** |\n\n"
    "I would take **15 January**. It leaves room for a beta with ten readers, and your January "
    "throwing videos are your most watched of the year.";

}  // namespace

EventStore kiln_room() {
    EventStore store;
    const auto at = [](int minute) {
        return kNoon + minute * 60'000LL;
    };
    CreatorProfile profile = demo_profile(kToday);
    store.append({ProfileSaved{profile}}, kNoon);
    store.append({ProjectStarted{ProjectId{1}, "The Kiln Room", kToday}, SessionResumed{}}, kNoon);
    for (const char* milestone : {"first-decision"}) {
        store.append({MilestoneReached{milestone}}, at(3));
    }
    store.append({MessageAdded{creator_message(10, "Circle it is, and $29 a month.", 5)}}, at(5));
    store.append({DecisionRecorded{decided(11, PlatformSlots{"circle"}, 0.97, 10)},
                  done("pick-platform", 10, 0.97)},
                 at(5));
    store.append({DecisionRecorded{decided(12, PricingSlots{29.0, "USD", "month", {}}, 0.92, 10)},
                  done("set-price", 10, 0.92)},
                 at(5));
    store.append({MessageAdded{claude_answer(13, "Both are recorded. How is it built up?", 6)}},
                 at(6));
    store.append({TaskCompleted{"define-promise", CompletedVia::Manual, {}, 1, ""}}, at(7));
    store.append({TaskCompleted{"write-guidelines", CompletedVia::Manual, {}, 1, ""}}, at(8));
    store.append({MessageAdded{creator_message(
                     20, "Eight spaces, one tier and those three roles. Keep the glaze lab.", 15)}},
                 at(15));
    store.append({DecisionRecorded{decided(21, StructureSlots{1, 8, 3}, 0.94, 20)}}, at(15));
    store.append({done("design-structure", 20, 0.91)}, at(15));
    store.append({MessageAdded{claude_answer(22, kDates, 16)}}, at(16));
    store.append({MessageAdded{creator_message(
                     30, "Mid January, maybe the 15th. Can the offer close that month?", 17)}},
                 at(17));
    Suggestion suggestion;
    suggestion.id = SuggestionId{31};
    suggestion.action = ProposedDecision{
        TimelineSlots{date_from_iso("2027-01-15"), std::nullopt, std::nullopt}, "", 0.74};
    suggestion.message = MessageId{30};
    store.append({SuggestionMade{suggestion}}, at(17));
    Message answer = claude_answer(
        32,
        "Yes. A short window with a real cap is kinder than a long countdown. Open **40 founding "
        "seats at $20** on 15 January and close them on **Friday 29 January**, or when they are "
        "gone. Members keep that price for as long as they stay.",
        17);
    answer.quick_replies = {
        "Take 15 January", "Compare with 8 January", "What if I had 4 hours a week?"};
    store.append({MessageAdded{std::move(answer)}}, at(17));
    return store;
}

EventStore fresh_launch() {
    EventStore store;
    store.append({ProfileSaved{demo_profile(kToday)}}, kNoon);
    store.append({ProjectStarted{ProjectId{1}, "Kiln", kToday}, SessionResumed{}}, kNoon);
    return store;
}

}  // namespace atrium::shell::testing
