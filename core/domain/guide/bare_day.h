// "the 15th" names no month: it takes the one that was spoken of last, by the creator or the guide.
//
//     // after "Does mid January work?"
//     with_month("yes, take the 15th", talk);   // "yes, take the 15th of January 2027"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/guide/talk.h"

namespace atrium::domain::guide {

struct MonthNamed {
    int month = 0;  // 1 to 12
    std::optional<int> day;
    std::optional<int> year;
};

// The months a text names, in its order, each with the day and year beside it.
[[nodiscard]] std::vector<MonthNamed> months_named(std::string_view text);

// The text with a month behind its bare day; unchanged where it names none, or where nobody has
// spoken of a month lately.
[[nodiscard]] std::string with_month(std::string_view text, const Talk& talk);

// A day without a month, which the calendar alone completes.
[[nodiscard]] bool names_bare_day(std::string_view text);

// The Friday nearest to what "mid January", "next week" or "in spring" means; nothing for words such
// as "soon" that name no time.
[[nodiscard]] std::optional<Date> rough_day(std::string_view text, Date today);

}  // namespace atrium::domain::guide
