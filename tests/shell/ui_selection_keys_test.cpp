// Selecting with Shift and the keys that move a caret.
#include <string>

#include <doctest/doctest.h>

#include "tests/shell/selection_reader.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

// "keep" is selected, from its beginning to its end.
void select_keep(Reader& reader) {
    reader.drag(reader.x_of(8), kTop + 10, reader.x_of(12), kTop + 10);
    REQUIRE(reader.chosen() == "keep|");
}

std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += "line " + std::to_string(i) + "\n\n";
    }
    return text;
}

}  // namespace

TEST_CASE("text places: words are walked in any script, and end where the text ends") {
    const std::string text = "It's 39 –, naïve!";
    CHECK(word_end_after(text, 0) == 4);
    CHECK(word_end_after(text, 4) == 7);
    CHECK(word_end_after(text, 7) == text.size() - 1);
    CHECK(word_end_after(text, text.size() - 1) == text.size());
    CHECK(word_begin_before(text, text.size()) == text.find("na"));
    CHECK(word_begin_before(text, text.find("na")) == 5);
    CHECK(word_begin_before(text, 0) == 0);
    CHECK(character_after(text, text.find("–")) == text.find(","));
    CHECK(character_before(text, text.find(",")) == text.find("–"));
    CHECK(character_before(text, 0) == 0);
    CHECK(character_after(text, text.size()) == text.size());
}

TEST_CASE("selection keys: Shift with an arrow moves the end that was reached, by a character") {
    Reader reader("Members keep that prïce.");
    select_keep(reader);
    reader.shift(ImGuiKey_RightArrow);
    reader.shift(ImGuiKey_RightArrow);
    CHECK(reader.chosen() == "keep t|");
    for (int i = 0; i < 4; ++i) {
        reader.shift(ImGuiKey_LeftArrow);
    }
    CHECK(reader.chosen() == "ke|");
    for (int i = 0; i < 4; ++i) {
        reader.shift(ImGuiKey_LeftArrow);
    }
    CHECK(reader.chosen() == "s |");
    reader.shift(ImGuiKey_End);
    for (int i = 0; i < 3; ++i) {
        reader.shift(ImGuiKey_LeftArrow);
    }
    CHECK(reader.chosen() == "keep that prï|");
    // A selection that was made backwards has its end at the left.
    reader.drag(reader.x_of(12), kTop + 10, reader.x_of(8), kTop + 10);
    reader.shift(ImGuiKey_LeftArrow);
    CHECK(reader.chosen() == " keep|");
}

TEST_CASE("selection keys: after two clicks it is the word that grows") {
    Reader reader("Members keep that price.");
    reader.screen->click_at(reader.x_of(9), kTop + 10);
    reader.screen->click_at(reader.x_of(9), kTop + 10);
    reader.screen->wait(1);
    reader.shift(ImGuiKey_RightArrow);
    CHECK(reader.chosen() == "keep |");
}

TEST_CASE("selection keys: with Ctrl it moves by words, on a Mac with Alt") {
    Reader reader("Members keep that price.");
    select_keep(reader);
    reader.shift(ImGuiKey_RightArrow, true);
    CHECK(reader.chosen() == "keep that|");
    reader.shift(ImGuiKey_LeftArrow, true);
    reader.shift(ImGuiKey_LeftArrow, true);
    CHECK(reader.chosen() == "|");
    reader.shift(ImGuiKey_LeftArrow, true);
    CHECK(reader.chosen() == "Members |");
    ImGui::GetIO().ConfigMacOSXBehaviors = true;
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, true);
    reader.shift(ImGuiKey_RightArrow);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, false);
    CHECK(reader.chosen() == " |");
    // Cmd, which Dear ImGui swaps with Ctrl there.
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Super, true);
    reader.shift(ImGuiKey_RightArrow);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Super, false);
    CHECK(reader.chosen() == "keep that price.|");
}

