#include <set>

#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

const Node& row_text(SessionScreen& session, std::string_view text) {
    return session->get(Role::Text, text);
}

bool is_time(const Node& node) {
    return node.role == Role::Text && node.name.size() == 5 && node.name[2] == ':';
}

}  // namespace

TEST_CASE("activity: messages are plain words, and a suggestion says what it suggests") {
    SessionScreen session(kiln_room().history());
    session->activate(Role::Button, "Activity");
    session->settle();
    CHECK_FALSE(session.shows("**"));
    CHECK(session.shows("Open 40 founding seats at $20 on 15 January"));
    CHECK(session->find(Role::ListItem, "Suggestion") != nullptr);
    CHECK(row_text(session, "launch date, Fri 15 Jan 2027").rect.width > 0);
}

TEST_CASE("activity: the times stand below each other, with Undo and without") {
    SessionScreen session(kiln_room().history());
    session->activate(Role::Button, "Activity");
    session->settle();
    std::set<float> edges;
    int times = 0;
    for (const Node& node : session.app.semantics().nodes()) {
        if (is_time(node)) {
            edges.insert(node.rect.right());
            ++times;
        }
    }
    CHECK(times > 8);
    CHECK(edges.size() == 1);
    CHECK(session->find(Role::Button, "Undo Suggestion") != nullptr);
}

TEST_CASE("activity: on a phone the detail has a line of its own and its room") {
    SessionScreen session(kiln_room().history(), 390, 844);
    session->activate(Role::Button, "More");
    session->settle();
    session->activate(Role::MenuItem, "Activity");
    session->settle();
    const Rect title = row_text(session, "Structure recorded").rect;
    const Rect detail = row_text(session, "1 tier, 8 spaces, 3 roles, 94%").rect;
    CHECK(detail.y >= title.bottom());
    CHECK(detail.x == title.x);
    CHECK(detail.width > 240);
}
