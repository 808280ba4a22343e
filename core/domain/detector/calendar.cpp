#include "core/domain/detector/calendar.h"

#include <array>
#include <charconv>
#include <vector>

namespace atrium::domain::detector {
namespace {

constexpr int kYearsAhead = 8;  // a 29 February always comes within eight years

int number_from(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    std::size_t at = 0;
    for (std::size_t end = text.find(mark); end != std::string_view::npos;
         end = text.find(mark, at)) {
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    parts.push_back(text.substr(at));
    return parts;
}

std::optional<Date> nth_weekday(int nth, int day, int year, int month) {
    if (nth == 0) {
        const bool december = month == 12;
        const Date next = date_from_civil(december ? year + 1 : year, december ? 1 : month + 1, 1);
        const Date last{next.days - 1};
        return Date{last.days - (weekday(last) - day + 7) % 7};
    }
    const Date first = date_from_civil(year, month, 1);
    const Date found{first.days + (day - weekday(first) + 7) % 7 + (nth - 1) * 7};
    return civil_from_date(found).month == month ? std::optional<Date>(found) : std::nullopt;
}

// Western Easter by the anonymous Gregorian algorithm.
Date easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (b - (b + 8) / 25 + 1) / 3;
    const int e = (19 * a + b - b / 4 - d + 15) % 30;
    const int f = (32 + 2 * (b % 4) + 2 * (c / 4) - e - c % 4) % 7;
    const int g = (a + 11 * e + 22 * f) / 451;
    const int h = e + f - 7 * g + 114;
    return date_from_civil(year, h / 31, h % 31 + 1);
}

// Lunar New Year of the years in which plans made today can end.
constexpr std::array<std::string_view, 6> kLunarNewYears = {
    "2026-02-17",
    "2027-02-06",
    "2028-01-26",
    "2029-02-13",
    "2030-02-03",
    "2031-01-23",
};

std::optional<Date> next_lunar_new_year(Date today) {
    for (const std::string_view text : kLunarNewYears) {
        const std::optional<Date> date = date_from_iso(text);
        if (date && *date > today) {
            return date;
        }
    }
    return std::nullopt;
}

std::optional<Date> dated(int year, int month, int day, Date today) {
    if (year < 0) {
        return is_civil_date(2028, month, day) ? next_month_day(month, day, today) : std::nullopt;
    }
    const int full_year = year < 100 ? 2000 + year : year;
    return is_civil_date(full_year, month, day)
               ? std::optional<Date>(date_from_civil(full_year, month, day))
               : std::nullopt;
}

}  // namespace

std::optional<Date> next_month_day(int month, int day, Date today) {
    const int year = civil_from_date(today).year;
    for (int ahead = 0; ahead <= kYearsAhead; ++ahead) {
        if (is_civil_date(year + ahead, month, day)) {
            const Date date = date_from_civil(year + ahead, month, day);
            if (date > today) {
                return date;
            }
        }
    }
    return std::nullopt;
}

std::optional<Date> next_day_of_month(int day, Date today) {
    const Civil now = civil_from_date(today);
    for (int ahead = 0; ahead <= 12; ++ahead) {
        const int month = (now.month - 1 + ahead) % 12 + 1;
        const int year = now.year + (now.month - 1 + ahead) / 12;
        if (is_civil_date(year, month, day) && date_from_civil(year, month, day) > today) {
            return date_from_civil(year, month, day);
        }
    }
    return std::nullopt;
}

Date next_weekday(int day, Date today) {
    const int ahead = (day - weekday(today) + 7) % 7;
    return Date{today.days + (ahead == 0 ? 7 : ahead)};
}

std::optional<Date> next_nth_weekday(int nth, int day, int month, Date today) {
    const int year = civil_from_date(today).year;
    for (int ahead = 0; ahead <= 1; ++ahead) {
        const std::optional<Date> date = nth_weekday(nth, day, year + ahead, month);
        if (date && *date > today) {
            return date;
        }
    }
    return std::nullopt;
}

std::optional<Date> next_holiday(std::string_view key, Date today) {
    if (key == "lunar") {
        return next_lunar_new_year(today);
    }
    const int year = civil_from_date(today).year;
    if (key.substr(0, 6) == "easter") {
        const int offset = number_from(key.substr(7)) * (key[6] == '-' ? -1 : 1);
        for (int ahead = 0; ahead <= 1; ++ahead) {
            const Date date{easter(year + ahead).days + offset};
            if (date > today) {
                return date;
            }
        }
        return std::nullopt;
    }
    if (key.substr(0, 4) == "nth:") {
        const std::vector<std::string_view> parts = split(key, ':');
        const int nth = number_from(parts[2]) == 5 ? 0 : number_from(parts[2]);
        const int after = number_from(parts[4]);
        const std::optional<Date> base = next_nth_weekday(
            nth, number_from(parts[3]), number_from(parts[1]), Date{today.days - after});
        return base ? std::optional<Date>(Date{base->days + after}) : std::nullopt;
    }
    return next_month_day(number_from(key.substr(0, 2)), number_from(key.substr(3, 2)), today);
}

std::optional<Date> date_from_figures(std::string_view text, Date today) {
    const char mark = text.find('-') != std::string_view::npos   ? '-'
                      : text.find('/') != std::string_view::npos ? '/'
                                                                 : '.';
    const std::vector<std::string_view> parts = split(text, mark);
    if (parts.size() < 2 || parts.size() > 3 || text == "24/7") {
        return std::nullopt;
    }
    const int first = number_from(parts[0]);
    const int second = number_from(parts[1]);
    const int third = parts.size() == 3 ? number_from(parts[2]) : -1;
    if (first < 0 || second < 0 || (parts.size() == 3 && third < 0)) {
        return std::nullopt;
    }
    if (parts[0].size() == 4) {
        return dated(first, second, third, today);
    }
    const bool day_first = first <= 31 && second <= 12;
    const bool month_first = first <= 12 && second <= 31;
    // Points between figures are the European order; with slashes either order occurs.
    if (mark == '.' || first == second || (day_first && !month_first)) {
        return day_first ? dated(third, second, first, today) : std::nullopt;
    }
    return month_first && !day_first ? dated(third, first, second, today) : std::nullopt;
}

}  // namespace atrium::domain::detector
