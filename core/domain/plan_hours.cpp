#include "core/domain/plan_hours.h"

#include <algorithm>
#include <cmath>

#include "core/domain/number_text.h"

namespace atrium::domain {

namespace {

// What the schedule allows a day to go over.
constexpr double kToleranceHours = 0.1;

}  // namespace

double in_halves(double hours) {
    return std::floor((hours + kToleranceHours) * 2) / 2;
}

std::string spare_text(double hours, const Formats& formats) {
    const double halves = in_halves(hours);
    return halves < 0 ? hours_text(-halves, formats) + " short"
                      : hours_text(halves, formats) + " to spare";
}

std::string week_text(double planned, double possible, const Formats& formats) {
    const double halves = in_halves(std::min(planned, possible));
    if (planned <= 0) {
        return "nothing planned";
    }
    if (halves <= 0) {
        return "less than half an hour planned";
    }
    return decimal_text(halves, formats) + " of " + hours_text(in_halves(possible), formats) +
           " planned";
}

}  // namespace atrium::domain
