#include <string>

#include <doctest/doctest.h>

#include "imgui.h"
#include "tests/shell/selection_reader.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;

TEST_CASE("text places: points and offsets of wrapped and empty lines fit together") {
    UiScreen screen([](Ui&) {});
    const Run run{.text = "one two three\n\nfour é five"};
    const TextLayout layout = lay_out({&run, 1}, TextStyle::Read, 70);
    REQUIRE(layout.lines.size() > 4);
    const Rect place{100, 50, 70, layout.height()};
    for (std::size_t at = 0; at <= layout.text.size(); ++at) {
        if (at < layout.text.size() &&
            (static_cast<unsigned char>(layout.text[at]) & 0xc0u) == 0x80) {
            continue;
        }
        const Rect caret = caret_rect(layout, place, Align::Left, at);
        const std::size_t back = offset_at(layout, place, Align::Left, caret.x, caret.y + 2);
        // Only the space at which a line was wrapped has no place of its own.
        CHECK((back == at || layout.text[back] == ' '));
    }
    CHECK(offset_at(layout, place, Align::Left, 0, 0) == 0);
    CHECK(offset_at(layout, place, Align::Left, 900, 900) == layout.text.size());
}

TEST_CASE("text places: a word has letters of any script, a paragraph ends at its line break") {
    const std::string text = "It's 39 € – naïve, 日本語!\nnext";
    const auto word = [&](std::size_t at) {
        const TextRange range = word_around(text, at);
        return text.substr(range.begin, range.end - range.begin);
    };
    CHECK(word(1) == "It's");
    CHECK(word(4) == "It's");
    CHECK(word(text.find("ve")) == "naïve");
    CHECK(word(text.find("日")) == "日本語");
    CHECK(word(text.size()) == "next");
    CHECK(word_around("", 0).empty());
    const TextRange first = paragraph_around(text, 3);
    CHECK(first.begin == 0);
    CHECK(first.end == text.find('\n'));
    CHECK(paragraph_around(text, text.size()).begin == text.find("next"));
}

TEST_CASE("selection: dragging marks what lies between, and then the screen rests") {
    Reader reader("Members keep that price.");
    reader.drag(reader.x_of(8), kTop + 10, reader.x_of(12), kTop + 12);
    CHECK(reader.chosen() == "keep|");
    reader.drag(reader.x_of(17), kTop + 10, reader.x_of(8), kTop + 12);
    CHECK(reader.chosen() == "keep that|");
}

TEST_CASE("selection: it reaches from one message into the next") {
    Reader reader("Members keep that price.");
    reader.drag(
        reader.x_of(13), kTop + 10, kLeft + text_width(TextStyle::Read, "Mid"), reader.own_y());
    CHECK(reader.chosen() == "that price.|Mid");
}

TEST_CASE("selection: two quick presses are a double click, however late their frames come") {
    Reader reader("Members keep that price.");
    const float x = reader.x_of(10);
    const auto click = [&](double at) {
        reader.screen->move_to(x, kTop + 10);
        reader.screen.ui().expect_press(at);
        reader.screen->press();
        reader.screen->frame(1);
        reader.screen->release();
    };
    click(7.0);
    click(7.2);
    CHECK(reader.chosen() == "keep|");
    click(9.0);
    CHECK(reader.selection.empty());
    click(9.6);
    CHECK(reader.selection.empty());
}

TEST_CASE("selection: two clicks mark the word, three the paragraph, Shift extends to the place") {
    Reader reader("- Seats for the founding members\n- second");
    const float x = kLeft + kListIndent + text_width(TextStyle::Read, "Seats fo");
    reader.screen->click_at(x, kTop + 10);
    CHECK(reader.selection.empty());
    reader.screen->click_at(x, kTop + 10);
    CHECK(reader.chosen() == "for|");
    reader.screen->click_at(x, kTop + 10);
    CHECK(reader.chosen() == "- Seats for the founding members|");
    reader.screen->wait(1);
    reader.screen->click_at(x, kTop + 10);
    CHECK(reader.selection.empty());
    reader.hold_shift(true);
    reader.screen->click_at(kLeft + kListIndent + text_width(TextStyle::Read, "Seats for the"),
                            kTop + 10);
    reader.hold_shift(false);
    CHECK(reader.chosen() == "r the|");
}

TEST_CASE("selection: dragging on after two clicks goes word by word") {
    Reader reader("Members keep that price.");
    reader.screen->click_at(reader.x_of(9), kTop + 10);
    reader.screen->move_to(reader.x_of(9), kTop + 10);
    reader.screen->press();
    reader.screen->move_to(reader.x_of(14), kTop + 10);
    reader.screen->release();
    reader.screen->frame();
    CHECK(reader.chosen() == "keep that|");
}

