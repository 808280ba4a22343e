#include <string>

#include <doctest/doctest.h>

#include "shell/ui/markdown.h"
#include "tests/shell/drawn_texts.h"
#include "tests/shell/headless.h"
#include "tests/shell/parsed_markdown.h"

using namespace atrium::shell;
using atrium::shell::testing::parsed;
using atrium::shell::testing::texts_of;

TEST_CASE("markdown: lists, tasks, quotes and tables become flat blocks") {
    const auto blocks = parsed(
        "# Title\n\nText **bold** and *soft* `code` ~~gone~~\n\n"
        "1. one\n2. two\n   - inner\n\n- [x] done\n- [ ] open\n\n> said\n\n"
        "| a | b |\n|---|--:|\n| 1 | 2 |\n\n---\n");
    REQUIRE(blocks.size() == 10);
    CHECK(blocks[0].kind == BlockKind::Heading);
    CHECK(blocks[1].content.text == "Text bold and soft code gone");
    CHECK(blocks[1].content.spans[1].weight == Weight::Semibold);
    CHECK(blocks[1].content.spans[3].weight == Weight::Medium);
    CHECK(blocks[2].marker == "1");
    CHECK(blocks[3].marker == "2");
    CHECK(blocks[4].indent == 2);
    CHECK(blocks[5].task == TaskMark::Done);
    CHECK(blocks[6].task == TaskMark::Open);
    CHECK(blocks[7].quote == 1);
    CHECK(blocks[8].table.columns == 2);
    CHECK(blocks[8].table.cells.size() == 4);
    CHECK(blocks[8].table.aligns[1] == Align::Right);
    CHECK(blocks[9].kind == BlockKind::Rule);
}

TEST_CASE("markdown: only http, https and mailto are links, and HTML is text") {
    const auto blocks = parsed(
        "[a](https://example.com) [b](javascript:alert(1)) [c](mailto:a@b.c) [d](data:text/html,x) "
        "<b onclick=x>hi</b> &amp; &#65; &#x202e;");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].content.links ==
          std::vector<std::string>{"https://example.com", "mailto:a@b.c"});
    CHECK(blocks[0].content.text == "a b c d <b onclick=x>hi</b> & A ");
}

TEST_CASE("markdown: a line that defines a link elsewhere is shown as it is written") {
    const auto blocks = parsed(
        "1. [name]: [what]\n2. [name]: [what]\n   - [two\n     lines]: /somewhere\n\n"
        "> [quoted]: https://example.com\n\n    [in code]: x\n");
    REQUIRE(blocks.size() == 5);
    CHECK(blocks[0].content.text == "[name]: [what]");
    CHECK(blocks[1].content.text == "[name]: [what]");
    CHECK(blocks[2].content.text == "[two lines]: /somewhere");
    CHECK(blocks[3].content.text == "[quoted]: https://example.com");
    CHECK(blocks[3].content.links == std::vector<std::string>{"https://example.com"});
    CHECK(blocks[4].content.text == "[in code]: x");
}

TEST_CASE("markdown: growing text gives the same blocks as the whole text at once") {
    UiScreen screen([](Ui&) {});
    const std::string text =
        "Intro **with** words\n\n## Part\n- a\n- b\n\n- c\n\n```json\n{\n\n\"x\": 1 "
        "}\n```\nAfter\n\n"
        "| a |\n|---|\n| é |\n\nLast [link](https://example.com) … end\n";
    Markdown whole;
    whole.set_text(text);
    Markdown growing;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        growing.set_text(std::string_view(text).substr(0, end));
        growing.height(500);
    }
    CHECK(growing.plain_text() == whole.plain_text());
    CHECK(growing.height(500) == whole.height(500));
    CHECK(growing.text() == text);
    growing.set_text("something else");
    CHECK(growing.plain_text() == "something else");
}

TEST_CASE("markdown: links open, code copies, and both are in the semantics") {
    Markdown markdown;
    markdown.set_text("See [the cap](https://example.com/cap).\n\n```sh\nls -l\n```\n");
    UiScreen screen([&](Ui& ui) { markdown.draw(ui, "answer", 40, 40, 600); });
    CHECK(screen->get(Role::Link, "the cap").href == "https://example.com/cap");
    screen->click(Role::Link, "the cap");
    screen->click(Role::Button, "Copy code");
    CHECK(screen.platform().opened == std::vector<std::string>{"https://example.com/cap"});
    CHECK(screen.platform().copied == std::vector<std::string>{"ls -l"});
    screen->frame();
    CHECK(screen->find(Role::Button, "Copied") != nullptr);
}

TEST_CASE("markdown: hostile input is drawn in bounded pieces") {
    UiScreen screen([](Ui&) {});
    std::string quotes;
    for (int i = 0; i < 10000; ++i) {
        quotes += "> ";
    }
    std::string brackets(20000, '[');
    const std::string inputs[] = {std::string(1 << 20, 'a'),
                                  quotes + "deep",
                                  brackets,
                                  std::string(5000, '*') + "x" + std::string(5000, '_'),
                                  "```\n" + std::string(100000, '`'),
                                  std::string("a\0b\xff\xfe", 5),
                                  "| a |\n|" + std::string(30000, '-') + "|\n"};
    for (const std::string& input : inputs) {
        Markdown markdown;
        markdown.set_text(input);
        CHECK(markdown.height(648) > 0);
        CHECK(markdown.height(100) > 0);
    }
}

TEST_CASE("markdown: the writing caret stands behind the last character") {
    Markdown markdown;
    markdown.set_text("Members keep that price");
    bool drawn = false;
    UiScreen screen([&](Ui& ui) {
        markdown.draw(ui, "answer", 40, 40, 600, {.caret = true, .highlight = "price"});
        drawn = true;
    });
    CHECK(drawn);
    CHECK(screen->find(Role::Text, "Members keep that price") != nullptr);
}

TEST_CASE("markdown: a table breaks no word while it can be scrolled sideways") {
    const std::string text =
        "| Who | Role | Price | Opens | When they leave |\n|---|---|---|---|---|\n"
        "| Founding member | Member and Founding | founding price | everything | Discord takes the "
        "role away after the first cancellation. |\n";
    for (const float width : {367.0f, 200.0f}) {
        Markdown table;
        table.set_text(text);
        UiScreen screen([&](Ui& ui) { table.draw(ui, "table", 0, 0, width); });
        std::string words;
        for (const DrawnText& line : texts_of(screen)) {
            words += " " + line.text + " ";
        }
        CHECK(words.find("Founding") != std::string::npos);
        for (const char* part : {"everythi ", "Membe ", "Foundin "}) {
            CHECK(words.find(part) == std::string::npos);
        }
    }
}
