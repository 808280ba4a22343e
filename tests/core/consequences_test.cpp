#include "core/domain/consequences.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "core/domain/creator_task.h"
#include "core/domain/engine.h"
#include "core/domain/plan_fit.h"
#include "core/domain/plan_template.h"
#include "core/domain/project_plan.h"
#include "tests/core/sample_workspace.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

const PricingSlots kTwentyNine{29, "USD", "month", {}};
const PricingSlots kThirtyNine{39, "USD", "month", {}};

struct Desk {
    Engine engine;

    Desk() {
        run(SaveProfile{sample_profile()});
        run(StartProject{"The Kiln Room"});
    }

    void run(const Command& command) { REQUIRE(engine.dispatch(command, context_at(0))); }

    void decide(DecisionSlots slots) { run(RecordDecision{std::move(slots), ""}); }

    DocumentId write(const std::string& kind, const std::string& markdown) {
        run(SaveDocument{{}, kind, kind, "", markdown});
        return project().documents.back().id;
    }

    const Project& project() const { return *active_project(engine.workspace()); }

    std::vector<std::string> reasons(DocumentId id) const {
        std::vector<std::string> sentences;
        for (const StaleReason& reason : stale_reasons(project(), *find_document(project(), id))) {
            sentences.push_back(reason.sentence);
        }
        return sentences;
    }
};

}  // namespace

TEST_CASE("staleness: a document that quotes a changed price is stale and says why") {
    Desk desk;
    desk.decide(kTwentyNine);
    const DocumentId page = desk.write("note", "It costs $29 a month, for everyone.");
    const DocumentId other = desk.write("note-2", "It costs $290, or $29.50 with tax.");
    CHECK(desk.reasons(page).empty());
    desk.decide(kThirtyNine);
    CHECK(desk.reasons(page) ==
          std::vector<std::string>{"Quotes $29 a month; the price is now $39 a month."});
    CHECK(desk.reasons(other).empty());
    desk.decide(kTwentyNine);
    CHECK(desk.reasons(page).empty());
}

TEST_CASE("staleness: undoing a decision makes what was written under it stale") {
    Desk desk;
    desk.decide(kTwentyNine);
    desk.decide(kThirtyNine);
    const BatchId change = desk.project().decisions.back().batch;
    const DocumentId page = desk.write("note", "It costs $39 a month.");
    desk.run(UndoBatch{change});
    CHECK(desk.reasons(page) ==
          std::vector<std::string>{"Quotes $39 a month; the price is now $29 a month."});
}

TEST_CASE(
    "staleness: an edit that leaves the old value in stays stale, one that mends it does not") {
    Desk desk;
    desk.decide(kTwentyNine);
    const DocumentId page = desk.write("note", "It costs $29 a month.");
    desk.decide(kThirtyNine);
    desk.run(SaveDocument{page, "note", "note", "", "It costs just $29 a month."});
    CHECK(desk.reasons(page).size() == 1);
    desk.run(SaveDocument{page, "note", "note", "", "It costs $39 a month."});
    CHECK(desk.reasons(page).empty());
}

TEST_CASE("staleness: dates, platforms, places and rhythms are recognised as quotations") {
    const auto quotes = [](const char* text, DecisionSlots value, DecisionSlots next) {
        Desk desk;
        desk.decide(std::move(value));
        const DocumentId page = desk.write("note", text);
        desk.decide(std::move(next));
        return !desk.reasons(page).empty();
    };
    const TimelineSlots other_day{date_from_civil(2027, 3, 3), {}, {}};
    const TimelineSlots day{date_from_civil(2027, 1, 15), {}, {}};
    for (const char* text :
         {"on 15 January", "January 15, 2027", "Fri 15 Jan 2027", "2027-01-15"}) {
        CAPTURE(text);
        CHECK(quotes(text, day, other_day));
    }
    CHECK_FALSE(
        quotes("on 25 January", TimelineSlots{date_from_civil(2027, 1, 5), {}, {}}, other_day));
    const PlatformSlots discord{"discord"};
    CHECK(quotes("Join us on discord.", discord, PlatformSlots{"circle"}));
    CHECK_FALSE(quotes("a discordant note", discord, PlatformSlots{"circle"}));
    const StructureSlots eight{1, 8, {}};
    CHECK(quotes("We open with 8 channels", eight, StructureSlots{1, 9, {}}));
    CHECK_FALSE(quotes("We open with 18 channels", eight, StructureSlots{1, 9, {}}));
    const ContentSlots weekly{"weekly", "live call"};
    CHECK(quotes("the weekly live call", weekly, ContentSlots{"monthly", "workshop"}));
}

