// Calendar days without clocks or time zones: the day a plan starts, a task is due, a launch opens.
// A Date is a count of days, so that adding a week is Date{day.days + 7} and days compare as numbers.
//
//     Date launch = *date_from_iso("2027-01-15");
//     short_date(launch);                              // "Fri 15 Jan 2027"
//     weekday(launch);                                 // 4, Monday is 0
//
// A screen passes the person's formats to what words a day; without them it is the house style.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/domain/formats.h"

namespace atrium::domain {

struct Date {
    std::int32_t days = 0;  // since 1970-01-01, negative before it

    auto operator<=>(const Date&) const = default;
};

struct Civil {
    int year = 1970;
    int month = 1;  // 1..12
    int day = 1;    // 1..31

    bool operator==(const Civil&) const = default;
};

// The Gregorian day; the caller passes a real one. A day past the month's end runs into the next
// month, as Date arithmetic would.
[[nodiscard]] Date date_from_civil(int year, int month, int day);

[[nodiscard]] Civil civil_from_date(Date date);

// True where that day exists: (2027, 2, 29) does not.
[[nodiscard]] bool is_civil_date(int year, int month, int day);

// 0 is Monday, 6 is Sunday.
[[nodiscard]] int weekday(Date date);

// Exactly "YYYY-MM-DD" naming a real day; nothing otherwise.
[[nodiscard]] std::optional<Date> date_from_iso(std::string_view text);

[[nodiscard]] std::string iso_from_date(Date date);  // "2027-01-15"

// "Fri 15 Jan 2027", "Fri, Jan 15, 2027", "Fri 15.01.2027"
[[nodiscard]] std::string short_date(Date date, const Formats& formats = {});

// "Friday 15 January 2027", "Friday, January 15, 2027", "Friday 15.01.2027"
[[nodiscard]] std::string long_date(Date date, const Formats& formats = {});

// "15 Jan 2027", "Jan 15, 2027", "15.01.2027"
[[nodiscard]] std::string plain_date(Date date, const Formats& formats = {});

// "15 January", "January 15", "15.01."
[[nodiscard]] std::string day_month(Date date, const Formats& formats = {});

// "15 Jan", "Jan 15", "15.01."
[[nodiscard]] std::string short_day(Date date, const Formats& formats = {});

}  // namespace atrium::domain
