#include "core/domain/economics.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "core/domain/places.h"

using namespace atrium;
using namespace atrium::domain;

namespace {

const Date kToday = *date_from_iso("2026-11-22");

double kept(const char* plan, double price, std::int64_t members) {
    const Market& market = built_in_market();
    const auto result = take_home(*market.plan(plan), {price, "USD"}, members, market);
    REQUIRE(result);
    return result.value().keep.value;
}

std::vector<PriceOption> options_for(const CreatorProfile& profile) {
    const Market& market = built_in_market();
    auto options = price_options(profile, *market.plan_for("circle"), market);
    REQUIRE(options);
    return std::move(options).value();
}

const PriceOption& recommended(const std::vector<PriceOption>& options) {
    const auto found = std::find_if(options.begin(), options.end(), [](const PriceOption& option) {
        return option.recommended;
    });
    REQUIRE(found != options.end());
    return *found;
}

}  // namespace

TEST_CASE("market: every figure has a source and a date, and the plans find their fees") {
    const Market& market = built_in_market();
    CHECK(market.figures.size() >= 40);
    for (const NamedFigure& named : market.figures) {
        CAPTURE(named.id);
        CHECK(!named.figure.source.empty());
        CHECK(date_from_iso(named.figure.date).has_value());
    }
    for (const char* platform :
         {"discord", "circle", "skool", "patreon", "whop", "mighty", "other"}) {
        REQUIRE(market.plan_for(platform));
        CHECK(market.plan_for(platform)->usual);
    }
    CHECK(market.plan_for("circle-business")->id == "circle-business");
    CHECK(market.plan_for("myspace") == nullptr);
}

TEST_CASE("market: every proposed currency has a rate") {
    for (const Country& country : countries()) {
        CAPTURE(country.code);
        CHECK(built_in_market().rate(country.currency) != nullptr);
    }
}

TEST_CASE("market: an own figure replaces the published one and says whose it is") {
    const auto changed = with_figure(built_in_market(), "circle-professional.monthly", 99, kToday);
    REQUIRE(changed);
    const Figure& figure = changed.value().figure("circle-professional.monthly");
    CHECK(figure.value == 99);
    CHECK(figure.source == "You");
    CHECK(figure.date == "2026-11-22");
    CHECK(built_in_market().figure("circle-professional.monthly").value == 89);
    CHECK(with_figure(built_in_market(), "nothing", 1, kToday).error().code == "figure-unknown");
    CHECK(with_figure(built_in_market(), "churn", 101, kToday).error().code ==
          "figure-out-of-range");
    const auto rated = with_figure(built_in_market(), "rate.XOF", 0.0017, kToday);
    REQUIRE(rated);
    CHECK(usd_from(1000, "XOF", rated.value()).value() == doctest::Approx(1.7));
    CHECK(!with_figure(built_in_market(), "rate.EUR", 0, kToday));
}

TEST_CASE("market: what is wrong in the file is named") {
    CHECK(market_from_json("{}").error().message.find("as_of") != std::string::npos);
    CHECK(!market_from_json("not json"));
    const auto read = market_from_json(
        R"({"as_of":"2026-11-22","note":"n","figures":[{"id":"a","label":"A","unit":"usd",
        "value":5,"low":6,"high":7,"source":"s","date":"2026-01-01"}],
        "plans":[],"rates":[],"price_ladder_usd":[],"eligibility":[]})");
    REQUIRE(!read);
    CHECK(read.error().message.find("figure \"a\"") != std::string::npos);
}

