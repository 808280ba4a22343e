#include "shell/views/palette.h"

#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

std::vector<PaletteEntry> three_entries() {
    return {{"Set the price", "Task", nullptr, nullptr},
            {"Decide Price", "Decision", nullptr, nullptr},
            {"Plan", "Go to", nullptr, nullptr}};
}

}  // namespace

TEST_CASE("palette: every word has to occur, in any order and letter case") {
    using Found = std::vector<std::size_t>;
    CHECK(matching_entries(three_entries(), "PRICE") == Found{0, 1});
    CHECK(matching_entries(three_entries(), "price decision") == Found{1});
    CHECK(matching_entries(three_entries(), "nothing").empty());
    CHECK(matching_entries(three_entries(), "").size() == 3);
}

TEST_CASE("palette: a slip of the hand is forgiven where nothing else is found") {
    using Found = std::vector<std::size_t>;
    CHECK(matching_entries(three_entries(), "prcie") == Found{0, 1});
    CHECK(matching_entries(three_entries(), "decde") == Found{1});
    CHECK(matching_entries(three_entries(), "decidde price") == Found{1});
    CHECK(matching_entries(three_entries(), "plann") == Found{2});
    CHECK(matching_entries(three_entries(), "prise it").empty());
    CHECK(matching_entries(three_entries(), "forecast").empty());
}

TEST_CASE("palette: what begins with the text comes first") {
    CHECK(matching_entries(three_entries(), "pl").front() == 2);
    CHECK(matching_entries(three_entries(), "de").front() == 1);
}

TEST_CASE("palette: Ctrl K, a few letters and Enter open a screen") {
    SessionScreen session(kiln_room().history());
    session->key(ImGuiKey_K, true);
    session->settle();
    session->type("Screen, task, decision or action", "forecast");
    session->submit("Screen, task, decision or action");
    session->settle();
    CHECK(session->find(Role::Heading, "Forecast") != nullptr);
    CHECK(session->find(Role::Dialog, "Go to or do") == nullptr);
}

TEST_CASE("palette: the arrow keys choose another entry") {
    SessionScreen session(kiln_room().history());
    session->key(ImGuiKey_K, true);
    session->settle();
    session->key(ImGuiKey_DownArrow);
    session->submit("Screen, task, decision or action");
    session->settle();
    CHECK(session->get(Role::Button, "Plan").selected == Toggle::On);
}

TEST_CASE("palette: Escape closes it and nothing has changed") {
    SessionScreen session(kiln_room().history());
    session->key(ImGuiKey_K, true);
    session->settle();
    session->escape();
    session->settle();
    CHECK(session->find(Role::Dialog, "Go to or do") == nullptr);
    CHECK(session->get(Role::Button, "Session").selected == Toggle::On);
}
