#include "core/domain/opening_days.h"

namespace atrium::domain {

namespace {

// Members of a hobby have time at the weekend to look round; the creator has the evenings before.
constexpr int kFriday = 4;
constexpr double kRoomShare = 0.25;
// A plan is not looked at further ahead than this; it only bounds the search.
constexpr int kSearchDays = 5000;

// From here on the founding offer's first ten days would run into the holidays.
bool is_turn_of_year(Date day) {
    const Civil civil = civil_from_date(day);
    return (civil.month == 12 && civil.day >= 14) || (civil.month == 1 && civil.day <= 3);
}

OpeningDay opening_day(Date date, double hours_needed, const ScheduleRequest& request) {
    const double available =
        hours_between(request.today, date, request.hours_per_week, request.away);
    return {date, available, hours_needed, available - hours_needed, false, false};
}

Date friday_from(Date day) {
    return {day.days + (kFriday - weekday(day) + 7) % 7};
}

// The last Friday that comes too early, as a look at what haste would cost. None within the first
// week: there is nothing to weigh then.
bool find_early(Date earliest, const ScheduleRequest& request, Date& found) {
    Date day{friday_from(earliest).days - 7};
    for (; day.days >= request.today.days + 7; day.days -= 7) {
        if (!is_away(day, request.away) && !is_turn_of_year(day)) {
            found = day;
            return true;
        }
    }
    return false;
}

}  // namespace

bool is_good_opening_day(Date day, const std::vector<Absence>& away) {
    for (int after = 0; after <= 3; ++after) {
        if (is_away({day.days + after}, away)) {
            return false;
        }
    }
    return !is_turn_of_year(day);
}

std::vector<OpeningDay> opening_days(const ScheduleRequest& request) {
    const Schedule plan = schedule(request);
    const double needed = plan.hours_before_opening;
    std::vector<OpeningDay> days;
    Date early;
    if (find_early(plan.earliest_opening, request, early)) {
        days.push_back(opening_day(early, needed, request));
    }
    bool has_recommended = false;
    bool has_fitting = false;
    Date day = friday_from(plan.earliest_opening);
    for (int looked = 0; looked < kSearchDays && (days.size() < 3 || !has_recommended);
         looked += 7, day.days += 7) {
        if (!is_good_opening_day(day, request.away)) {
            continue;
        }
        OpeningDay candidate = opening_day(day, needed, request);
        candidate.possible = true;
        candidate.recommended = !has_recommended && candidate.hours_to_spare >= kRoomShare * needed;
        // The middle places are for the first day that fits; the last one waits for the day with room.
        if (candidate.recommended || has_recommended || !has_fitting || days.size() < 2) {
            days.push_back(candidate);
        }
        has_fitting = true;
        has_recommended = has_recommended || candidate.recommended;
    }
    return days;
}

}  // namespace atrium::domain
