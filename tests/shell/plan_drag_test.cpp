// Moving tasks by their handle on the Plan screen.
#include <doctest/doctest.h>

#include "core/domain/project_plan.h"
#include "tests/shell/session_screen.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

struct PlanScreen {
    SessionScreen session{kiln_room().history()};

    PlanScreen() {
        session->activate(Role::Button, "Plan");
        session->settle();
    }

    Rect row(std::string_view task) { return session->get(Role::Button, task).rect; }

    bool stands_before(std::string_view first, std::string_view second) {
        return row(first).y < row(second).y;
    }

    // Holds the first task's handle and goes to a height.
    void carry(std::string_view task, float y) {
        const Rect from = row(task);
        session->move_to(from.x - 4, from.y + from.height / 2);
        session->frame();
        session->press();
        session->move_to(from.x + 60, from.y + from.height / 2 + 10);
        session->move_to(from.x + 60, y);
    }

    void drop() {
        session->release();
        session->settle();
    }
};

}  // namespace

TEST_CASE("plan dragging: a task lands where it is dropped in its phase") {
    PlanScreen plan;
    REQUIRE(plan.stands_before("Set up onboarding", "Seed the first posts"));
    const Rect last = plan.row("Seed the first posts");
    plan.carry("Set up onboarding", last.bottom() - 2);
    plan.drop();
    CHECK(plan.stands_before("Seed the first posts", "Set up onboarding"));
    plan.carry("Set up onboarding", plan.row("Seed the first posts").y + 2);
    plan.drop();
    CHECK(plan.stands_before("Set up onboarding", "Seed the first posts"));
}

TEST_CASE("plan dragging: Escape and dropping elsewhere leave the plan as it is") {
    PlanScreen plan;
    const float below = plan.row("Seed the first posts").bottom() - 2;
    plan.carry("Set up onboarding", below);
    plan.session->escape();
    plan.drop();
    CHECK(plan.stands_before("Set up onboarding", "Seed the first posts"));
    plan.carry("Set up onboarding", plan.row("Announce the launch").y + 2);
    plan.drop();
    CHECK(plan.stands_before("Set up onboarding", "Seed the first posts"));
    CHECK_FALSE(plan.session.shows("needs"));
}

TEST_CASE("plan dragging: in front of what it needs a task does not go, and is told why") {
    PlanScreen plan;
    plan.carry("Set up onboarding", plan.row("Set up the spaces").y + 2);
    plan.drop();
    CHECK(plan.stands_before("Set up the spaces", "Set up onboarding"));
    CHECK(plan.session.shows("needs"));
}

TEST_CASE("plan dragging: dropped in another phase a task stays, and is told why") {
    PlanScreen plan;
    plan.carry("Set up onboarding", plan.row("Build the waitlist page").y + 6);
    plan.drop();
    CHECK(plan.stands_before("Set up onboarding", "Seed the first posts"));
    CHECK(plan.session.shows("\"Set up onboarding\" belongs to Build."));
}

TEST_CASE("plan dragging: the pointer is a hand that grabs over the handle, which is in its row") {
    PlanScreen plan;
    const Rect row = plan.row("Set up onboarding");
    for (const float x : {row.x - 4, row.x + 3}) {
        plan.session->move_to(x, row.y + row.height / 2);
        plan.session->frame();
        CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_ResizeAll);
    }
}

TEST_CASE("plan dragging: a press on the handle alone neither moves nor opens the task") {
    PlanScreen plan;
    const Rect from = plan.row("Set up onboarding");
    plan.session->click_at(from.x - 4, from.y + from.height / 2);
    plan.session->settle();
    CHECK(plan.session->find(Role::Region, "Set up onboarding") == nullptr);
    CHECK(plan.stands_before("Set up onboarding", "Seed the first posts"));
}

TEST_CASE("plan dragging: a finger on the handle moves the task and does not scroll") {
    PlanScreen plan;
    plan.session->use_touch(true);
    plan.session->click_at(640, 790);  // from now on the rows are those for fingers
    plan.session->settle();
    const Rect from = plan.row("Set up onboarding");
    const Rect to = plan.row("Seed the first posts");
    plan.session->move_to(from.right() - 24, from.y + from.height / 2);
    plan.session->press();
    plan.session->move_to(from.right() - 24, from.y + from.height / 2 + 12);
    plan.session->move_to(from.right() - 24, to.bottom() - 2);
    const float there = plan.row("Seed the first posts").y;
    plan.drop();
    CHECK(there == to.y);
    CHECK(plan.stands_before("Seed the first posts", "Set up onboarding"));
}

TEST_CASE("plan screen: on a phone every figure of the head is there") {
    SessionScreen session(kiln_room().history(), 390, 844);
    session->activate(Role::Button, "Plan");
    session->settle();
    for (const char* name : {"Left before opening", "Your week", "Earliest opening"}) {
        CHECK(session->get(Role::Text, name).rect.right() <= 390);
    }
}
