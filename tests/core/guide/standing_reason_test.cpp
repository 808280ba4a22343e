// Why a decision stands: our reasons follow the figures, a person's own stays.
#include <string>

#include "core/domain/guide/decision_choices.h"
#include "tests/core/guide/conversation.h"

using namespace atrium;
using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

std::string reason_of(const Workspace& workspace, DecisionCategory category) {
    const Project& project = *active_project(workspace);
    return standing_reason(
        workspace, project, *current_decision(project, category), context_at(20));
}

bool begins(const std::string& text, const std::string& words) {
    return text.rfind(words, 0) == 0;
}

}  // namespace

TEST_CASE("reasons: a price that is decided with the platform is reasoned from that platform") {
    Conversation talk;
    talk.say("Discord it is, and we charge $19 a month");
    const std::string reason = reason_of(talk.workspace(), DecisionCategory::Pricing);
    for (const guide::Choice& choice :
         decision_choices(talk.workspace(), DecisionCategory::Pricing, talk.context())) {
        if (begins(choice.label, "$19")) {
            const std::string members = choice.reason.substr(0, choice.reason.find(' '));
            CHECK(members == "157");
            CHECK(begins(reason, members + " members reach $2,500"));
        }
    }
}

TEST_CASE("reasons: another platform brings the price's reason up to date") {
    Conversation talk;
    talk.say("Take Circle");
    talk.say("We charge $29 a month");
    CHECK(begins(reason_of(talk.workspace(), DecisionCategory::Pricing), "95 members"));
    talk.say("Let's go with Discord instead");
    CHECK_FALSE(begins(reason_of(talk.workspace(), DecisionCategory::Pricing), "95 members"));
}

TEST_CASE("reasons: the person's own words stay, and without words ours are worked out") {
    Engine engine;
    const auto dispatch = [&](const Command& command) {
        REQUIRE(engine.dispatch(command, context_at(1)));
    };
    dispatch(SaveProfile{demo_profile(kToday)});
    dispatch(StartProject{"A launch"});
    const auto price = [](double amount) {
        return PricingSlots{amount, "USD", "month", {}};
    };
    dispatch(RecordDecision{price(29), ""});
    CHECK(begins(reason_of(engine.workspace(), DecisionCategory::Pricing), "95 members reach"));
    dispatch(RecordDecision{price(35), ""});
    CHECK(begins(reason_of(engine.workspace(), DecisionCategory::Pricing), "79 members reach"));
    dispatch(RecordDecision{price(35), "My readers named it."});
    CHECK(reason_of(engine.workspace(), DecisionCategory::Pricing) == "My readers named it.");
    dispatch(RecordDecision{PlatformSlots{"discord"}, ""});
    CHECK(reason_of(engine.workspace(), DecisionCategory::Pricing) == "My readers named it.");
}

TEST_CASE("reasons: a suggestion of the guide that is confirmed has no figures of its own") {
    Conversation talk;
    talk.say("Take Circle");
    const Conversation::Turn turn = talk.say("maybe $29 a month");
    REQUIRE(turn.suggestions.size() == 1);
    CHECK(std::get<ProposedDecision>(turn.suggestions.front().action).rationale.empty());
}