TEST_CASE("take-home: agrees with the worked examples of the fees' sources") {
    CHECK(kept("discord", 10, 100) == doctest::Approx(840));
    CHECK(kept("circle-professional", 10, 100) == doctest::Approx(832));
    CHECK(kept("skool-hobby", 10, 100) == doctest::Approx(891));
    CHECK(kept("skool-pro", 10, 100) == doctest::Approx(842));
    CHECK(kept("patreon", 10, 100) == doctest::Approx(841));
    CHECK(kept("whop", 10, 100) == doctest::Approx(943));
    CHECK(kept("circle-professional", 25, 100) == doctest::Approx(2258.5));
    CHECK(kept("skool-hobby", 49, 50) == doctest::Approx(2196));
    CHECK(kept("circle-professional", 29, 100) == doctest::Approx(2638.9));
    CHECK(kept("discord", 29, 100) == doctest::Approx(2436));
}

TEST_CASE("take-home: what is kept and the fees add up to the revenue, in any currency") {
    const Market& market = built_in_market();
    for (const PlatformPlan& plan : market.plans) {
        for (const char* currency : {"USD", "EUR", "JPY", "NGN"}) {
            const auto row = take_home(plan, {31.7, currency}, 87, market);
            REQUIRE(row);
            const TakeHome& month = row.value();
            CAPTURE(plan.id);
            CHECK(month.keep.value + month.plan_fee + month.platform_fee + month.card_fee +
                      month.currency_fee ==
                  doctest::Approx(month.revenue));
            CHECK(month.keep.low <= month.keep.value);
            CHECK(month.keep.value <= month.keep.high);
            CHECK((month.currency_fee == 0) ==
                  (std::string(currency) == "USD" || plan.currency_percent.empty()));
        }
    }
}

TEST_CASE("take-home: the comparison is sorted and leaves out other platforms") {
    const auto rows = compare_take_home({29, "USD"}, 100, built_in_market());
    REQUIRE(rows);
    CHECK(rows.value().front().plan_id == "whop");
    CHECK(rows.value().back().plan_id == "discord");
    CHECK(std::none_of(rows.value().begin(), rows.value().end(), [](const TakeHome& row) {
        return row.plan_id.starts_with("kajabi");
    }));
}

TEST_CASE("take-home: absurd prices and unknown currencies are refused in a sentence") {
    const Market& market = built_in_market();
    const PlatformPlan& circle = *market.plan_for("circle");
    CHECK(take_home(circle, {-1, "USD"}, 10, market).error().code == "price-out-of-range");
    CHECK(take_home(circle, {1e9, "USD"}, 10, market).error().code == "price-out-of-range");
    CHECK(take_home(circle, {29, "XTS"}, 10, market).error().code == "currency-unknown");
    CHECK(take_home(circle, {0, "USD"}, 10, market).value().keep.value == doctest::Approx(-92));
    CHECK(take_home(circle, {29, "USD"}, -5, market).value().keep.value == doctest::Approx(-89));
}

TEST_CASE("members needed: the least number that reaches the target") {
    const Market& market = built_in_market();
    const auto needed = [&](const char* plan, double price, double target) {
        return members_needed(*market.plan_for(plan), {price, "USD"}, target, market);
    };
    CHECK(needed("circle", 29, 2500).value() == 95);
    CHECK(needed("discord", 29, 2500).value() == 103);
    CHECK(needed("circle", 0.3, 2500).error().code == "price-too-low");
    CHECK(needed("circle", 0, 2500).error().code == "price-too-low");
    for (const PlatformPlan& plan : market.plans) {
        for (const double price : {5.0, 12.0, 29.0, 199.0}) {
            for (const double target : {1.0, 500.0, 2500.0, 50000.0}) {
                const auto members = needed(plan.id.c_str(), price, target);
                REQUIRE(members);
                CAPTURE(plan.id);
                CHECK(kept(plan.id.c_str(), price, members.value()) >= target - 1e-6);
                CHECK(kept(plan.id.c_str(), price, members.value() - 1) < target);
            }
        }
    }
}

