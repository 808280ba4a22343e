// The formats by themselves: tables, calendars, names, HTML, the archive.
#include <doctest/doctest.h>

#include "core/domain/kit/csv.h"
#include "core/domain/kit/ics.h"
#include "core/domain/kit/markdown.h"
#include "core/domain/kit/names.h"
#include "core/domain/kit/plan_document.h"
#include "core/domain/kit/zip.h"

using namespace atrium::domain;
using namespace atrium::domain::kit;

TEST_CASE("csv: commas, quotes and line breaks are quoted, lines end in CRLF") {
    CsvTable table({"Name", "Note"});
    table.add({csv_text("a,b"), csv_text("she said \"no\"\nand left")});
    CHECK(table.text() == "\xEF\xBB\xBFName,Note\r\n\"a,b\",\"she said \"\"no\"\"\nand left\"\r\n");
}

TEST_CASE("csv: a text that a spreadsheet takes for a formula gets an apostrophe") {
    for (const char* formula :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "＝1"}) {
        CAPTURE(formula);
        const std::string cell = csv_text(formula).text;
        CHECK((cell[0] == '\'' || (cell[0] == '"' && cell[1] == '\'')));
    }
    CHECK(csv_text("a=b").text == "a=b");
    CHECK(csv_text("").text.empty());
    CHECK(csv_text("=HYPERLINK(\"http://x\",\"y\")").text ==
          "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
}

TEST_CASE("csv: what was written is read again, cell by cell") {
    CsvTable table({"Name", "Note"});
    table.add({csv_text("a,b"), csv_text("she said \"no\"\r\nand left")});
    table.add({csv_text(""), csv_number(2.5)});
    const std::vector<std::vector<std::string>> rows = {
        {"Name", "Note"}, {"a,b", "she said \"no\"\r\nand left"}, {"", "2.5"}};
    CHECK(rows_from_csv(table.text()) == rows);
    CHECK(rows_from_csv(table.text() + "\"half a").size() == 3);
}

TEST_CASE("csv: numbers have a point and at most two decimals") {
    CHECK(csv_number(1478.17).text == "1478.17");
    CHECK(csv_number(-89.0).text == "-89");
    CHECK(csv_number(2.5).text == "2.5");
    CHECK(csv_number(-0.001).text == "0");
    CHECK(csv_number(100.0).text == "100");
    CHECK(csv_number(std::int64_t{3900}).text == "3900");
}

TEST_CASE("ics: text values escape what has a meaning, and drop control characters") {
    CHECK(ics_text("a, b; c\\d\nnext\r\x01") == "a\\, b\\; c\\\\d\\nnext");
}

TEST_CASE("ics: no line is longer than 75 octets and no character is cut") {
    const std::string pots(60, 'x');
    const std::string line = "SUMMARY:" + pots +
                             "🏺🏺🏺 Ünïcode "
                             "🏺🏺🏺🏺🏺🏺🏺🏺🏺🏺🏺🏺🏺🏺🏺🏺🏺";
    const std::string folded = ics_line(line);
    std::string joined;
    std::size_t begin = 0;
    for (std::size_t end = folded.find("\r\n"); end != std::string::npos;
         end = folded.find("\r\n", begin)) {
        const std::string part = folded.substr(begin, end - begin);
        CHECK(part.size() <= 75);
        const std::string content = begin == 0 ? part : part.substr(1);
        CHECK((static_cast<unsigned char>(content[0]) & 0xC0U) != 0x80U);
        joined += content;
        begin = end + 2;
    }
    CHECK(joined == line);
    CHECK(ics_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
}

TEST_CASE("ics: a line of broken characters still ends") {
    CHECK(ics_line(std::string(300, '\x80')).size() > 300);
}

TEST_CASE("ics: an all-day entry ends on the day after its last") {
    const Date day = *date_from_iso("2027-02-28");
    const std::string text =
        ics_calendar("K", {{"u", day, day, "S", "D", "Task"}}, 1795348800000, 7);
    CHECK(text.find("DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n") !=
          std::string::npos);
    CHECK(text.find("DTSTAMP:20261122T120000Z\r\nSEQUENCE:7\r\n") != std::string::npos);
}

TEST_CASE("names: channels are lower case with hyphens and never empty") {
    CHECK(channel_name("Glaze Recipes & Tests!") == "glaze-recipes-tests");
    CHECK(channel_name("Rock'n'Roll") == "rocknroll");
    CHECK(channel_name("Töpfern 🏺") == "töpfern-🏺");
    CHECK(channel_name("!!!") == "channel");
    CHECK(clipped(channel_name(std::string(300, 'a')), 200).size() == 100);
}

TEST_CASE("names: files are safe on every system and each is there once") {
    CHECK(file_slug("../../etc/passwd", "document") == "etc-passwd");
    CHECK(file_slug("CON", "document") == "con-file");
    CHECK(file_slug("com7", "document") == "com7-file");
    CHECK(file_slug("مرحبا", "document") == "document");
    CHECK(file_slug(std::string(500, 'x'), "document").size() == 60);
    std::set<std::string> taken;
    CHECK(unique_name("promise", taken) == "promise");
    CHECK(unique_name("promise", taken) == "promise-2");
    CHECK(unique_name("promise", taken) == "promise-3");
}

TEST_CASE("names: clipping counts characters and cuts none") {
    CHECK(clipped("äöü", 2) == "äö");
    CHECK(clipped("abc", 5) == "abc");
}

TEST_CASE("markdown: a person's words stay words") {
    CHECK(markdown_text("a | b\n<script> *x* [l](u)") == "a \\| b \\<script\\> \\*x\\* \\[l\\](u)");
    CHECK(markdown_row({"a|b", "c"}) == "| a\\|b | c |\n");
}

TEST_CASE("html: a line that defines a link elsewhere is shown as it is written") {
    const std::string html = html_from_markdown("## Leads\n1. [name]: [what]\n2. `[a]: b`\n");
    CHECK(html.find("<li>[name]: [what]</li>") != std::string::npos);
    CHECK(html.find("<code>[a]: b</code>") != std::string::npos);
}

TEST_CASE("html: the page escapes raw HTML, has no script and forbids everything from outside") {
    const std::string page =
        plan_page("<Kiln> & \"Wheel\"",
                  "# Hi\n\n<script>alert(1)</script>\n\n"
                  "<img src=x onerror=alert(1)>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find("&lt;script&gt;") != std::string::npos);
    CHECK(page.find("<title>&lt;Kiln&gt; &amp; &quot;Wheel&quot;</title>") != std::string::npos);
    CHECK(page.find("<td>1</td>") != std::string::npos);
    CHECK(page.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("zip: the same files on the same day give the same bytes") {
    const std::vector<KitFile> files = {{"plan.md", std::string(5'000, 'a')}, {"ü.txt", ""}};
    const auto first = zip_archive(files, Date{20'779});
    REQUIRE(first);
    CHECK(first.value() == zip_archive(files, Date{20'779}).value());
    CHECK(first.value() != zip_archive(files, Date{20'780}).value());
    CHECK(first.value().starts_with("PK\x03\x04"));
    CHECK(first.value().size() < 1'000);
    CHECK(first.value().find("ü.txt") != std::string::npos);
    // An archive without files is its end record alone.
    CHECK(zip_archive({}, Date{20'779}).value().size() == 22);
}
