#include <string>

#include <doctest/doctest.h>

#include "shell/ui/markdown.h"
#include "shell/ui/markdown_write.h"
#include "tests/shell/parsed_markdown.h"

using namespace atrium::shell;
using atrium::shell::testing::parsed;

namespace {

std::string written(const std::vector<Block>& blocks) {
    std::vector<BlockPart> parts;
    for (const Block& block : blocks) {
        parts.push_back({&block, {0, flat_size(block)}});
    }
    return write_markdown(parts);
}

std::string described(const InlineText& text) {
    std::string all;
    for (const InlineSpan& span : text.spans) {
        all += "[" + text.text.substr(span.begin, span.end - span.begin) + "|" +
               std::to_string(static_cast<int>(span.weight)) + "|" + std::to_string(span.mark) +
               "|";
        for (const InlineMark mark : span.around) {
            all += std::to_string(static_cast<int>(mark));
        }
        all += (span.link < 0 ? "" : "|" + text.links[static_cast<std::size_t>(span.link)]) + "]";
    }
    return all;
}

// All that a reader sees of the blocks.
std::string described(const std::vector<Block>& blocks) {
    std::string all;
    for (const Block& block : blocks) {
        all += std::to_string(static_cast<int>(block.kind)) + " " + std::to_string(block.level) +
               " " + std::to_string(block.indent) + " " + std::to_string(block.quote) + " " +
               block.marker + " " + std::to_string(static_cast<int>(block.task)) + " ";
        all += block.kind == BlockKind::Code ? block.content.text : described(block.content);
        for (const InlineText& cell : block.table.cells) {
            all += " / " + described(cell);
        }
        all += "\n";
    }
    return all;
}

// The part of the flat text from the first to before the second of these words.
std::string part(std::string_view text, std::size_t begin, std::size_t end) {
    Markdown markdown;
    markdown.set_text(text);
    return markdown.markdown_of({begin, end});
}

}  // namespace

TEST_CASE("markdown writing: what is written reads as what was read") {
    const char* texts[] = {
        "# Title\n\nText **bold** and *soft*, `code`, ~~gone~~ and [a "
        "**link**](https://e.com/a_b).",
        "1. one\n2. two\n    - inner\n    - [x] done\n\n- bullet\n\n> said\n>\n> and more",
        "- one\n\n    more of one\n\n- two\n    ```\n    code in a list\n    ```",
        "| a | b |\n|---|--:|\n| **1** \\| 2 | `x` |\n| 3 | |\n\n---\n\nend",
        "```\nx = `1`\n\n    y\n```\n\nAfter",
        "2\\*3\\*4, \\_private\\_, snake_case, AT&T, &amp;copy; \\`tick\\`, a\\\nb, \\# no title",
        "\\- no list\n\n3\\. no list\n\n\\> no quote\n\n-5 degrees, \\[a\\](b), C:\\dir, \\\\*",
        "See https://example.com/a_b_c and me@example.com. ``a`b`` *a* **b c** *d*e",
        "## **All bold**\n\n**a** **b**\n\n> # quoted title\n>\n> - in a quote\n>     - deeper",
        "**bold *soft `code` soft* bold** ***both*** *soft **both*** ~~**gone *all***~~ **a*b*c**",
        "**see [the *cap*](https://e.com/cap) now**, [**x**](https://e.com) and "
        "**[x](https://e.com)**",
        "**\\*** *a\\\\* [a\\]b](https://e.com) wow\\![a](https://e.com) **https://e.com/a_b** "
        "*`x`*",
    };
    for (const char* text : texts) {
        const std::vector<Block> blocks = parsed(text);
        const std::string again = written(blocks);
        CHECK_MESSAGE(described(parsed(again)) == described(blocks), again);
    }
}

TEST_CASE("markdown writing: the whole text is copied as it was written") {
    const std::string text = "*  odd   list\n\n\n__bold__ &amp; more\n";
    Markdown markdown;
    markdown.set_text(text);
    CHECK(markdown.markdown_of({0, markdown.flat_length()}) == text);
}