TEST_CASE("selection: a click elsewhere and Escape select nothing") {
    Reader reader("Members keep that price.");
    const auto select = [&] {
        reader.drag(reader.x_of(0), kTop + 10, reader.x_of(7), kTop + 10);
    };
    select();
    CHECK_FALSE(reader.selection.empty());
    reader.screen->escape();
    CHECK(reader.selection.empty());
    select();
    reader.screen->click_at(400, kTop + 10);
    CHECK(reader.selection.empty());
    select();
    reader.screen->click_at(400, 480);
    CHECK(reader.selection.empty());
}

TEST_CASE("selection: links and the button of code keep their presses") {
    Reader reader("See [the cap](https://example.com/cap) now.\n\n```\nls\n```\n");
    reader.screen->click(Role::Link, "the cap");
    reader.screen->click(Role::Button, "Copy code");
    CHECK(reader.screen.platform().opened.size() == 1);
    CHECK(reader.screen.platform().copied == std::vector<std::string>{"ls"});
    reader.drag(reader.x_of(0), kTop + 10, reader.x_of(15), kTop + 10);
    CHECK(reader.chosen() == "See [the cap](https://example.com/cap) now|");
    CHECK(reader.screen.platform().opened.size() == 1);
}

TEST_CASE("selection: Ctrl A selects the message that has the focus") {
    Reader reader("Members keep that price.");
    reader.screen->key(ImGuiKey_A, true);
    CHECK(reader.selection.empty());
    reader.screen->focus(Role::Article, "Own");
    reader.screen->key(ImGuiKey_A, true);
    CHECK(reader.chosen() == "|Mid January, maybe.");
    CHECK(reader.screen.semantics().take_announcements().size() == 1);
}

TEST_CASE("selection: dragging beyond the edge scrolls on") {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += "line " + std::to_string(i) + "\n\n";
    }
    Reader reader(text);
    reader.screen->move_to(reader.x_of(0), kTop + 10);
    reader.screen->press();
    reader.screen->move_to(200, 460);
    reader.screen->wait(2);
    CHECK(reader.scroll.offset > 400);
    const float there = reader.scroll.offset;
    reader.screen->release();
    reader.screen->settle();
    CHECK(reader.scroll.offset == there);
    CHECK(reader.selection.first().offset == 0);
    CHECK(reader.selection.last().item == 2);
}

TEST_CASE("selection: a finger's drag scrolls and its tap selects nothing") {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += "line " + std::to_string(i) + "\n\n";
    }
    Reader reader(text);
    reader.screen->use_touch(true);
    reader.screen->move_to(60, 300);
    reader.screen->press();
    reader.screen->move_to(60, 280);
    reader.screen->move_to(62, 200);
    reader.screen->release();
    reader.screen->settle();
    CHECK(reader.scroll.offset > 50);
    CHECK(reader.selection.empty());
    reader.screen->click_at(40, 100);
    reader.screen->settle();
    CHECK(reader.selection.empty());
}

TEST_CASE("selection: a long press marks a word, dragging on extends it, Copy copies it") {
    std::string text = "Members keep that price.\n\n";
    for (int i = 0; i < 60; ++i) {
        text += "line " + std::to_string(i) + "\n\n";
    }
    Reader reader(text);
    reader.screen->use_touch(true);
    reader.screen->move_to(reader.x_of(9), kTop + 10);
    reader.screen->press();
    reader.screen->wait(0.6f);
    CHECK(reader.chosen() == "keep|");
    CHECK(reader.screen->find(Role::Button, "Copy") == nullptr);
    reader.screen->move_to(reader.x_of(14), kTop + 14);
    reader.screen->move_to(60, kTop + 60);
    reader.screen->release();
    reader.screen->settle();
    CHECK(reader.chosen() == "keep that price.\n\nline 0|");
    CHECK(reader.scroll.offset == 0);
    reader.screen->click(Role::Button, "Copy");
    CHECK(reader.copies == 1);
    CHECK_FALSE(reader.selection.empty());
    reader.screen->click_at(300, 300);
    CHECK(reader.selection.empty());
    CHECK(reader.screen->find(Role::Button, "Copy") == nullptr);
}

TEST_CASE("selection: a finger moves each end by its handle") {
    Reader reader("Members keep that price.");
    reader.screen->use_touch(true);
    reader.screen->move_to(reader.x_of(9), kTop + 10);
    reader.screen->press();
    reader.screen->wait(0.6f);
    reader.screen->release();
    reader.screen->settle();
    REQUIRE(reader.chosen() == "keep|");
    const float below = kTop + 24 + 8;
    reader.drag(reader.x_of(12), below, reader.x_of(17), below);
    CHECK(reader.chosen() == "keep that|");
    reader.drag(reader.x_of(8), below, reader.x_of(0), below);
    CHECK(reader.chosen() == "Members keep that|");
}
