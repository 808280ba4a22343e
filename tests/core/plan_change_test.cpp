#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "core/domain/carry_out.h"
#include "core/domain/creator_task.h"
#include "core/domain/engine.h"
#include "core/domain/project_plan.h"
#include "tests/core/sample_workspace.h"

using namespace atrium;
using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

struct Plan {
    Engine engine;

    Plan() {
        run(SaveProfile{sample_profile()});
        run(StartProject{"The Kiln Room"});
    }

    // "" or the error's code.
    std::string run(const Command& command) {
        const auto output = engine.dispatch(command, context_at(0));
        return output ? "" : output.error().code;
    }

    const Project& project() const { return *active_project(engine.workspace()); }

    std::string add(const std::string& title, int phase, std::vector<std::string> needs = {}) {
        CHECK(run(AddTask{title, phase, 2, std::move(needs), ""}) == "");
        return project().added_tasks.empty() ? "" : project().added_tasks.back().id;
    }

    std::size_t place(const std::string& id) const {
        const std::vector<std::string> ids = ordered_task_ids(project());
        return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    }

    Schedule schedule() const {
        return project_schedule(engine.workspace(), project(), context_at(0));
    }
};

ActionOutcome tool(const Plan& plan, const std::string& input) {
    const Result<Action> action = action_from_tool("update_plan", input);
    if (!action) {
        return {{}, action.error().message, true};
    }
    return carry_out(plan.engine.workspace(),
                     action.value(),
                     Origin{DecisionSource::Ai, "claude", MessageId{3}},
                     context_at(0));
}

}  // namespace

TEST_CASE("plan changes: an added task is scheduled, ticked and undone like any other") {
    Plan plan;
    const double hours = plan.schedule().hours_in_all;
    const std::string id = plan.add("Ask my accountant about VAT", 2, {"connect-payments"});
    CHECK(id.rfind("own-", 0) == 0);
    CHECK(task_title(plan.project(), id) == "Ask my accountant about VAT");
    CHECK(plan.schedule().hours_in_all == doctest::Approx(hours + 2));
    REQUIRE(plan.schedule().task(id));
    CHECK(plan.schedule().task(id)->start >= plan.schedule().task("connect-payments")->end);
    CHECK(plan.run(CompleteTask{id, ""}) == "");
    CHECK(task_is_done(plan.project(), id));
    CHECK(plan.run(Undo{}) == "");
    CHECK(plan.run(Undo{}) == "");
    CHECK(plan.project().added_tasks.empty());
    CHECK(plan.run(Redo{}) == "");
    CHECK(task_title(plan.project(), id) == "Ask my accountant about VAT");
}

TEST_CASE("plan changes: an added task can be edited and removed, one of the template cannot") {
    Plan plan;
    const std::string first = plan.add("Buy a microphone", 1);
    const std::string second = plan.add("Record a trailer", 1, {first});
    CHECK(plan.run(EditTask{first, "Borrow a microphone", 2, 0.5, {}, "From Jo."}) ==
          "prerequisites-invalid");
    CHECK(plan.run(EditTask{first, "Borrow a microphone", 1, 0.5, {}, "From Jo."}) == "");
    CHECK(added_task(plan.project(), first)->note == "From Jo.");
    CHECK(plan.run(RemoveTask{first}) == "");
    CHECK(added_task(plan.project(), second)->prerequisites.empty());
    CHECK(plan.run(CompleteTask{first, ""}) == "task-unknown");
    CHECK(plan.run(RemoveTask{"run-beta"}) == "task-fixed");
    CHECK(plan.run(EditTask{"run-beta", "No beta", 3, 1, {}, ""}) == "task-fixed");
}

TEST_CASE("plan changes: what does not fit is refused with a reason") {
    Plan plan;
    const std::string first = plan.add("First", 2);
    const std::string second = plan.add("Second", 2, {first});
    CHECK(plan.run(AddTask{"  ", 1, 1, {}, ""}) == "title-invalid");
    CHECK(plan.run(AddTask{std::string(121, 'a'), 1, 1, {}, ""}) == "title-invalid");
    CHECK(plan.run(AddTask{"Second", 1, 1, {}, ""}) == "task-known");
    CHECK(plan.run(AddTask{"Third", 5, 1, {}, ""}) == "phase-invalid");
    CHECK(plan.run(AddTask{"Third", 1, 0, {}, ""}) == "hours-invalid");
    CHECK(plan.run(AddTask{"Third", 1, 201, {}, ""}) == "hours-invalid");
    CHECK(plan.run(AddTask{"Third", 1, 1, {"own-999"}, ""}) == "task-unknown");
    CHECK(plan.run(AddTask{"Third", 1, 1, {"run-beta"}, ""}) == "prerequisites-invalid");
    CHECK(plan.run(EditTask{first, "First", 2, 1, {second}, ""}) == "prerequisites-invalid");
    CHECK(plan.run(EditTask{first, "First", 2, 1, {first}, ""}) == "prerequisites-invalid");
    for (int i = 0; i < 38; ++i) {
        CHECK(plan.run(AddTask{"More " + std::to_string(i), 3, 1, {}, ""}) == "");
    }
    CHECK(plan.run(AddTask{"One too many", 3, 1, {}, ""}) == "plan-full");
}