TEST_CASE("staleness: a duration decided on another day is another opening day") {
    Desk desk;
    desk.decide(TimelineSlots{{}, 6, {}});
    const DocumentId page = desk.write("note", "Doors open on 3 January 2027.");
    CHECK(desk.reasons(page).empty());
    desk.decide(TimelineSlots{{}, 7, {}});
    CHECK(desk.reasons(page) ==
          std::vector<std::string>{"Quotes Sun 3 Jan 2027; opening day is now Sun 10 Jan 2027."});
}

TEST_CASE("staleness: refitting writes the guide's drafts again and keeps the old version") {
    Desk desk;
    desk.decide(kTwentyNine);
    desk.run(SaveDocument{{}, "price-page", "Price page", "set-price", "It costs $29 a month."});
    const DocumentId own = desk.write("poem", "It costs $29 a month.");
    desk.decide(kThirtyNine);
    const std::vector<StaleDocument> stale = stale_documents(desk.project());
    REQUIRE(stale.size() == 2);
    CHECK(stale[0].can_refit);
    CHECK_FALSE(stale[1].can_refit);
    desk.run(RefitDocuments{{stale[0].id}});
    const Document& page = desk.project().documents.front();
    CHECK(page.versions.size() == 2);
    CHECK(page.latest().author == "guide");
    CHECK(page.latest().markdown.find("$39 a month") != std::string::npos);
    CHECK(page.versions.front().markdown == "It costs $29 a month.");
    CHECK(desk.reasons(page.id).empty());
    const auto refused = desk.engine.dispatch(RefitDocuments{{own}}, context_at(0));
    CHECK(refused.error().code == "draft-unknown");
    desk.run(AcceptDocument{own});
    CHECK(stale_documents(desk.project()).empty());
    desk.run(Undo{});
    CHECK(stale_documents(desk.project()).size() == 1);
}

TEST_CASE("consequences: a new price names the documents, the members and the finished work") {
    Desk desk;
    desk.decide(PlatformSlots{"circle"});
    desk.decide(kTwentyNine);
    desk.write("Price page", "It costs $29 a month.");
    desk.run(CompleteTask{"connect-payments", ""});
    const Consequences touched =
        consequences_of(desk.engine.workspace(), kThirtyNine, context_at(0));
    REQUIRE(touched.documents.size() == 1);
    CHECK(touched.documents.front().title == "Price page");
    CHECK(touched.look_again == std::vector<std::string>{"connect-payments"});
    CHECK(touched.members_after < touched.members_before);
    CHECK(touched.forecast);
    CHECK_FALSE(touched.blueprint);
    CHECK(consequence_lines(touched, desk.project()).front() ==
          "Price page still rests on $29 a month.");
    CHECK(stale_documents(desk.project()).empty());  // it was only a preview
    CHECK(consequences_of(desk.engine.workspace(), kTwentyNine, context_at(0)).empty());
}

TEST_CASE("consequences: a second tier changes hours, steps, dates and the blueprint") {
    Desk desk;
    desk.decide(PlatformSlots{"discord"});
    desk.decide(StructureSlots{1, 8, 2});
    const Consequences touched =
        consequences_of(desk.engine.workspace(), StructureSlots{2, 12, 3}, context_at(0));
    CHECK(touched.blueprint);
    CHECK_FALSE(touched.moves.empty());
    CHECK(touched.earliest_after > touched.earliest_before);
    const auto channels =
        std::find_if(touched.tasks.begin(), touched.tasks.end(), [](const TaskChange& t) {
            return t.id == "set-up-channels";
        });
    REQUIRE(channels != touched.tasks.end());
    CHECK(channels->hours_after == doctest::Approx(channels->hours_before + 2));
    CHECK_FALSE(channels->new_steps.empty());
}

TEST_CASE("plan fit: every rule names known tasks and facts, has an effect and a reason") {
    for (const std::string& problem : plan_fit_problems()) {
        FAIL_CHECK(problem);
    }
}

TEST_CASE("plan fit: experience, audience and decisions change hours and steps") {
    CreatorProfile novice = sample_profile();
    novice.experience = OfferExperience::None;
    CreatorProfile seller = novice;
    seller.experience = OfferExperience::Recurring;
    const auto hours = [](const std::vector<PlannedTask>& tasks) {
        double all = 0;
        for (const PlannedTask& task : tasks) {
            all += task.hours;
        }
        return all;
    };
    CHECK(hours(first_tasks(novice)) > hours(first_tasks(seller)));
    for (const PlannedTask& task : first_tasks(seller)) {
        CHECK(task.hours >= 0.5);
    }
    Desk desk;
    const auto steps = [&](const char* id) {
        return creator_task(desk.engine.workspace(), desk.project(), id)->platform_steps;
    };
    CHECK(steps("create-space").empty());
    desk.decide(PlatformSlots{"discord"});
    const std::vector<std::string> discord = steps("create-space");
    CHECK(discord.size() >= 2);
    desk.decide(PlatformSlots{"circle"});
    CHECK(steps("create-space") != discord);
}
