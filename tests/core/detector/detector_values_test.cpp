#include <string>

#include <doctest/doctest.h>

#include "core/domain/detector/calendar.h"
#include "core/domain/detector/detector.h"
#include "core/domain/detector/language.h"
#include "tests/core/detector/slots_cases.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

const Date kToday = *date_from_iso("2026-11-22");  // a Sunday

std::string mentioned(DecisionCategory asked, std::string_view text) {
    const std::optional<DecisionSlots> slots = slots_mentioned(asked, text, kToday);
    return slots ? slots_json(*slots) : "nothing";
}

void check_all(DecisionCategory asked, std::initializer_list<SlotsCase> cases) {
    check_slots(&mentioned, asked, cases);
}

}  // namespace

TEST_CASE("detector: the phrase data is well formed") {
    CHECK(detector::language().problems.empty());
    CHECK(detector::task_order().size() == 22);
}

TEST_CASE("detector: a platform is understood as an answer") {
    check_all(DecisionCategory::Platform,
              {
                  {"discord", R"({"name":"discord"})"},
                  {"Circle, I think", R"({"name":"circle"})"},
                  {"not discord, whop", R"({"name":"whop"})"},
                  {"mighty networks", R"({"name":"mighty"})"},
                  {"we're all on Telegram", R"({"name":"other"})"},
                  {"not discord", "nothing"},
                  {"discord or circle", "nothing"},
                  {"my inner circle likes it", "nothing"},
                  {"cut me some slack", "nothing"},
              });
}

TEST_CASE("detector: prices are understood in every way in which people write them") {
    check_all(DecisionCategory::Pricing,
              {
                  {"29", R"({"amount":29})"},
                  {"$29 a month", R"({"amount":29,"currency":"USD","interval":"month"})"},
                  {"29€/mo", R"({"amount":29,"currency":"EUR","interval":"month"})"},
                  {"9,90 € per month", R"({"amount":9.9,"currency":"EUR","interval":"month"})"},
                  {"£180 a year", R"({"amount":180,"currency":"GBP","interval":"year"})"},
                  {"₹1,499 once", R"({"amount":1499,"currency":"INR","interval":"once"})"},
                  {"A$25 each month", R"({"amount":25,"currency":"AUD","interval":"month"})"},
                  {"Rs. 499 monthly", R"({"amount":499,"currency":"INR","interval":"month"})"},
                  {"twenty nine dollars", R"({"amount":29,"currency":"USD"})"},
                  {"two hundred and fifty euros", R"({"amount":250,"currency":"EUR"})"},
                  {"3k a year", R"({"amount":3000,"interval":"year"})"},
                  {"19 quid a month", R"({"amount":19,"currency":"GBP","interval":"month"})"},
                  {"60 dollars a quarter", R"({"amount":60,"currency":"USD"})"},
                  {"free for everyone", R"({"amount":0})"},
                  {"between 29 and 39", "nothing"},
                  {"29 or 39", "nothing"},
                  {"29 people", "nothing"},
              });
}

TEST_CASE("detector: launch days are understood relative to today") {
    check_all(DecisionCategory::Timeline,
              {
                  {"Jan 15", R"({"date":"2027-01-15"})"},
                  {"the 15th of January", R"({"date":"2027-01-15"})"},
                  {"mid January, the 15th", R"({"date":"2027-01-15"})"},
                  {"15 December", R"({"date":"2026-12-15"})"},
                  {"November 22", R"({"date":"2027-11-22"})"},
                  {"15/01", R"({"date":"2027-01-15"})"},
                  {"1/20/27", R"({"date":"2027-01-20"})"},
                  {"15.02.2027", R"({"date":"2027-02-15"})"},
                  {"2027-03-01", R"({"date":"2027-03-01"})"},
                  {"this friday", R"({"date":"2026-11-27"})"},
                  {"tomorrow", R"({"date":"2026-11-23"})"},
                  {"the first Monday in February", R"({"date":"2027-02-01"})"},
                  {"the last Friday of January", R"({"date":"2027-01-29"})"},
                  {"Saturday the 16th of January", R"({"date":"2027-01-16"})"},
                  {"St Patrick's Day", R"({"date":"2027-03-17"})"},
                  {"Easter Monday", R"({"date":"2027-03-29"})"},
                  {"black friday", R"({"date":"2026-11-27"})"},
                  {"in six weeks", R"({"weeks":6})"},
                  {"a fortnight from now", R"({"weeks":2})"},
                  {"10 days", R"({"days":10})"},
                  {"mid January", "{}"},
                  {"before Christmas", "{}"},
                  {"spring", "{}"},
                  {"in two months", "{}"},
                  {"03/02", "{}"},
                  {"February 30", "{}"},
                  {"no idea", "nothing"},
              });
}

