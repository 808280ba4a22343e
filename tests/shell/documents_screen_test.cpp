// The documents screen: what can be drafted, and what a press of "Draft it" leads to.
#include <doctest/doctest.h>

#include "core/domain/guide/draft.h"
#include "core/domain/plan_template.h"
#include "tests/shell/session_screen.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

TEST_CASE("documents: each of the 22 deliverables is drafted by its button, under the same name") {
    SessionScreen session(kiln_room().history());
    session->settle();
    int drafted = 0;
    for (const domain::TaskSpec& task : domain::built_in_template().tasks) {
        session->activate(Role::Button, "Documents");
        session->settle();
        // On Circle the channel guide is the space guide.
        const std::string name = task.document_kind == "channel-guide"
                                     ? "Space guide"
                                     : domain::draft_title(task.document_kind);
        CAPTURE(name);
        session->activate(Role::Button, "Draft " + name);
        session->settle();
        session->activate(Role::Button, "Documents");
        session->settle();
        CHECK(session->find(Role::Button, "Draft " + name) == nullptr);
        CHECK(session->find(Role::Button, name + ", version 1") != nullptr);
        ++drafted;
    }
    CHECK(drafted == 22);
}