TEST_CASE("markdown writing: a piece of a block is words with their marks") {
    //                  0    5        14         (flat)
    const char* text = "Take **15 January** or [ask me](https://example.com/x).";
    CHECK(part(text, 5, 7) == "**15**");
    CHECK(part(text, 0, 7) == "Take **15**");
    CHECK(part(text, 19, 25) == "[ask me](https://example.com/x)");
    CHECK(part(text, 7, 20) == " **January** or [a](https://example.com/x)");
    CHECK(part("## A title here", 2, 7) == "title");
    CHECK(part("- first item", 0, 5) == "first");
}

TEST_CASE("markdown writing: a piece keeps what is nested in it") {
    //                          (flat) Price: only $29 now for all
    const char* bold = "Price: **only *$29* now** for all";
    CHECK(part(bold, 7, 19) == "**only *$29* now**");
    CHECK(part(bold, 9, 14) == "**ly *$2***");
    CHECK(part(bold, 16, 21) == "**now** f");
    CHECK(part("*see `x y` now*", 1, 5) == "*ee `x`*");
    CHECK(part("**take [the *best*](https://e.com) now**", 2, 10) ==
          "**ke [the *b*](https://e.com)**");
    CHECK(part("[a **bold** link](https://e.com)", 4, 9) == "[**ld** li](https://e.com)");
    CHECK(part("~~old **price**~~ new", 2, 7) == "~~d **pri**~~");
    CHECK(part("***all of it***", 4, 9) == "***of it***");
}

TEST_CASE("markdown writing: words in every nesting of marks read as they were") {
    // Every sequence of four opened and closed marks around letters, with and without spaces.
    const std::string_view marks[] = {"**", "*", "~~", "`"};
    for (int number = 0; number < 4 * 4 * 4 * 8; ++number) {
        const std::string a(marks[number % 4]);
        const std::string b(marks[number / 4 % 4]);
        const std::string c(marks[number / 16 % 4]);
        const std::string gap = (number / 64 % 2) != 0 ? " " : "";
        const bool nested = (number / 128 % 2) != 0;
        const bool linked = (number / 256 % 2) != 0;
        std::string text = nested ? a + "x" + gap + b + "y" + c + "z" + c + b + gap + "w" + a
                                  : a + "x" + gap + b + "y" + b + a + gap + c + "z" + c;
        text = linked ? "q [" + text + "](https://e.com) q" : text;
        const std::vector<Block> blocks = parsed(text);
        const std::string again = written(blocks);
        CHECK_MESSAGE(described(parsed(again)) == described(blocks), (text + "  became  " + again));
    }
}

TEST_CASE("markdown writing: a piece of a plain address is plain words") {
    const char* text = "See https://example.com/a_b for more.";
    CHECK(part(text, 0, 23) == "See https://example.com");
    CHECK(part(text, 4, 27) == "https://example.com/a_b");
}

TEST_CASE("markdown writing: several blocks keep their own marks") {
    const char* text = "## Plan\n\n1. one thing\n2. two\n\n```sh\nls\n```\n";
    // Plan(4) 'one thing'(9) two(3) ls(2)
    CHECK(part(text, 9, 18) == "thing\n\n2. two");
    CHECK(part(text, 2, 14) == "an\n\n1. one thing");
    CHECK(part(text, 15, 21) == "2. two\n\n```sh\nls\n```");
    CHECK(part("- item", 0, 4) == "- item");
}

TEST_CASE("markdown writing: of a table one cell is words, more are whole rows under the head") {
    const char* text = "| Date | Left |\n|---|--:|\n| 8 Jan | 27 h |\n| 15 Jan | 39 h |\n\nend";
    // Date(4) Left(4) '8 Jan'(5) '27 h'(4) '15 Jan'(6) '39 h'(4)
    CHECK(part(text, 10, 15) == "8 Jan");
    CHECK(part(text, 16, 27) == "| Date | Left |\n|---|--:|\n| 8 Jan | 27 h |\n| 15 Jan | 39 h |");
    CHECK(part(text, 21, 32) == "| Date | Left |\n|---|--:|\n| 15 Jan | 39 h |");
}
