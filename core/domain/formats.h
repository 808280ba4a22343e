// How a person writes numbers, money, days and times: a value that is passed to whatever words them.
// The product's words are English, so names of months and days stay English in every format; where
// a country writes days in figures, so do we.
//
//     Formats german = formats_for(FormatChoice::German, ClockChoice::Automatic, "en-US-u-hc-h12");
//     money_text(1234.5, "EUR", german);             // "1.234,50 €"
//     short_date(date, german);                      // "Thu 26.11.2026"
//     clock_text(14 * 60 + 30, german);              // "14:30"
//
// A fresh Formats is the house style: "1,234.50", "Thu 26 Nov 2026", "14:30". The conversation, the
// documents and the launch kit are written in it, machine formats (ISO, CSV) in neither.
#pragma once

#include <string>
#include <string_view>

namespace atrium::domain {

// What Settings offer. The words in the journal are in event_members.h.
enum class FormatChoice { Automatic, EnglishUk, EnglishUs, German, Swiss, French, Spanish };
enum class ClockChoice { Automatic, Hours24, Hours12 };

enum class DayStyle {
    DayMonth,  // 26 November 2026
    MonthDay,  // November 26, 2026
    Dots,      // 26.11.2026
    Slashes,   // 26/11/2026
};

struct Formats {
    std::string_view group = ",";    // between thousands
    std::string_view decimal = ".";  // before the fraction
    bool sign_after = false;         // "1.234,50 €", "2,4 %" with a space that does not break
    DayStyle days = DayStyle::DayMonth;
    bool hours_12 = false;

    bool operator==(const Formats&) const = default;
};

// The language tag is the browser's, "de-CH" or with an hour cycle "en-US-u-hc-h12"; it decides what
// is Automatic. A language that we have no format for gets the house style.
[[nodiscard]] Formats formats_for(FormatChoice choice, ClockChoice clock, std::string_view tag);

// "English (US)", as Settings name it.
[[nodiscard]] std::string_view format_name(FormatChoice choice);

// "14:30" or "2:30 PM", for a minute of the day from 0 to 1439.
[[nodiscard]] std::string clock_text(int minute_of_day, const Formats& formats = {});

}  // namespace atrium::domain
