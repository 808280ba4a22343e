#include "core/domain/progress.h"

#include <string>

#include <doctest/doctest.h>

using namespace atrium::domain;

namespace {

std::vector<PlannedTask> with_done(std::initializer_list<std::string_view> done) {
    auto tasks = planned_tasks(built_in_template());
    for (PlannedTask& task : tasks) {
        for (const std::string_view id : done) {
            task.done = task.done || task.id == id;
        }
    }
    return tasks;
}

std::string ids(const std::vector<Milestone>& milestones) {
    std::string text;
    for (const Milestone& milestone : milestones) {
        text += (text.empty() ? "" : " ") + milestone.id;
    }
    return text;
}

const Date kStart = *date_from_iso("2026-11-22");
const Date kTarget = *date_from_iso("2027-01-15");

}  // namespace

TEST_CASE("progress: three decisions, four foundation tasks and the guidelines") {
    const auto tasks = with_done(
        {"define-promise", "pick-platform", "set-price", "design-structure", "write-guidelines"});
    const Progress now = progress(tasks, 3, {kStart, kTarget, kStart});
    CHECK(now.planning == doctest::Approx(7.0 / 11));
    CHECK(now.execution == doctest::Approx(1.5 / 35.5));
    CHECK(now.overall == doctest::Approx(6.5 / 43));
    CHECK(now.timeline == 0.0);
}

TEST_CASE("progress: the timeline is the share of days gone, from 0 to 1") {
    const auto at = [](Date today) {
        return *progress({}, 0, {kStart, kTarget, today}).timeline;
    };
    CHECK(at({kStart.days - 9}) == 0);
    CHECK(at({kStart.days + 27}) == doctest::Approx(0.5));
    CHECK(at({kTarget.days + 9}) == 1);
    CHECK(!progress({}, 0, {kStart, std::nullopt, kStart}).timeline);
    CHECK(progress({}, 0, {kStart, kStart, kStart}).timeline == 1.0);
}

TEST_CASE("progress: skipped tasks count neither as work nor as done") {
    auto tasks = with_done({"define-promise"});
    for (PlannedTask& task : tasks) {
        task.skipped = task.phase > 1;
    }
    const Progress now = progress(tasks, 0, {kStart, std::nullopt, kStart});
    CHECK(now.overall == doctest::Approx(1.5 / 7.5));
    CHECK(now.execution == 0);
}

TEST_CASE("progress: everything done is 1, nothing is 0") {
    auto tasks = planned_tasks(built_in_template());
    CHECK(progress(tasks, 0, {}).overall == 0);
    CHECK(passed_milestones(tasks, 0).empty());
    for (PlannedTask& task : tasks) {
        task.done = true;
    }
    const Progress all = progress(tasks, 9, {});
    CHECK(all.planning == 1);
    CHECK(all.execution == 1);
    CHECK(all.overall == 1);
    CHECK(ids(passed_milestones(tasks, 5)) ==
          "first-decision five-decisions foundation build half-way prelaunch launch first-month");
}

TEST_CASE("progress: a phase that was skipped whole is no milestone") {
    auto tasks = planned_tasks(built_in_template());
    for (PlannedTask& task : tasks) {
        task.skipped = task.phase == 1;
    }
    CHECK(ids(passed_milestones(tasks, 1)) == "first-decision");
}

TEST_CASE("progress: opening the doors is a milestone of its own") {
    CHECK(ids(passed_milestones(with_done({"announce-launch"}), 0)) == "launch");
}
