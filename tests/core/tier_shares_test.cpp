// Several paid tiers: how members spread over them, and that the forecast counts with all of them.
#include "core/domain/tier_shares.h"

#include <doctest/doctest.h>

#include "core/domain/forecast.h"
#include "core/domain/handle.h"
#include "core/domain/saved_cases.h"
#include "tests/core/sample_workspace.h"

using namespace atrium;
using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

const PricingSlots kTwo{std::nullopt, "USD", "month", {{"Basic", 19}, {"Pro", 49}}};

EventStore priced(PricingSlots price) {
    EventStore store = started_store();
    store.append({DecisionRecorded{sample_decision(2, PlatformSlots{"circle"})},
                  DecisionRecorded{sample_decision(3, std::move(price))}},
                 kNoon);
    return store;
}

const Project& project_of(const EventStore& store) {
    return *active_project(store.workspace());
}

std::string change(EventStore& store, const std::string& key, std::optional<double> value) {
    const auto events = handle(store.workspace(), ChangeAssumption{key, value}, context_at(0));
    if (!events) {
        return events.error().message;
    }
    store.append(events.value(), kNoon);
    return "";
}

Forecast forecast_of(const EventStore& store) {
    auto result = forecast(store.workspace(), project_of(store), context_at(0));
    REQUIRE(result);
    return std::move(result).value();
}

std::vector<double> percents(const EventStore& store) {
    std::vector<double> list;
    for (const TierShare& tier : tier_shares(project_of(store))) {
        list.push_back(tier.percent);
    }
    return list;
}

}  // namespace

TEST_CASE("tier shares: all paid tiers share alike until the creator says otherwise") {
    const EventStore store = priced(
        {std::nullopt, "USD", "year", {{"Guest", 0}, {"Basic", 120}, {"", 240}, {"Pro", 480}}});
    const std::vector<TierShare> tiers = tier_shares(project_of(store));
    REQUIRE(tiers.size() == 3);
    CHECK(tiers[0].name == "Basic");
    CHECK(tiers[0].amount == 10);
    CHECK(tiers[1].name == "tier 3");
    CHECK(tiers[2].percent == doctest::Approx(100.0 / 3));
    CHECK(average_amount(tiers) == doctest::Approx(70.0 / 3));
    CHECK(tier_shares(project_of(priced({29.0, "USD", "month", {}}))).empty());
}

TEST_CASE("tier shares: what the creator enters leaves the rest to the others, and makes 100") {
    EventStore store = priced(kTwo);
    CHECK(change(store, "tier-share.1-of-2", 80).empty());
    CHECK(percents(store) == std::vector<double>{80, 20});
    CHECK(change(store, "tier-share.2-of-2", 80).empty());
    CHECK(percents(store) == std::vector<double>{50, 50});
    CHECK(change(store, "tier-share.1-of-2", 0).empty());
    CHECK(percents(store) == std::vector<double>{0, 100});
    CHECK(change(store, "tier-share.2-of-2", 0).empty());
    CHECK(percents(store) == std::vector<double>{50, 50});
    CHECK(change(store, "tier-share.1-of-3", 90).empty());
    CHECK(percents(store) == std::vector<double>{50, 50});
    CHECK(change(store, "tier-share.1-of-2", 101) ==
          "A tier's share of the new members must be between 0 and 100 percent; all tiers together "
          "make 100.");
}

TEST_CASE("tier shares: one that is set moves the others in proportion") {
    const EventStore store =
        priced({std::nullopt, "USD", "month", {{"A", 10}, {"B", 20}, {"C", 30}}});
    std::vector<TierShare> tiers = tier_shares(project_of(store));
    tiers[0].percent = 50;
    tiers[1].percent = 40;
    tiers[2].percent = 10;
    const std::vector<CaseFigure> shares = shares_with(tiers, tiers[0].key, 75);
    REQUIRE(shares.size() == 3);
    CHECK(shares[0].value == 75);
    CHECK(shares[1].value == doctest::Approx(20));
    CHECK(shares[2].value == doctest::Approx(5));
    tiers[0].percent = 100;
    tiers[1].percent = 0;
    tiers[2].percent = 0;
    CHECK(shares_with(tiers, tiers[0].key, 40)[1].value == doctest::Approx(30));
}

TEST_CASE("tier shares: the forecast's money is that of each tier's members, one by one") {
    EventStore store = priced(kTwo);
    change(store, "tier-share.1-of-2", 75);
    change(store, "founding.cap", 0);
    change(store, "churn", 0);
    change(store, "join-at-launch", 100);
    change(store, "audience-growth", 0);
    change(store, "audience", 4'000);
    change(store, "conversion", 2);
    const Forecast year = forecast_of(store);
    CHECK(year.basis.price().amount == doctest::Approx(26.5));
    const ForecastMonth& month = year.base().months.front();
    REQUIRE(month.members == 80);
    // 2 % of 4,000: 60 on Basic and 20 on Pro, each payment with its own 30 cents.
    const TakeHome basic = take_home(year.basis.plan, {19, "USD"}, 60, year.basis.market).value();
    const TakeHome pro = take_home(year.basis.plan, {49, "USD"}, 20, year.basis.market).value();
    CHECK(month.gross == doctest::Approx(basic.revenue + pro.revenue));
    CHECK(month.fees ==
          doctest::Approx(basic.platform_fee + basic.card_fee + pro.platform_fee + pro.card_fee));
    CHECK(month.keep == doctest::Approx(basic.keep.value + pro.keep.value + basic.plan_fee));
}

TEST_CASE("tier shares: they stand among the assumptions and say whose they are") {
    EventStore store = priced(kTwo);
    const Assumptions ours = forecast_of(store).basis;
    CHECK(ours.averages_tiers());
    CHECK(ours.price().amount == 34);
    CHECK(ours.figure("price").our_estimate);
    CHECK(ours.figure("tier-share.2-of-2").source ==
          "Our estimate: equal shares, as nobody publishes how members spread");
    change(store, "tier-share.1-of-2", 90);
    const Assumptions own = forecast_of(store).basis;
    CHECK(own.figure("tier-share.1-of-2").source == "You");
    CHECK(own.figure("tier-share.2-of-2").source == "What the other tiers leave");
    CHECK_FALSE(own.figure("price").our_estimate);
}

TEST_CASE("tier shares: an average price that the creator enters goes before them") {
    EventStore store = priced(kTwo);
    change(store, "tier-share.1-of-2", 90);
    change(store, "price", 30);
    const Assumptions basis = forecast_of(store).basis;
    CHECK(basis.price().amount == 30);
    CHECK_FALSE(basis.averages_tiers());
    change(store, "price", std::nullopt);
    CHECK(forecast_of(store).basis.price().amount == doctest::Approx(22));
}

TEST_CASE("tier shares: a case holds its own, and a single paid tier is the price") {
    EventStore store = priced(kTwo);
    const SavedCase cheap{"Cheap", {{"tier-share.1-of-2", 100}, {"tier-share.2-of-2", 0}}};
    CHECK_FALSE(case_problem(project_of(store), cheap));
    const auto year = case_year(store.workspace(), project_of(store), cheap, context_at(0));
    REQUIRE(year);
    CHECK(year.value().gross < forecast_of(store).base().gross);
    const Assumptions single =
        forecast_of(priced({std::nullopt, "USD", "month", {{"Free", 0}, {"Pro", 49}}})).basis;
    CHECK(single.price().amount == 49);
    CHECK(single.figure("price").source == "Your decision");
}
