// Numbers as a person reads them, the same on every screen and in every sentence.
//
//     number_text(48200)           "48,200"
//     money_text(2500, "USD")      "$2,500"
//     money_text(29.5, "CHF")      "CHF 29.50"
//     percent_text(0.0244)         "2.4%"
//     hours_text(33.5)             "33.5 h"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace atrium::domain {

[[nodiscard]] std::string number_text(std::int64_t number);

// Whole amounts without decimals, others with two. The sign of a known currency, its code otherwise;
// an empty currency gives the number alone.
[[nodiscard]] std::string money_text(double amount, std::string_view currency);

// The amount rounded to whole units: for sums in which cents say nothing.
[[nodiscard]] std::string round_money_text(double amount, std::string_view currency);

// A share of 1 in percent: one decimal below 10%, none from there on, "under 0.1%" for less.
[[nodiscard]] std::string percent_text(double share);

[[nodiscard]] std::string hours_text(double hours);

// "1 member", "95 members".
[[nodiscard]] std::string count_text(std::int64_t count,
                                     std::string_view one,
                                     std::string_view many);

}  // namespace atrium::domain
