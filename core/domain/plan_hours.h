// How hours that follow from a calendar are written. The days before an opening hold 38.6 hours where
// a week has 6: nobody plans in tenths, so it is said in halves, as the tasks' estimates are. What is
// there, what is needed and what is left then add up wherever they stand.
//
//     spare_text(11.6);          // "11.5 h to spare"
//     week_text(3.5, 3.43);      // "3.5 of 3.5 h planned"
#pragma once

#include <string>

#include "core/domain/formats.h"

namespace atrium::domain {

// Full halves of an hour; a few minutes under the next one count as it. Negative: more is missing.
[[nodiscard]] double in_halves(double hours);

// "11.5 h to spare", "4.5 h short".
[[nodiscard]] std::string spare_text(double hours, const Formats& formats = {});

// A week's planned hours of the possible ones, which are fewer in a week that has begun.
[[nodiscard]] std::string week_text(double planned, double possible, const Formats& formats = {});

}  // namespace atrium::domain
