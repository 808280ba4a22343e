#include <doctest/doctest.h>

#include "shell/ui/fields.h"
#include "shell/ui/overlays.h"
#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

void open_decision(SessionScreen& session, std::string_view name) {
    session->activate(Role::Button, "Decisions");
    session->settle();
    session->activate(Role::Button, name);
    session->settle();
    session->activate(Role::Button, "Change it");
    session->settle();
}

void open_new_task(SessionScreen& session) {
    session->activate(Role::Button, "Plan");
    session->settle();
    session->activate(Role::Button, "Add a task");
    session->settle();
}

}  // namespace

TEST_CASE("dialog: Enter counts in its lines, and neither in a text area nor outside") {
    std::string line, area, outside;
    int entered = 0;
    UiScreen screen([&](Ui& ui) {
        field(ui, "outside", {0, 0, 200, 80}, outside, {.label = "Outside"});
        Dialog dialog(ui, "d", {.title = "Ask", .body_height = 260});
        Rect body = dialog.body();
        field(ui, "line", cut_top(body, 80), line, {.label = "Line"});
        field(ui,
              "area",
              body,
              area,
              {.label = "Area", .kind = FieldKind::Multiline, .area_height = 80});
        entered += dialog.entered() ? 1 : 0;
    });
    CHECK(screen.semantics().take_focus_request() == screen->get(Role::TextField, "Line").id);
    screen->frame();
    CHECK(screen.semantics().take_focus_request() == 0);
    CHECK_FALSE(screen->get(Role::TextField, "Area").submits_on_enter);
    screen->submit("Line");
    CHECK(entered == 1);
}

TEST_CASE("dialog: a new task's first field has the focus, and Enter adds the task") {
    SessionScreen session(kiln_room().history());
    open_new_task(session);
    CHECK(session.app.semantics().take_focus_request() ==
          session->get(Role::TextField, "What is to be done?").id);
    session->type("What is to be done?", "Ask my accountant about VAT");
    session->submit("What is to be done?");
    session->settle();
    CHECK(session->find(Role::Dialog, "Add a task") == nullptr);
    CHECK(session.shows("Ask my accountant about VAT"));
}

TEST_CASE("dialog: Enter says below the field what is missing") {
    SessionScreen session(kiln_room().history());
    open_new_task(session);
    session->submit("Hours");
    session->settle();
    const Node& title = session->get(Role::TextField, "What is to be done?");
    CHECK(title.invalid);
    CHECK(title.description == "Please say what is to be done.");
}

TEST_CASE("dialog: a price in words is kept whole, and Enter explains what a price is") {
    SessionScreen session(kiln_room().history());
    open_decision(session, "Price");
    const Node& price = session->get(Role::TextField, "Price");
    CHECK(session.app.semantics().take_focus_request() == price.id);
    CHECK(price.max_length >= 24);
    session->type("Price", "free-ish -10");
    session->submit("Price");
    session->settle();
    const Node& refused = session->get(Role::TextField, "Price");
    CHECK(refused.value == "free-ish -10");
    CHECK(refused.invalid);
    CHECK(refused.description == "Enter a price such as 29 or 9.90.");
}

TEST_CASE("dialog: where a choice comes first it has the focus") {
    SessionScreen session(kiln_room().history());
    open_decision(session, "Platform");
    CHECK(session.app.semantics().take_focus_request() ==
          session->get(Role::Select, "Platform").id);
}

TEST_CASE("dialog: a long complaint below a narrow field pushes the next row down") {
    SessionScreen session(kiln_room().history());
    open_decision(session, "Structure");
    const float before =
        session->get(Role::TextField, "Why").rect.y - session->get(Role::TextField, "Tiers").rect.y;
    session->type("Roles", "three of them");
    session->submit("Roles");
    session->settle();
    CHECK(session->get(Role::TextField, "Roles").invalid);
    CHECK(session->get(Role::TextField, "Why").rect.y -
              session->get(Role::TextField, "Tiers").rect.y >
          before + 16);
}