TEST_CASE("detector: counts are understood in figures and words") {
    check_all(DecisionCategory::Structure,
              {
                  {"2 tiers, 8 channels and 3 roles", R"({"channels":8,"roles":3,"tiers":2})"},
                  {"two and about ten channels", R"({"channels":10,"tiers":2})"},
                  {"one single tier", R"({"tiers":1})"},
                  {"a dozen spaces", R"({"channels":12})"},
                  {"half a dozen text channels", R"({"channels":6})"},
                  {"a couple of levels", R"({"tiers":2})"},
                  {"Channels: 7", R"({"channels":7})"},
                  {"my two YouTube channels", "nothing"},
              });
}

TEST_CASE("detector: formats and rhythms are understood together and alone") {
    check_all(
        DecisionCategory::Content,
        {
            {"a weekly live call", R"({"cadence":"weekly","format":"live call"})"},
            {"newsletter every other Thursday", R"({"cadence":"biweekly","format":"newsletter"})"},
            {"first Saturday of each month, a workshop",
             R"({"cadence":"monthly","format":"workshop"})"},
            {"AMA on Tuesdays", R"({"cadence":"weekly","format":"q&a"})"},
            {"live calls twice a week", R"({"format":"live call"})"},
            {"a 30 day challenge", R"({"format":"challenge"})"},
            {"weekly", R"({"cadence":"weekly"})"},
            {"a podcast", R"({"format":"podcast"})"},
            {"of course", "nothing"},
        });
}

TEST_CASE("detector: a named day is always the next one") {
    using detector::next_day_of_month;
    using detector::next_month_day;
    using detector::next_weekday;
    for (int ahead = 0; ahead < 800; ++ahead) {
        const Date today{kToday.days + ahead};
        for (int day = 0; day < 7; ++day) {
            const Date next = next_weekday(day, today);
            CHECK(next > today);
            CHECK(next.days - today.days <= 7);
            CHECK(weekday(next) == day);
        }
        CHECK(*next_month_day(1, 15, today) > today);
        CHECK(next_month_day(1, 15, today)->days - today.days <= 366);
        CHECK(next_day_of_month(31, today)->days - today.days <= 62);
    }
    CHECK(next_month_day(2, 29, kToday) == date_from_iso("2028-02-29"));
    CHECK_FALSE(next_month_day(2, 30, kToday).has_value());
}

TEST_CASE("detector: a short reply is a yes, a no, a doubt or a question") {
    for (const char* text : {"yes",
                             "Yep!",
                             "ok do it",
                             "sure, go ahead",
                             "sounds good",
                             "y",
                             "No problem, save it",
                             "perfect, please do",
                             "yes, but make it friendly"}) {
        CAPTURE(text);
        CHECK(answer_of(text) == Answer::Yes);
    }
    for (const char* text : {"no",
                             "nope",
                             "not now",
                             "No thanks.",
                             "rather not",
                             "don't save it",
                             "I don't think so"}) {
        CAPTURE(text);
        CHECK(answer_of(text) == Answer::No);
    }
    for (const char* text : {"not sure", "maybe", "no idea", "hmm, I don't know", "you decide"}) {
        CAPTURE(text);
        CHECK(answer_of(text) == Answer::Unsure);
    }
    for (const char* text : {"why?", "what would that cost?", "how do I do that", "is it safe?"}) {
        CAPTURE(text);
        CHECK(answer_of(text) == Answer::Question);
    }
    for (const char* text : {"", "   ", "29", "I teach watercolour", "🎉"}) {
        CAPTURE(text);
        CHECK(answer_of(text) == Answer::None);
    }
}
