// Days that people name instead of counting: holidays, "the first Monday in February", "this
// Friday", written as figures. Always the next such day after today.
#pragma once

#include <optional>
#include <string_view>

#include "core/domain/date.h"

namespace atrium::domain::detector {

// The next day after today with that month and day; nothing where no such day comes within 8 years.
[[nodiscard]] std::optional<Date> next_month_day(int month, int day, Date today);

// The next day after today with that day of the month.
[[nodiscard]] std::optional<Date> next_day_of_month(int day, Date today);

// The next such weekday after today, 0 is Monday.
[[nodiscard]] Date next_weekday(int day, Date today);

// The nth (or, for 0, the last) such weekday of the next such month.
[[nodiscard]] std::optional<Date> next_nth_weekday(int nth, int day, int month, Date today);

// A holiday by its key in detector_values.json: "03-17", "easter+1", "nth:11:4:3:1" (month, nth,
// weekday, days after it), "lunar".
[[nodiscard]] std::optional<Date> next_holiday(std::string_view key, Date today);

// "2027-03-01", "15/01", "1/20/27", "15.01.2027". Nothing where day and month could be swapped or
// no such day exists. A date without a year is the next one after today.
[[nodiscard]] std::optional<Date> date_from_figures(std::string_view text, Date today);

}  // namespace atrium::domain::detector
