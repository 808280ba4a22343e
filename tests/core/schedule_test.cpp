#include "core/domain/schedule.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "core/domain/opening_days.h"

using namespace atrium::domain;

namespace {

Date day(const char* iso) {
    return *date_from_iso(iso);
}

const Date kToday = day("2026-11-22");
const std::vector<Absence> kChristmas = {{day("2026-12-20"), day("2026-12-27")}};

ScheduleRequest mayas_request() {
    return {planned_tasks(built_in_template()), 6.0, kToday, std::nullopt, kChristmas};
}

PlannedTask task(const char* id, double hours, std::vector<std::string> after = {}) {
    PlannedTask planned;
    planned.id = id;
    planned.hours = hours;
    planned.prerequisites = std::move(after);
    return planned;
}

void complete(ScheduleRequest& request, const char* id) {
    for (PlannedTask& planned : request.tasks) {
        planned.done = planned.done || planned.id == id;
    }
}

}  // namespace

TEST_CASE("schedule: hours exclude days away and the end day") {
    CHECK(hours_between(kToday, day("2026-12-18"), 7, {}) == doctest::Approx(26));
    CHECK(hours_between(kToday, day("2027-01-08"), 6, kChristmas) ==
          doctest::Approx(33.43).epsilon(0.001));
    CHECK(hours_between(kToday, kToday, 6, {}) == 0);
    CHECK(hours_between(kToday, Date{kToday.days - 5}, 6, {}) == 0);
    // Overlapping absences count once.
    const std::vector<Absence> overlapping = {{Date{10}, Date{12}}, {Date{11}, Date{14}}};
    CHECK(hours_between(Date{9}, Date{16}, 7, overlapping) == doctest::Approx(2));
}

TEST_CASE("schedule: prerequisites end before what waits for them begins") {
    const Schedule plan = schedule(mayas_request());
    REQUIRE(plan.tasks.size() == kTaskIds.size());
    for (const TaskSpec& spec : built_in_template().tasks) {
        for (const std::string& needed : spec.prerequisites) {
            CAPTURE(spec.id);
            CHECK(plan.task(needed)->end <= plan.task(spec.id)->start);
        }
    }
}

TEST_CASE("schedule: nothing is planned on days away and no week exceeds its hours") {
    const Schedule plan = schedule(mayas_request());
    for (const ScheduledTask& scheduled : plan.tasks) {
        CHECK(!is_away(scheduled.start, kChristmas));
        CHECK(!is_away(scheduled.end, kChristmas));
    }
    for (const WeekLoad& week : plan.weeks) {
        CHECK(week.planned_hours <= week.possible_hours + 0.11);
    }
    const auto away = std::find_if(plan.weeks.begin(), plan.weeks.end(), [](const WeekLoad& week) {
        return week.monday == day("2026-12-21");
    });
    REQUIRE(away != plan.weeks.end());
    CHECK(away->planned_hours == 0);
}

TEST_CASE("schedule: the work placed is the work there is") {
    const Schedule plan = schedule(mayas_request());
    double placed = 0;
    for (const WeekLoad& week : plan.weeks) {
        placed += week.planned_hours;
    }
    CHECK(placed == doctest::Approx(43.0));
    CHECK(plan.hours_in_all == doctest::Approx(43.0));
    CHECK(plan.hours_before_opening == doctest::Approx(33.5));
}

TEST_CASE("schedule: more hours a week open earlier") {
    ScheduleRequest request = mayas_request();
    CHECK(schedule(request).earliest_opening == day("2027-01-11"));
    request.hours_per_week = 20;
    CHECK(schedule(request).earliest_opening == day("2026-12-11"));
}

TEST_CASE("schedule: the beta week is not cut short by leaving") {
    ScheduleRequest request = mayas_request();
    request.hours_per_week = 8;
    const Schedule plan = schedule(request);
    const ScheduledTask* beta = plan.task("run-beta");
    CHECK(beta->start == day("2026-12-28"));
    CHECK(beta->end.days - beta->start.days == 5);
}

TEST_CASE("schedule: the launch phase begins on opening day") {
    ScheduleRequest request = mayas_request();
    request.target = day("2027-01-22");
    const Schedule plan = schedule(request);
    CHECK(plan.task("announce-launch")->start == day("2027-01-22"));
    CHECK(plan.task("plan-next-month")->start >= day("2027-02-15"));
    // A target that comes too early does not pull the launch before its preparation.
    request.target = day("2026-12-18");
    CHECK(schedule(request).task("announce-launch")->start >= day("2027-01-11"));
}

TEST_CASE("schedule: the state follows from hours to spare and the earliest opening") {
    ScheduleRequest request = mayas_request();
    const auto state_at = [&](const char* target) {
        request.target = day(target);
        return schedule(request);
    };
    CHECK(state_at("2027-01-22").state == TimelineState::OnTrack);
    CHECK(state_at("2027-01-22").hours_to_spare == doctest::Approx(11.9).epsilon(0.01));
    CHECK(state_at("2027-01-12").state == TimelineState::AtRisk);
    CHECK(state_at("2027-01-08").state == TimelineState::Late);
    CHECK(state_at("2027-01-08").slip_days == 3);
    CHECK(state_at("2026-11-01").state == TimelineState::Late);
}