TEST_CASE("plan changes: a task moves within its phase and never before what it needs") {
    Plan plan;
    CHECK(plan.run(MoveTask{"write-guidelines", "connect-payments"}) == "");
    CHECK(plan.place("write-guidelines") + 1 == plan.place("connect-payments"));
    CHECK(plan.schedule().task("write-guidelines")->end <=
          plan.schedule().task("connect-payments")->end);
    CHECK(plan.run(MoveTask{"write-guidelines", ""}) == "move-invalid");
    CHECK(plan.run(MoveTask{"set-up-channels", "create-space"}) == "move-invalid");
    CHECK(plan.run(MoveTask{"write-guidelines", "run-beta"}) == "move-invalid");
    CHECK(plan.run(MoveTask{"write-guidelines", "nothing"}) == "task-unknown");
    const std::string own = plan.add("Paint the door", 2);
    CHECK(plan.place(own) + 1 == plan.place("build-waitlist"));
    CHECK(plan.run(MoveTask{own, "create-space"}) == "");
    CHECK(plan.place(own) + 1 == plan.place("create-space"));
    CHECK(plan.run(Undo{}) == "");
    CHECK(plan.place(own) + 1 == plan.place("build-waitlist"));
}

TEST_CASE("plan changes: the journal brings tasks and their order back") {
    Plan plan;
    const std::string own = plan.add("Paint the door", 2, {"create-space"});
    plan.run(MoveTask{own, "write-guidelines"});
    const Engine again(plan.engine.store().history());
    CHECK(again.workspace() == plan.engine.workspace());
}

TEST_CASE("update_plan: a sure change is applied with its line, an unsure one is asked") {
    Plan plan;
    const ActionOutcome added = tool(
        plan, R"({"action":"add","title":"Ask about VAT","hours":1,"phase":2,"confidence":0.9})");
    REQUIRE(added.events.size() == 2);
    CHECK(std::holds_alternative<TaskAdded>(added.events[0]));
    CHECK(std::get<PlanChangeNoted>(added.events[1]).words == "Added: Ask about VAT");
    CHECK(added.answer.find("own-") != std::string::npos);
    const ActionOutcome asked =
        tool(plan, R"({"action":"skip","task_id":"run-beta","note":"No time","confidence":0.7})");
    REQUIRE(asked.events.size() == 1);
    CHECK(std::holds_alternative<SuggestionMade>(asked.events[0]));
    CHECK(tool(plan, R"({"action":"skip","task_id":"run-beta","note":"?","confidence":0.4})")
              .events.empty());
}

TEST_CASE("update_plan: bad input is refused with what would be accepted") {
    Plan plan;
    for (
        const char* input : {
            R"({"action":"explode","confidence":0.9})",
            R"({"action":"add","hours":1,"confidence":0.9})",
            R"({"action":"add","title":"x","confidence":0.9})",
            R"({"action":"add","title":"x","hours":"two","confidence":0.9})",
            R"({"action":"add","title":"x","hours":1,"phase":2.5,"confidence":0.9})",
            R"({"action":"add","title":"x","hours":1,"prerequisites":"run-beta","confidence":0.9})",
            R"({"action":"add","title":"x","hours":1,"prerequisites":["own-77"],"confidence":0.9})",
            R"({"action":"skip","task_id":"run-beta","confidence":0.9})",
            R"({"action":"skip","task_id":"beta","note":"no","confidence":0.9})",
            R"({"action":"estimate","task_id":"run-beta","hours":-1,"confidence":0.9})",
            R"({"action":"remove","task_id":"run-beta","confidence":0.9})",
            R"({"action":"move","task_id":"run-beta","before":"build-waitlist","confidence":0.9})",
            R"({"action":"skip","task_id":"run-beta","note":"no"})",
        }) {
        CAPTURE(input);
        const ActionOutcome outcome = tool(plan, input);
        CHECK(outcome.is_error);
        CHECK(outcome.answer.size() > 15);
        CHECK(outcome.events.empty());
    }
}

TEST_CASE("update_plan: a confirmed suggestion changes the plan, and one Undo takes it back") {
    Plan plan;
    PlanChange change{PlanChange::Kind::Skip, "run-beta"};
    change.note = "No time.";
    plan.engine = Engine([&] {
        EventStore store(plan.engine.store().history());
        store.append({SuggestionMade{Suggestion{
                         SuggestionId{90}, ProposedPlanChange{change, 0.7}, MessageId{3}}}},
                     kNoon);
        return store.history();
    }());
    CHECK(plan.run(ConfirmSuggestion{SuggestionId{90}}) == "");
    CHECK(plan.project().tasks.at("run-beta").skipped);
    CHECK(plan.project().plan_notes.size() == 1);
    CHECK(plan.run(Undo{}) == "");
    CHECK(plan.project().tasks.count("run-beta") == 0);
    CHECK(plan.project().suggestions.front().state == Suggestion::State::Open);
}

TEST_CASE("decisions: recorded by hand or confirmed, they tick their own task") {
    Plan plan;
    CHECK(plan.run(RecordDecision{PricingSlots{29, "USD", "month", {}}, "Fair."}) == "");
    CHECK(task_is_done(plan.project(), "set-price"));
    CHECK(plan.project().tasks.at("set-price").note == "Decided: $29 a month.");
    CHECK(plan.run(Undo{}) == "");
    CHECK_FALSE(task_is_done(plan.project(), "set-price"));
    CHECK(plan.run(RecordDecision{ContentSlots{"weekly", "live call"}, ""}) == "");
    CHECK_FALSE(task_is_done(plan.project(), "plan-content"));
    CHECK(plan.run(RecordDecision{StructureSlots{1, {}, {}}, ""}) == "");
    CHECK_FALSE(task_is_done(plan.project(), "design-structure"));
}
