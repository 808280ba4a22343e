#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

// The demo creator's setup at the step with the audience.
void open_audience_step(SessionScreen& session) {
    session->settle();
    session->activate(Role::Button, "Use the demo creator");
    session->settle();
    session->activate(Role::Button, "Back");
    session->settle();
}

}  // namespace

TEST_CASE("setup: days away open in sight, with the focus in the first day") {
    SessionScreen session({}, 1440, 800);
    open_audience_step(session);
    session->activate(Role::Button, "Add days away");
    const NodeId first = session->get(Role::TextField, "First day away").id;
    CHECK(session.app.semantics().take_focus_request() == first);
    session->focus(Role::TextField, "First day away");
    session->settle();
    const Rect form = session->get(Role::Main, "Setup").rect;
    CHECK(session->get(Role::TextField, "First day away").rect.height > 30);
    const Rect add = session->get(Role::Button, "Add these days").rect;
    CHECK(add.height >= 32);
    CHECK(add.bottom() < form.bottom());
}