TEST_CASE("selection keys: Home and End go to the ends of the line that is seen") {
    Reader reader(
        "Members keep that price for as long as they stay, and whoever leaves and comes back later "
        "pays what is asked then.");
    select_keep(reader);
    reader.shift(ImGuiKey_End);
    const std::string first_line = reader.chosen();
    CHECK(first_line.size() > 40);
    CHECK(first_line.size() < 100);
    CHECK(first_line.find("asked") == std::string::npos);
    reader.shift(ImGuiKey_Home);
    CHECK(reader.chosen() == "Members |");
    reader.shift(ImGuiKey_End, true);
    CHECK(reader.selection.last().offset == reader.answer.flat_length());
    CHECK(reader.selection.first().offset == 8);
    reader.shift(ImGuiKey_Home, true);
    CHECK(reader.chosen() == "Members |");
}

TEST_CASE("selection keys: up and down keep the column over short lines and blocks") {
    Reader reader("Members keep that price.\n\nNo.\n\nMembers keep that price.");
    select_keep(reader);
    reader.shift(ImGuiKey_DownArrow);
    CHECK(reader.chosen() == "keep that price.\n\nNo.|");
    reader.shift(ImGuiKey_DownArrow);
    CHECK(reader.chosen() == "keep that price.\n\nNo.\n\nMembers keep|");
    reader.shift(ImGuiKey_UpArrow);
    reader.shift(ImGuiKey_UpArrow);
    CHECK(reader.chosen() == "keep|");
    reader.shift(ImGuiKey_UpArrow);
    CHECK(reader.chosen() == "Members |");
}

TEST_CASE("selection keys: in a table down leads to the cell below") {
    Reader reader("| Date | Left |\n|---|--:|\n| 8 Jan | 27 h |\n| 15 Jan | 39 h |");
    const Rect cell = reader.screen->get(Role::Cell, "8 Jan").rect;
    reader.drag(cell.x + 1, cell.y + 16, cell.x + 15, cell.y + 16);
    CHECK(reader.selection.last().offset < std::string("Date Left 8 Jan").size());
    reader.shift(ImGuiKey_DownArrow);
    const std::size_t below = std::string("Date Left 8 Jan 27 h ").size();
    CHECK(reader.selection.last().offset > below);
    CHECK(reader.selection.last().offset <= below + 6);
}

TEST_CASE("selection keys: it goes on into the next message and back") {
    Reader reader("Members keep that price.");
    select_keep(reader);
    reader.shift(ImGuiKey_DownArrow);
    CHECK(reader.chosen().substr(0, 17) == "keep that price.|");
    CHECK(reader.selection.last().item == 2);
    reader.shift(ImGuiKey_Home);
    CHECK(reader.chosen() == "keep that price.|");
    reader.shift(ImGuiKey_RightArrow, true);
    CHECK(reader.chosen() == "keep that price.|Mid");
    reader.shift(ImGuiKey_LeftArrow, true);
    reader.shift(ImGuiKey_LeftArrow);
    CHECK(reader.selection.last() == TextPlace{1, reader.answer.flat_length()});
}

TEST_CASE("selection keys: the end that moves is brought into view, also from far away") {
    Reader reader(lines(60));
    reader.drag(reader.x_of(0), kTop + 10, reader.x_of(4), kTop + 10);
    for (int i = 0; i < 30; ++i) {
        reader.shift(ImGuiKey_DownArrow);
    }
    CHECK(reader.scroll.offset > 300);
    CHECK(reader.chosen().find("line 29") != std::string::npos);
    CHECK(reader.chosen().find("line 31") == std::string::npos);
    reader.screen->move_to(100, 100);
    reader.screen->wheel(-5000);
    reader.screen->settle();
    REQUIRE(reader.scroll.offset == 0);
    reader.shift(ImGuiKey_DownArrow);
    reader.shift(ImGuiKey_DownArrow);
    CHECK(reader.scroll.offset > 300);
    CHECK(reader.chosen().find("line 31") != std::string::npos);
}

TEST_CASE("selection keys: it goes on into a block that is still out of sight") {
    Reader reader(
        "Members keep.\n\n| Date | Left |\n|---|--:|\n| 8 Jan | 27 h |\n\n```sh\nls\n```");
    reader.view_height = kTop + 26;
    reader.screen->settle();
    reader.drag(reader.x_of(0), kTop + 10, reader.x_of(2), kTop + 10);
    reader.shift(ImGuiKey_DownArrow);
    CHECK(reader.selection.last().offset > std::string("Members keep.").size());
    CHECK(reader.selection.last().offset <= std::string("Members keep. Date").size());
    CHECK(reader.scroll.offset > 0);
    for (int i = 0; i < 2; ++i) {
        reader.shift(ImGuiKey_DownArrow);
    }
    CHECK(reader.selection.last().offset >= reader.answer.flat_length() - 2);
    CHECK(reader.selection.last().item == 1);
}