TEST_CASE("schedule: done and skipped tasks take no time and hold nothing up") {
    ScheduleRequest request = mayas_request();
    for (PlannedTask& planned : request.tasks) {
        planned.done = planned.phase == 1;
        planned.skipped = planned.id == "run-beta";
    }
    const Schedule plan = schedule(request);
    CHECK(plan.hours_before_opening == doctest::Approx(33.5 - 7.5 - 3));
    CHECK(plan.task("define-promise") == nullptr);
    CHECK(plan.task("rehearse-join")->start < day("2026-12-20"));
}

TEST_CASE("schedule: with the preparation done the doors can open today") {
    ScheduleRequest request = mayas_request();
    for (PlannedTask& planned : request.tasks) {
        planned.done = planned.phase < kOpeningPhase;
    }
    request.target = Date{kToday.days - 3};
    const Schedule plan = schedule(request);
    CHECK(plan.earliest_opening == kToday);
    CHECK(plan.slip_days == 0);
    CHECK(plan.state == TimelineState::OnTrack);
}

TEST_CASE("schedule: due dates leave the opening where it is") {
    ScheduleRequest request = mayas_request();
    request.target = day("2027-01-22");
    for (const ScheduledTask& scheduled : schedule(request).tasks) {
        if (scheduled.due) {
            CAPTURE(scheduled.id);
            CHECK(*scheduled.due < *request.target);
            CHECK(scheduled.end <= *scheduled.due);
        }
    }
    CHECK(schedule(request).task("define-promise")->due < schedule(request).task("run-beta")->due);
    CHECK(!schedule(request).task("announce-launch")->due);
}

TEST_CASE("schedule: one task done moves the others, and the moves are listed") {
    ScheduleRequest request = mayas_request();
    const Schedule before = schedule(request);
    complete(request, "define-promise");
    const auto moves = moves_between(before, schedule(request));
    REQUIRE(!moves.empty());
    CHECK(moves.front().id == "pick-platform");
    CHECK(moves.front().days == -1);
    CHECK(moves_between(before, before).empty());
}

TEST_CASE("schedule: what can never be placed is said and not looped over") {
    ScheduleRequest request;
    request.today = kToday;
    request.tasks = {task("a", 1, {"b"}), task("b", 1, {"a"}), task("c", 1, {"unknown"})};
    const Schedule circle = schedule(request);
    CHECK(!circle.complete);
    CHECK(circle.task("c")->start == kToday);
    request.tasks = {task("a", 1e12)};
    CHECK(!schedule(request).complete);
}

TEST_CASE("schedule: no tasks and odd hours give a plan all the same") {
    ScheduleRequest request;
    request.today = kToday;
    CHECK(schedule(request).earliest_opening == kToday);
    request.tasks = {task("a", 0), task("b", -2)};
    request.hours_per_week = 0;
    CHECK(schedule(request).complete);
}

TEST_CASE("schedule: the same request gives the same plan") {
    CHECK(schedule(mayas_request()).tasks == schedule(mayas_request()).tasks);
}

TEST_CASE("opening days: one too early, one that fits, one with room") {
    const auto days = opening_days(mayas_request());
    REQUIRE(days.size() == 3);
    CHECK(days[0].date == day("2027-01-08"));
    CHECK(!days[0].possible);
    CHECK(days[1].date == day("2027-01-15"));
    CHECK(days[1].possible);
    CHECK(days[2].date == day("2027-01-22"));
    CHECK(days[2].recommended);
}

TEST_CASE("opening days: four foundation tasks done recommend an earlier Friday") {
    ScheduleRequest request = mayas_request();
    for (const char* id : {"define-promise", "pick-platform", "set-price", "design-structure"}) {
        complete(request, id);
    }
    complete(request, "write-guidelines");
    const auto days = opening_days(request);
    const auto best = std::find_if(
        days.begin(), days.end(), [](const OpeningDay& option) { return option.recommended; });
    REQUIRE(best != days.end());
    CHECK(best->date == day("2027-01-15"));
    CHECK(best->hours_needed == doctest::Approx(27));
    CHECK(best->hours_to_spare == doctest::Approx(12.4).epsilon(0.01));
}

TEST_CASE("opening days: always three, rising, exactly one recommended") {
    ScheduleRequest request = mayas_request();
    for (const double hours : {0.5, 1.0, 3.0, 8.0, 20.0, 80.0}) {
        request.hours_per_week = hours;
        const auto days = opening_days(request);
        CAPTURE(hours);
        REQUIRE(days.size() == 3);
        CHECK(days[0].date < days[1].date);
        CHECK(days[1].date < days[2].date);
        CHECK(std::count_if(days.begin(), days.end(), [](const OpeningDay& option) {
                  return option.recommended;
              }) == 1);
    }
}

TEST_CASE("opening days: the turn of the year and the days before leaving are no good") {
    CHECK(!is_good_opening_day(day("2026-12-25"), {}));
    CHECK(!is_good_opening_day(day("2027-01-01"), {}));
    CHECK(!is_good_opening_day(day("2026-12-18"), kChristmas));
    CHECK(is_good_opening_day(day("2027-01-15"), kChristmas));
}
