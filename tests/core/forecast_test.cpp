// The forecast against numbers worked out by hand from its model. Maya: 3,900 readers, $29 a month,
// Circle Professional ($89, 2 % + 2.9 % + 30 cents), conversion 3 %, 60 % of it at launch, 1 % new
// readers a month, churn 7 %; 40 founding seats at $20.
#include "core/domain/forecast.h"

#include <doctest/doctest.h>

#include "core/domain/handle.h"
#include "tests/core/sample_workspace.h"

using namespace atrium;
using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

EventStore planned_store(PricingSlots price = {29.0, "USD", "month", {}},
                         const char* platform = "circle") {
    EventStore store = started_store();
    store.append({DecisionRecorded{sample_decision(2, PlatformSlots{platform})},
                  DecisionRecorded{sample_decision(3, std::move(price))},
                  DecisionRecorded{sample_decision(4, TimelineSlots{Date{20'849}, {}, {}})}},
                 kNoon);
    return store;
}

void change(EventStore& store, const char* key, std::optional<double> value) {
    const auto events = handle(store.workspace(), ChangeAssumption{key, value}, context_at(0));
    REQUIRE(events);
    store.append(events.value(), kNoon);
}

Forecast forecast_of(const EventStore& store) {
    auto result = forecast(store.workspace(), *active_project(store.workspace()), context_at(0));
    REQUIRE(result);
    return std::move(result).value();
}

std::string refusal(const EventStore& store, const char* key, double value) {
    const auto events = handle(store.workspace(), ChangeAssumption{key, value}, context_at(0));
    return events ? "" : events.error().code;
}

}  // namespace

TEST_CASE("forecast: the first two months of the base case are those worked out by hand") {
    const Forecast result = forecast_of(planned_store());
    REQUIRE(result.base().months.size() == 12);
    // 3,900 x 3 % x 60 % = 70.2 join, 40 of them on founding seats.
    const ForecastMonth& first = result.base().months[0];
    CHECK(first.joined == 70);
    CHECK(first.left == 0);
    CHECK(first.members == 70);
    CHECK(first.founding == 40);
    CHECK(first.gross == doctest::Approx(30 * 29 + 40 * 20));
    CHECK(first.fees == doctest::Approx(1670 * 0.049 + 70 * 0.30));
    CHECK(first.fixed == 89);
    CHECK(first.keep == doctest::Approx(1478.17));
    CHECK(iso_from_date(*first.begins) == "2027-01-31");
    // 117 x 40 % / 11 + 3,900 x 1 % x 3 % = 5.42 join; 30.2 x 0.93 + 5.42 and 40 x 0.93 stay.
    const ForecastMonth& second = result.base().months[1];
    CHECK(second.joined == 5);
    CHECK(second.left == 4);
    CHECK(second.members == 71);
    CHECK(second.founding == 37);
    CHECK(second.gross == doctest::Approx(34 * 29 + 37 * 20));
    CHECK(second.keep == doctest::Approx(1531.126));
    CHECK(iso_from_date(*second.begins) == "2027-02-28");
    CHECK(iso_from_date(*result.base().months[2].begins) == "2027-03-31");
}

TEST_CASE("forecast: the low case converts fewer, grows less and loses more") {
    const Forecast result = forecast_of(planned_store());
    // 3,900 x 1 % x 60 % = 23.4, all on founding seats; then 39 x 40 % / 11 and no growth.
    CHECK(result.low().months[0].members == 23);
    CHECK(result.low().months[0].founding == 23);
    CHECK(result.low().months[1].members == 22);
    CHECK(result.low().months[1].founding == 21);
    // 3,900 x 5 % x 60 % = 117.
    CHECK(result.high().months[0].members == 117);
    for (std::size_t month = 0; month < 12; ++month) {
        CAPTURE(month);
        CHECK(result.low().months[month].members <= result.base().months[month].members);
        CHECK(result.base().months[month].members <= result.high().months[month].members);
        CHECK(result.base().months[month].keep <= result.high().months[month].keep);
    }
}

TEST_CASE("forecast: the year is the sum of its months, and keep is gross less fees and costs") {
    const Forecast result = forecast_of(planned_store());
    for (const ForecastYear& year : result.cases) {
        double keep = 0;
        std::int64_t members = 0;
        for (const ForecastMonth& month : year.months) {
            CHECK(month.keep == doctest::Approx(month.gross - month.fees - month.fixed));
            CHECK(month.members == members + month.joined - month.left);
            members = month.members;
            keep += month.keep;
        }
        CHECK(year.keep == doctest::Approx(keep));
        CHECK(year.keep == doctest::Approx(year.gross - year.fees - year.fixed));
    }
    // 117 in the first month at high conversion: 77 x 29 + 40 x 20, less fees, is 2,776.99 - 89.
    CHECK(result.high().target_month == 1);
    CHECK_FALSE(result.low().target_month);
    CHECK(result.low().covered_month == 1);
}

TEST_CASE("forecast: break-evens are those worked out by hand") {
    const Forecast result = forecast_of(planned_store());
    CHECK(result.fixed_costs.fixed == 89);
    CHECK(*result.fixed_costs.members == 4);           // 89 / (29 x 0.951 - 0.30) = 3.26
    CHECK(*result.fixed_costs.founding_members == 5);  // 89 / (20 x 0.951 - 0.30) = 4.75
    const auto members_between = [&](const std::string& cheaper, const std::string& better) {
        for (const PlanBreakEven& found : result.plans) {
            if (found.cheaper_plan == cheaper && found.better_plan == better) {
                return found.members;
            }
        }
        return std::int64_t{0};
    };
    CHECK(members_between("Circle Professional", "Circle Business") == 380);  // 110 / 0.29
    CHECK(members_between("Discord", "Circle Professional") == 31);           // 89 / 2.919
    CHECK(members_between("Circle Professional", "Discord") == 0);
}

TEST_CASE("forecast: other fixed costs lower what is kept and raise the break-even") {
    EventStore store = planned_store();
    change(store, "costs.other", 100);
    const Forecast result = forecast_of(store);
    CHECK(result.base().months[0].fixed == 189);
    CHECK(result.base().months[0].keep == doctest::Approx(1378.17));
    CHECK(*result.fixed_costs.members == 7);  // 189 / 27.279 = 6.93
}

TEST_CASE("forecast: the grid's middle is the plan, and both ways up it rises") {
    const Forecast result = forecast_of(planned_store());
    const Sensitivity& grid = result.sensitivity;
    REQUIRE(grid.cells.size() == 25);
    CHECK(grid.prices == std::vector<double>{17, 23, 29, 36, 46});
    CHECK(grid.conversions == std::vector<double>{1, 2, 3, 4, 5});
    CHECK(grid.at(2, 2).members == result.base().months[11].members);
    CHECK(grid.at(2, 2).keep == doctest::Approx(result.base().months[11].keep));
    for (std::size_t i = 1; i < 5; ++i) {
        CHECK(grid.at(2, i).keep > grid.at(2, i - 1).keep);
        CHECK(grid.at(i, 2).keep > grid.at(i - 1, 2).keep);
        CHECK(grid.at(i, 2).members == grid.at(0, 2).members);
    }
}

TEST_CASE("forecast: a price paid once counts the joiners only") {
    const Forecast result = forecast_of(planned_store({100.0, "USD", "once", {}}, "whop"));
    const ForecastMonth& second = result.base().months[1];
    CHECK(second.joined == 5);
    CHECK(second.gross == doctest::Approx(500));
}

TEST_CASE("forecast: a yearly price counts a twelfth each month") {
    const Forecast result = forecast_of(planned_store({240.0, "USD", "year", {}}));
    CHECK(result.basis.price().amount == doctest::Approx(20));
    CHECK(result.basis.billing == Billing::Yearly);
}

TEST_CASE("forecast: without founding seats everybody pays the price, and a lock that ends too") {
    EventStore store = planned_store();
    change(store, "founding.cap", 0);
    CHECK(forecast_of(store).base().months[0].gross == doctest::Approx(70 * 29));
    change(store, "founding.cap", 10);
    change(store, "founding.lock", 6);
    const Forecast result = forecast_of(store);
    CHECK(result.base().months[0].founding == 10);
    CHECK(result.base().months[5].founding == 7);  // 10 x 0.93^5
    CHECK(result.base().months[6].founding == 0);
}

TEST_CASE("forecast: founding seats stay open for as long as the offer is") {
    EventStore store = planned_store();
    change(store, "founding.cap", 1'000);
    change(store, "founding.days", 45);
    const Forecast result = forecast_of(store);
    CHECK(result.base().months[0].founding == 70);
    // Half of the second month's 5.42 joiners: 70.2 x 0.93 + 2.71 = 68.0.
    CHECK(result.base().months[1].founding == 68);
}

TEST_CASE("assumptions: each one names a source and a day, and estimates say that they are") {
    const Forecast result = forecast_of(planned_store());
    CHECK(result.basis.list.size() >= 14);
    for (const Assumption& assumption : result.basis.list) {
        CAPTURE(assumption.named.id);
        CHECK(!assumption.named.label.empty());
        CHECK(!assumption.named.figure.source.empty());
        CHECK(date_from_iso(assumption.named.figure.date).has_value());
        CHECK_FALSE(assumption.own);
    }
    CHECK(result.basis.figure("conversion").our_estimate);
    CHECK(result.basis.figure("audience-growth").our_estimate);
    CHECK(result.basis.figure("price").source == "Your decision");
    CHECK(result.basis.figure("founding.cap").value == 40);
    CHECK(result.basis.plan_decided);
}

TEST_CASE(
    "assumptions: an own figure says whose it is, keeps its range in proportion and goes away") {
    EventStore store = planned_store();
    change(store, "churn", 3.5);
    const Figure own = forecast_of(store).basis.figure("churn");
    CHECK(own.value == 3.5);
    CHECK(own.low == doctest::Approx(2));
    CHECK(own.high == doctest::Approx(5));
    CHECK(own.source.starts_with("You"));
    CHECK(own.date == "2026-11-22");
    change(store, "churn", std::nullopt);
    CHECK(forecast_of(store).basis.figure("churn").value == 7);
    CHECK(active_project(store.workspace())->own_figures.empty());
}

TEST_CASE("assumptions: own price, audience and fees go before decision, profile and market") {
    EventStore store = planned_store();
    change(store, "price", 40);
    change(store, "audience", 1'000);
    change(store, "circle-professional.monthly", 99);
    const Forecast result = forecast_of(store);
    CHECK(result.base().months[0].joined == 18);
    CHECK(result.base().months[0].fixed == 99);
    CHECK(result.basis.price().amount == 40);
    CHECK(current_slots<PricingSlots>(*active_project(store.workspace()))->amount == 29);
}

TEST_CASE("assumptions: what makes no sense is refused, what changes nothing is no event") {
    EventStore store = planned_store();
    CHECK(refusal(store, "happiness", 1) == "figure-unknown");
    CHECK(refusal(store, "rate.euro", 1) == "figure-unknown");
    CHECK(refusal(store, "churn", 101) == "figure-out-of-range");
    CHECK(refusal(store, "price", -1) == "figure-out-of-range");
    CHECK(refusal(store, "audience", 1e12) == "figure-out-of-range");
    CHECK(refusal(store, "rate.EUR", 0) == "figure-out-of-range");
    const auto same =
        handle(store.workspace(), ChangeAssumption{"churn", std::nullopt}, context_at(0));
    REQUIRE(same);
    CHECK(same.value().empty());
}

TEST_CASE("assumptions: undo takes an own figure back") {
    EventStore store = planned_store();
    change(store, "churn", 3);
    store.append({BatchUndone{store.last_undoable()}}, kNoon);
    CHECK(forecast_of(store).basis.figure("churn").value == 7);
}

TEST_CASE("forecast: it can be made before any decision, and says what is our suggestion") {
    const Forecast result = forecast_of(started_store());
    CHECK_FALSE(result.basis.plan_decided);
    CHECK(result.basis.figure("price").our_estimate);
    CHECK_FALSE(result.base().months[0].begins);
}

TEST_CASE("forecast: no audience, a free price and a huge one are answered with numbers") {
    EventStore store = planned_store({0.0, "USD", "month", {}});
    change(store, "audience", 0);
    const Forecast nobody = forecast_of(store);
    CHECK(nobody.base().months[11].members == 0);
    CHECK(nobody.base().keep == doctest::Approx(-12 * 89));
    CHECK_FALSE(nobody.fixed_costs.members);
    change(store, "audience", 1e9);
    change(store, "price", 1e6);
    CHECK(forecast_of(store).high().months[11].members <= 1'000'000'000);
    CHECK(forecast(Workspace{}, Project{}, context_at(0)).error().code == "profile-missing");
}
