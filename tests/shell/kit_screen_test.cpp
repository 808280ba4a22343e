#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

void open_kit(SessionScreen& session) {
    session->activate(Role::Button, "Kit");
    session->settle();
}

}  // namespace

TEST_CASE("kit screen: one press downloads everything as one ZIP named for the launch") {
    SessionScreen session(kiln_room().history());
    open_kit(session);
    session->activate(Role::Button, "Download kit");
    session->settle();
    REQUIRE(session.platform.saved.size() == 1);
    const FakePlatform::SavedFile& file = session.platform.saved[0];
    CHECK(file.name == "the-kiln-room-launch-kit.zip");
    CHECK(file.media_type == "application/zip");
    CHECK(file.bytes.substr(0, 4) == "PK\x03\x04");
}

TEST_CASE("kit screen: says which decisions the files still wait for") {
    SessionScreen session(kiln_room().history());
    open_kit(session);
    CHECK(session.shows("Still open: Launch date, First month."));
    CHECK(session.shows("No launch day yet"));
}

TEST_CASE("kit screen: a card shows what its file holds, and downloads it alone") {
    SessionScreen session(kiln_room().history());
    open_kit(session);
    session->activate(Role::Button, "tasks.csv");
    session->settle();
    session->activate(Role::Button, "Download this file");
    session->settle();
    REQUIRE(session.platform.saved.size() == 1);
    CHECK(session.platform.saved[0].name == "tasks.csv");
    CHECK(session.platform.saved[0].media_type == "text/csv");
}

TEST_CASE("kit screen: a part of a file is selected and copied, Markdown as Markdown") {
    SessionScreen session(kiln_room().history());
    open_kit(session);
    const Rect title = session->get(Role::Heading, "The Kiln Room: launch plan").rect;
    for (int click = 0; click < 3; ++click) {
        session->click_at(title.x + 8, title.y + 12);
    }
    session->settle();
    CHECK(session.app.selected_text() == "# The Kiln Room: launch plan");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    session->key(ImGuiKey_LeftArrow, true);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    CHECK(session.app.selected_text() == "The Kiln Room: launch ");
    session->escape();
    CHECK(session.app.selected_text().empty());
}

TEST_CASE("kit screen: a spreadsheet is shown as a table with its rows and columns") {
    SessionScreen session(kiln_room().history());
    open_kit(session);
    session->activate(Role::Button, "forecast.csv");
    session->settle();
    CHECK(session->find(Role::ColumnHeader, "Members") != nullptr);
    CHECK(session->find(Role::Cell, "base") != nullptr);
}

TEST_CASE("kit screen: a text is selected as it is written, and another file selects nothing") {
    SessionScreen session(kiln_room().history());
    open_kit(session);
    session->activate(Role::Button, "calendar.ics");
    session->settle();
    session->focus(Role::Article, "calendar.ics");
    session->key(ImGuiKey_A, true);
    session->settle();
    session->activate(Role::Button, "Copy the text");
    REQUIRE(session.platform.copied.size() == 1);
    const std::string& whole = session.platform.copied[0];
    const std::string selected = session.app.selected_text();
    REQUIRE(selected.size() > 1'000);
    CHECK(selected.substr(0, 1'000) == whole.substr(0, 1'000));
    session->activate(Role::Button, "forecast.csv");
    session->settle();
    CHECK(session.app.selected_text().empty());
    session->activate(Role::Button, "calendar.ics");
    session->settle();
    CHECK(session.app.selected_text().empty());
}

TEST_CASE("kit screen: the blueprint is shown as places and as who may enter them") {
    SessionScreen session(kiln_room().history());
    open_kit(session);
    session->activate(Role::Button, "community-blueprint.json");
    session->settle();
    CHECK(session->count(Role::ListItem) >= 8);
    session->activate(Role::Tab, "Access");
    session->settle();
    CHECK(session->find(Role::Table, "Who may enter") != nullptr);
}

TEST_CASE("kit screen: what happens when someone leaves is said in whole sentences") {
    SessionScreen session(kiln_room().history());
    open_kit(session);
    session->activate(Role::Button, "community-blueprint.json");
    session->settle();
    CHECK(session.shows("Posts stay."));
}

TEST_CASE("kit screen: on a phone a file covers the list and leads back to it") {
    SessionScreen session(kiln_room().history(), 390, 844);
    session->activate(Role::Button, "More");
    session->settle();
    session->activate(Role::MenuItem, "Kit");
    session->settle();
    session->activate(Role::Button, "tasks.csv");
    session->settle();
    CHECK(session->find(Role::Heading, "tasks.csv") != nullptr);
    session->activate(Role::Button, "Back to the kit");
    session->settle();
    CHECK(session->find(Role::Button, "Download kit") != nullptr);
}
