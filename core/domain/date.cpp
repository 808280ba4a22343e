#include "core/domain/date.h"

#include <array>

namespace atrium::domain {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
};

constexpr std::array<std::string_view, 7> kWeekdays = {
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
};

constexpr int kDaysPerEra = 146097;   // 400 Gregorian years
constexpr int kDaysToEpoch = 719468;  // 0000-03-01 to 1970-01-01

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string_view month_name(int month) {
    return kMonths[static_cast<std::size_t>(month - 1)];
}

std::string_view weekday_name(Date date) {
    return kWeekdays[static_cast<std::size_t>(weekday(date))];
}

// A day without its year; of the month's name the first `letters` are taken.
std::string day_of(Date date, std::size_t letters, const Formats& formats) {
    const Civil civil = civil_from_date(date);
    const std::string month(month_name(civil.month).substr(0, letters));
    switch (formats.days) {
        case DayStyle::DayMonth:
            break;
        case DayStyle::MonthDay:
            return month + " " + std::to_string(civil.day);
        case DayStyle::Dots:
            return padded(civil.day, 2) + "." + padded(civil.month, 2) + ".";
        case DayStyle::Slashes:
            return padded(civil.day, 2) + "/" + padded(civil.month, 2);
    }
    return std::to_string(civil.day) + " " + month;
}

std::string with_year(Date date, const std::string& day, const Formats& formats) {
    const std::string year = std::to_string(civil_from_date(date).year);
    switch (formats.days) {
        case DayStyle::DayMonth:
            break;
        case DayStyle::MonthDay:
            return day + ", " + year;
        case DayStyle::Dots:
            return day + year;
        case DayStyle::Slashes:
            return day + "/" + year;
    }
    return day + " " + year;
}

std::optional<int> digits_at(std::string_view text, std::size_t begin, std::size_t count) {
    int value = 0;
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

// Years counted from March put the leap day at the end, so that whole months have fixed offsets.
Date date_from_civil(int year, int month, int day) {
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return Date{era * kDaysPerEra + day_of_era - kDaysToEpoch};
}

Civil civil_from_date(Date date) {
    const int shifted = date.days + kDaysToEpoch;
    const int era = (shifted >= 0 ? shifted : shifted - (kDaysPerEra - 1)) / kDaysPerEra;
    const int day_of_era = shifted - era * kDaysPerEra;
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    return Civil{year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

bool is_civil_date(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

int weekday(Date date) {
    const int since_monday = (date.days + 3) % 7;  // 1970-01-01 was a Thursday
    return since_monday < 0 ? since_monday + 7 : since_monday;
}

std::optional<Date> date_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const std::optional<int> year = digits_at(text, 0, 4);
    const std::optional<int> month = digits_at(text, 5, 2);
    const std::optional<int> day = digits_at(text, 8, 2);
    if (!year || !month || !day || !is_civil_date(*year, *month, *day)) {
        return std::nullopt;
    }
    return date_from_civil(*year, *month, *day);
}

std::string iso_from_date(Date date) {
    const Civil civil = civil_from_date(date);
    return padded(civil.year, 4) + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2);
}

std::string short_date(Date date, const Formats& formats) {
    const std::string comma = formats.days == DayStyle::MonthDay ? ", " : " ";
    return std::string(weekday_name(date).substr(0, 3)) + comma + plain_date(date, formats);
}

std::string long_date(Date date, const Formats& formats) {
    const std::string comma = formats.days == DayStyle::MonthDay ? ", " : " ";
    return std::string(weekday_name(date)) + comma +
           with_year(date, day_month(date, formats), formats);
}

std::string plain_date(Date date, const Formats& formats) {
    return with_year(date, short_day(date, formats), formats);
}

std::string day_month(Date date, const Formats& formats) {
    return day_of(date, std::string_view::npos, formats);
}

std::string short_day(Date date, const Formats& formats) {
    return day_of(date, 3, formats);
}

}  // namespace atrium::domain