TEST_CASE("selection keys: on the message with the focus Shift begins at its beginning") {
    Reader reader("Members keep that price.");
    reader.screen->focus(Role::Article, "Own");
    reader.shift(ImGuiKey_RightArrow, true);
    CHECK(reader.chosen() == "|Mid");
    reader.screen->key(ImGuiKey_A, true);
    reader.shift(ImGuiKey_LeftArrow);
    CHECK(reader.chosen() == "|Mid January, maybe");
}

TEST_CASE("selection keys: screen readers are told what a key selects and what no longer") {
    Reader reader("Members keep that price.");
    reader.screen->focus(Role::Article, "Own");
    const auto told = [&](ImGuiKey key) {
        reader.screen.semantics().take_announcements();
        reader.shift(key, true);
        return reader.screen.semantics().take_announcements();
    };
    CHECK(told(ImGuiKey_RightArrow) == std::vector<std::string>{"Mid, selected."});
    CHECK(told(ImGuiKey_RightArrow) == std::vector<std::string>{" January, selected."});
    CHECK(told(ImGuiKey_LeftArrow) == std::vector<std::string>{"January, no longer selected."});
}

TEST_CASE("selection keys: Ctrl A selects all of the message in which the selection is") {
    Reader reader("Members keep that price.");
    select_keep(reader);
    reader.screen->key(ImGuiKey_A, true);
    CHECK(reader.chosen() == "Members keep that price.|");
}

TEST_CASE(
    "selection keys: without Shift, without a selection and for others' focus nothing moves") {
    Reader reader("Members keep that price.");
    reader.shift(ImGuiKey_RightArrow);
    CHECK(reader.selection.empty());
    CHECK_FALSE(reader.selection.takes_keys);
    select_keep(reader);
    CHECK(reader.selection.takes_keys);
    reader.screen->key(ImGuiKey_RightArrow);
    CHECK(reader.chosen() == "keep|");
    // A field, a slider, a list: whatever has the focus has the keys.
    reader.screen->act({.kind = SemanticAction::Kind::Focus, .id = 77});
    CHECK_FALSE(reader.selection.takes_keys);
    reader.shift(ImGuiKey_RightArrow);
    reader.shift(ImGuiKey_RightArrow, true);
    CHECK(reader.chosen() == "keep|");
}

TEST_CASE("selection: what is selected stays it while marks come to an end and blocks come apart") {
    const auto grows = [](std::string_view before, std::string_view words, std::string_view after) {
        Markdown text;
        text.set_text(before);
        const std::string flat = text.flat_text();
        CHECK(flat.size() == text.flat_length());
        const std::size_t begin = flat.find(words);
        REQUIRE(begin != std::string::npos);
        TextSelection selection;
        selection.start({{1, begin}, {1, begin}});
        selection.move_focus({1, begin + words.size()});
        text.set_text(after);
        selection.text_changed(1, flat, text.flat_text());
        const TextRange part = selection.within(1, text.flat_length());
        return text.flat_text().substr(part.begin, part.end - part.begin);
    };
    CHECK(grows("One two", "two", "One two three") == "two");
    CHECK(grows("Take **15 Janu", "15 Jan", "Take **15 January** and") == "15 Jan");
    CHECK(grows("é *ö `ä", "ö `ä", "é *ö `ä`* ë") == "ö ä");
    CHECK(grows("See [the cap](https", "the cap", "See [the cap](https://e.com) now") == "the cap");
    CHECK(grows("| Date | Left |\n|--", "Date | Left", "| Date | Left |\n|---|---|\n| 8 |") ==
          "Date\nLeft");
    CHECK(grows("a\n\n---\n\nb **c", "b **c", "a\n\n---\n\nb **c** d") == "b c");
}
