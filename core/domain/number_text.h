// Numbers as a person reads them, the same on every screen and in every sentence.
//
//     number_text(48200)           "48,200"
//     money_text(2500, "USD")      "$2,500"
//     money_text(29.5, "CHF")      "CHF 29.50"
//     percent_text(0.0244)         "2.4%"
//     hours_text(33.5)             "33.5 h"
//
// A screen passes the person's formats; without them it is the house style.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/domain/formats.h"

namespace atrium::domain {

[[nodiscard]] std::string number_text(std::int64_t number, const Formats& formats = {});

// Up to two decimals, and none that are zero: "1,250", "3.5", "0.75".
[[nodiscard]] std::string decimal_text(double number, const Formats& formats = {});

// Whole amounts without decimals, others with two. The sign of a known currency, its code otherwise;
// an empty currency gives the number alone.
[[nodiscard]] std::string money_text(double amount,
                                     std::string_view currency,
                                     const Formats& formats = {});

// The amount rounded to whole units: for sums in which cents say nothing.
[[nodiscard]] std::string round_money_text(double amount,
                                           std::string_view currency,
                                           const Formats& formats = {});

// The difference of two amounts as round_money_text shows them, so that it is the one a reader finds.
[[nodiscard]] double shown_difference(double amount, double other);

// With so many decimals, 1 to 3, also where they are zero: "$0.006".
[[nodiscard]] std::string exact_money_text(double amount,
                                           std::string_view currency,
                                           int decimals,
                                           const Formats& formats = {});

// A share of 1 in percent: one decimal below 10%, none from there on, "under 0.1%" for less.
[[nodiscard]] std::string percent_text(double share, const Formats& formats = {});

// A number that is in percent already, with its sign: "3.5%", "92 %".
[[nodiscard]] std::string with_percent_sign(double percent, const Formats& formats = {});

[[nodiscard]] std::string hours_text(double hours, const Formats& formats = {});

// "1 member", "95 members".
[[nodiscard]] std::string count_text(std::int64_t count,
                                     std::string_view one,
                                     std::string_view many,
                                     const Formats& formats = {});

}  // namespace atrium::domain
