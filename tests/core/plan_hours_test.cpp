#include "core/domain/plan_hours.h"

#include <doctest/doctest.h>

using namespace atrium::domain;

TEST_CASE("plan hours: what is there less what is needed is what is said to be left") {
    for (const double available : {29.7, 22.857, 38.6, 54.43, 30.0, 31.46}) {
        for (const double needed : {27.0, 30.5, 35.5}) {
            CAPTURE(available);
            CAPTURE(needed);
            CHECK(in_halves(available) - needed == in_halves(available - needed));
        }
    }
    CHECK(spare_text(11.6) == "11.5 h to spare");
    CHECK(spare_text(-4.2) == "4.5 h short");
    CHECK(spare_text(0) == "0 h to spare");
    CHECK(spare_text(-0.05) == "0 h to spare");
}

TEST_CASE("plan hours: a week is never planned beyond what it has") {
    CHECK(week_text(3.5, 24.0 / 7) == "3.5 of 3.5 h planned");
    CHECK(week_text(1.49, 1.39) == "1 of 1 h planned");
    CHECK(week_text(2, 6) == "2 of 6 h planned");
    CHECK(week_text(0.25, 6) == "less than half an hour planned");
    CHECK(week_text(0, 6) == "nothing planned");
}