TEST_CASE("break-even: Skool Pro pays from 62 members at $25, Circle Business from 441") {
    const Market& market = built_in_market();
    const auto at_25 = [&](const char* first, const char* second) {
        return break_even_members(*market.plan(first), *market.plan(second), {25, "USD"}, market)
            .value();
    };
    CHECK(at_25("skool-hobby", "skool-pro") == 62);
    CHECK(kept("skool-pro", 25, 62) > kept("skool-hobby", 25, 62));
    CHECK(kept("skool-pro", 25, 61) <= kept("skool-hobby", 25, 61));
    CHECK(at_25("circle-professional", "circle-business") == 441);
    CHECK(!at_25("circle-business", "circle-professional"));
}

TEST_CASE("conversion: the need lies in a band of the audience") {
    const Market& market = built_in_market();
    const ConversionNeed need = conversion_need(95, 3900, market);
    CHECK(need.share == doctest::Approx(0.02436).epsilon(0.001));
    CHECK(need.reach == Reach::High);
    CHECK(need.members_low == 39);
    CHECK(need.members_base == 117);
    CHECK(need.members_high == 195);
    // The forecast's base case of 3,900 ends with 75 of the 117 whom 3 % are.
    CHECK(members_kept(market) == doctest::Approx(75.0 / 117).epsilon(0.01));
    CHECK(conversion_need(23, 3900, market).reach == Reach::Low);
    CHECK(conversion_need(70, 3900, market).reach == Reach::Base);
    CHECK(conversion_need(117, 3900, market).reach == Reach::High);
    CHECK(conversion_need(130, 3900, market).reach == Reach::Beyond);
    CHECK(conversion_need(1, 0, market).reach == Reach::Beyond);
}

TEST_CASE("prices: Maya is offered $19, $29 and $49, with $29 recommended") {
    const auto options = options_for(demo_profile(kToday));
    REQUIRE(options.size() == 3);
    CHECK(options[0].label == "$19 a month");
    CHECK(options[1].recommended);
    CHECK(options[1].label == "$29 a month");
    CHECK(options[2].label == "$49 a month");
    CHECK(options[1].reason.find("95 members") != std::string::npos);
    CHECK(options[1].reason.find("2.4% of your 3,900 newsletter readers") != std::string::npos);
}

TEST_CASE("prices: differ where creators differ, and never promise what the audience cannot give") {
    CreatorProfile profile = demo_profile(kToday);
    profile.engaged_audience = 300'000;
    CHECK(recommended(options_for(profile)).price.amount == 19);
    profile.engaged_audience = 200;
    const auto tiny = options_for(profile);
    CHECK(recommended(tiny).price.amount == 49);
    CHECK(recommended(tiny).reason.find("more than we have reason to expect") != std::string::npos);
    profile.engaged_audience = 3900;
    profile.currency = "JPY";
    profile.monthly_target = 300'000;
    CHECK(recommended(options_for(profile)).label == "¥3,800 a month");
}

TEST_CASE("founding offer: a third off, a cap that is one, a closing date") {
    const Date opening = *date_from_iso("2027-01-15");
    const Market& market = built_in_market();
    const FoundingOffer offer = founding_offer({29, "USD"}, 3900, opening, market);
    CHECK(offer.price.amount == 20);
    CHECK(offer.seats == 40);
    CHECK(offer.lock_months == 24);
    CHECK(iso_from_date(*offer.closes) == "2027-01-29");
    CHECK(offer.discount.our_estimate);
    CHECK(founding_offer({29, "USD"}, 200, std::nullopt, market).seats == 10);
    CHECK(founding_offer({0, "USD"}, 200, std::nullopt, market).price.amount == 0);
    for (const double price : {5.0, 7.0, 9.0, 12.0, 19.0, 25.0, 29.0, 35.0, 49.0, 99.0, 3800.0}) {
        CAPTURE(price);
        const double percent =
            founding_offer({price, "USD"}, 3900, opening, market).discount_percent;
        CHECK(percent >= 29.9);
        CHECK(percent <= 40.1);
    }
}
