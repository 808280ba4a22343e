#include <string>

#include <doctest/doctest.h>

#include "shell/theme/utf8.h"
#include "shell/ui/text.h"
#include "tests/shell/headless.h"

using namespace atrium::shell;

namespace {

std::string line_of(const TextLayout& layout, std::size_t index) {
    const TextLine& line = layout.lines[index];
    std::string words;
    for (std::uint32_t i = 0; i < line.piece_count; ++i) {
        const TextPiece& piece = layout.pieces[line.first_piece + i];
        words += layout.text.substr(piece.begin, piece.end - piece.begin);
    }
    return words;
}

TextLayout plain(std::string_view text, float width) {
    const Run run{.text = text};
    return lay_out({&run, 1}, TextStyle::Body, width);
}

}  // namespace

TEST_CASE("text: widths are those of Inter at the size asked for") {
    UiScreen screen([](Ui&) {});
    // 14 px Inter: "Confirm" is 49.9 px wide in a browser at weight 500.
    CHECK(text_width(TextStyle::BodyMedium, "Confirm") == doctest::Approx(54).epsilon(0.08));
    CHECK(text_width(TextStyle::Dense, "1111") == text_width(TextStyle::Dense, "8888"));
    CHECK(text_width(TextStyle::Body, "") == 0);
}

TEST_CASE(
    "text: lines break at spaces, hyphens and newlines, and a wrapped one has no space first") {
    UiScreen screen([](Ui&) {});
    const TextLayout layout = plain("Pick a task and choose\nDraft it with me", 90);
    REQUIRE(layout.lines.size() >= 4);
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        CHECK(line_of(layout, i).front() != ' ');
        CHECK(layout.lines[i].width <= 90);
    }
    CHECK(line_of(layout, 0) == "Pick a task");
    CHECK(plain("", 100).lines.size() == 1);
    CHECK(plain("a\n\nb", 100).lines.size() == 3);
    CHECK(plain("pre-launch", 50).lines.size() == 2);
}

TEST_CASE("text: blanks at the beginning of a written line are its indent") {
    UiScreen screen([](Ui&) {});
    const TextLayout list = plain("1. one\n   - nested\n2. two", 200);
    REQUIRE(list.lines.size() == 3);
    CHECK(line_of(list, 1) == "   - nested");
    CHECK(list.lines[1].begin == 7);
    CHECK(line_of(plain("  - first", 200), 0) == "  - first");
    const TextLayout wrapped = plain("   - pick a task and choose", 90);
    REQUIRE(wrapped.lines.size() > 1);
    CHECK(line_of(wrapped, 0).front() == ' ');
    CHECK(line_of(wrapped, 1).front() != ' ');
    CHECK(plain("one\n        \ntwo", 200).lines.size() == 3);
}

TEST_CASE("text: a carriage return is not drawn") {
    UiScreen screen([](Ui&) {});
    const TextLayout layout = plain("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", 200);
    REQUIRE(layout.lines.size() == 2);
    CHECK(line_of(layout, 0) == "BEGIN:VCALENDAR");
    CHECK(line_of(layout, 1) == "VERSION:2.0");
    CHECK(layout.text == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
}

TEST_CASE("text: a word wider than a line is cut, and CJK needs no spaces") {
    UiScreen screen([](Ui&) {});
    const TextLayout word = plain(std::string(400, 'w'), 100);
    CHECK(word.lines.size() > 20);
    for (const TextLine& line : word.lines) {
        CHECK(line.width <= 100);
    }
    CHECK(plain("日本語日本語日本語日本語日本語", 40).lines.size() > 2);
}

TEST_CASE("text: runs keep their look across lines, and a word may span two of them") {
    UiScreen screen([](Ui&) {});
    const Run runs[] = {
        {.text = "one bo"}, {.text = "ld", .weight = Weight::Semibold}, {.text = " three"}};
    const TextLayout layout = lay_out(runs, TextStyle::Body, 1000);
    REQUIRE(layout.lines.size() == 1);
    CHECK(layout.pieces.size() == 3);
    CHECK(line_of(layout, 0) == "one bold three");
    const TextLayout narrow = lay_out(runs, TextStyle::Body, 40);
    CHECK(line_of(narrow, 1) == "bold");
}

TEST_CASE("text: what does not fit ends with an ellipsis") {
    UiScreen screen([](Ui&) {});
    const std::string cut = elided(TextStyle::Body, "Write the community guidelines", 100);
    CHECK(cut.size() < 25);
    CHECK(cut.substr(cut.size() - 3) == "\xe2\x80\xa6");
    CHECK(text_width(TextStyle::Body, cut) <= 100);
    CHECK(elided(TextStyle::Body, "Short", 100) == "Short");
}

TEST_CASE("text: paragraphs are remembered, headings and labels are read out") {
    float height = 0;
    UiScreen screen([&](Ui& ui) {
        height = paragraph(
            ui, "p", 10, 10, 120, TextStyle::Body, tokens().text_1, "one two three four five six");
        heading(ui, {10, 200, 300, 28}, 2, TextStyle::Title, tokens().text_1, "Price page");
        emphasised(
            ui, "e", 10, 300, 300, TextStyle::Dense, tokens().text_1, "change **6 tasks** now");
    });
    CHECK(height == 40);
    CHECK(screen->get(Role::Text, "one two").rect.height == 40);
    CHECK(screen->get(Role::Heading, "Price page").level == 2);
    CHECK(screen->find(Role::Text, "change 6 tasks now") != nullptr);
}

TEST_CASE("utf8: malformed bytes become the replacement character, controls and bidi marks go") {
    std::size_t at = 0;
    CHECK(next_character("\xc3\xa9", at) == 0xe9);
    CHECK(at == 2);
    for (std::string_view broken :
         {"\xff", "\xc0\xaf", "\xe2\x82", "\xed\xa0\x80", "\xf5\x80\x80\x80"}) {
        at = 0;
        CHECK(next_character(broken, at) == kReplacement);
        CHECK(at == 1);
    }
    CHECK(harmless_text("a\x1b[31mb\x07 c\r\nd\re") == "a[31mb c\nd\ne");
    CHECK(harmless_text("\xe2\x80\xaegpj.exe\xe2\x80\xac \xef\xbb\xbfok") == "gpj.exe ok");
}
