#include "core/domain/date.h"

#include <doctest/doctest.h>

using namespace atrium::domain;

TEST_CASE("date: a day and its count of days turn into each other") {
    CHECK(date_from_civil(1970, 1, 1).days == 0);
    CHECK(date_from_civil(2000, 3, 1).days == 11017);
    CHECK(date_from_civil(1969, 12, 31).days == -1);
    for (int days = -800'000; days < 800'000; days += 137) {
        const Civil civil = civil_from_date(Date{days});
        CHECK(is_civil_date(civil.year, civil.month, civil.day));
        CHECK(date_from_civil(civil.year, civil.month, civil.day).days == days);
    }
}

TEST_CASE("date: adding days crosses months and years") {
    const Date end_of_year = date_from_civil(2026, 12, 31);
    CHECK(civil_from_date(Date{end_of_year.days + 1}) == Civil{2027, 1, 1});
    CHECK(civil_from_date(Date{end_of_year.days + 60}) == Civil{2027, 3, 1});
}

TEST_CASE("date: Monday is the first day of the week") {
    CHECK(weekday(*date_from_iso("2026-11-22")) == 6);
    CHECK(weekday(*date_from_iso("2026-11-23")) == 0);
    CHECK(weekday(Date{-1}) == 2);
}

TEST_CASE("date: only a real day in the written form is read") {
    CHECK(date_from_iso("2027-01-15") == date_from_civil(2027, 1, 15));
    CHECK(date_from_iso("2028-02-29").has_value());
    for (const char* text : {"",
                             "2027-1-15",
                             "2027-02-29",
                             "2027-13-01",
                             "2027-00-10",
                             "2027/01/15",
                             "2027-01-15 ",
                             "20270-1-15",
                             "2027-01-1x",
                             "\xff\xff\xff\xff-01-15"}) {
        CAPTURE(text);
        CHECK_FALSE(date_from_iso(text).has_value());
    }
}

TEST_CASE("date: it is written for people in three lengths and for programs in one") {
    const Date date = *date_from_iso("2027-01-05");
    CHECK(iso_from_date(date) == "2027-01-05");
    CHECK(short_date(date) == "Tue 5 Jan 2027");
    CHECK(long_date(date) == "Tuesday 5 January 2027");
    CHECK(day_month(date) == "5 January");
}

TEST_CASE("date: a day is worded in the person's formats, with English names") {
    const Date day = *date_from_iso("2026-11-06");
    const auto in = [](FormatChoice choice) {
        return formats_for(choice, ClockChoice::Automatic, "");
    };
    CHECK(short_date(day) == "Fri 6 Nov 2026");
    CHECK(short_date(day, in(FormatChoice::EnglishUs)) == "Fri, Nov 6, 2026");
    CHECK(short_date(day, in(FormatChoice::German)) == "Fri 06.11.2026");
    CHECK(short_date(day, in(FormatChoice::French)) == "Fri 06/11/2026");
    CHECK(long_date(day, in(FormatChoice::EnglishUs)) == "Friday, November 6, 2026");
    CHECK(long_date(day, in(FormatChoice::German)) == "Friday 06.11.2026");
    CHECK(plain_date(day) == "6 Nov 2026");
    CHECK(day_month(day, in(FormatChoice::EnglishUs)) == "November 6");
    CHECK(day_month(day, in(FormatChoice::German)) == "06.11.");
    CHECK(short_day(day) == "6 Nov");
    CHECK(short_day(day, in(FormatChoice::Spanish)) == "06/11");
}
