// The opening days side by side: hours there, hours needed and hours left add up, and the same day is
// spoken of with the same hours afterwards.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "core/domain/number_text.h"
#include "tests/core/guide/conversation.h"

using namespace atrium;
using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

struct DayRow {
    double there = 0;
    double needed = 0;
    std::string result;
    bool recommended = false;
};

// The rows of "| Doors open | Hours you have | Work left | Result |" in an answer.
std::vector<DayRow> day_rows(const std::string& text) {
    std::vector<DayRow> rows;
    std::istringstream lines(text.substr(std::min(text.find("| Doors open"), text.size())));
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line);
    while (std::getline(lines, line) && !line.empty() && line.front() == '|') {
        std::vector<std::string> cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, '|');) {
            cells.push_back(cell);
        }
        REQUIRE(cells.size() >= 5);
        rows.push_back({std::strtod(cells[2].c_str(), nullptr),
                        std::strtod(cells[3].c_str(), nullptr),
                        cells[4],
                        cells[4].find("**") != std::string::npos});
    }
    return rows;
}

Conversation before_the_date(double hours_a_week) {
    CreatorProfile profile = demo_profile(kToday);
    profile.hours_per_week = hours_a_week;
    Conversation talk(profile);
    talk.say("Discord it is, and we charge $24 a month");
    talk.say("Two tiers, ten channels and four roles it is.");
    return talk;
}

}  // namespace

TEST_CASE("date table: what is there less what is needed is what is left") {
    int rows_read = 0;
    for (const double hours : {3.0, 4.0, 5.0, 6.0, 6.5, 7.0, 10.0}) {
        const Conversation talk = before_the_date(hours);
        for (const DayRow& row : day_rows(talk.last().text)) {
            if (row.result.find("too few days") != std::string::npos) {
                continue;
            }
            CAPTURE(hours);
            CAPTURE(row.result);
            const double left = row.there - row.needed;
            const std::string words =
                hours_text(std::abs(left)) + (left < 0 ? " short" : " to spare");
            CHECK(row.result.find(words) != std::string::npos);
            ++rows_read;
        }
    }
    CHECK(rows_read > 12);
}

TEST_CASE("date table: the answer to a day says what has changed since the table") {
    for (const double hours : {5.0, 6.0}) {
        Conversation talk = before_the_date(hours);
        double spare = 0;
        for (const DayRow& row : day_rows(talk.last().text)) {
            spare = row.recommended ? row.there - row.needed : spare;
        }
        REQUIRE(spare > 0);
        const Conversation::Turn turn = talk.press(0);
        CAPTURE(turn.text);
        // Setting the date took half an hour of the work.
        CHECK(turn.text.find(hours_text(spare + 0.5).substr(0, 2)) != std::string::npos);
        CHECK(turn.text.find("0.5 hours") != std::string::npos);
    }
}
