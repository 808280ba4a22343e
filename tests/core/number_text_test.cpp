#include "core/domain/number_text.h"

#include <doctest/doctest.h>

#include "core/domain/places.h"

using namespace atrium::domain;

TEST_CASE("number text: thousands are grouped") {
    CHECK(number_text(0) == "0");
    CHECK(number_text(999) == "999");
    CHECK(number_text(48200) == "48,200");
    CHECK(number_text(-1234567) == "-1,234,567");
}

TEST_CASE("number text: money has the sign of its currency and cents only where there are some") {
    CHECK(money_text(2500, "USD") == "$2,500");
    CHECK(money_text(29.5, "EUR") == "€29.50");
    CHECK(money_text(0.05, "USD") == "$0.05");
    CHECK(money_text(29, "CHF") == "CHF 29");
    CHECK(money_text(29, "") == "29");
    CHECK(money_text(-89, "USD") == "-$89");
    CHECK(money_text(-0.001, "USD") == "$0");
    CHECK(round_money_text(2638.9, "USD") == "$2,639");
    CHECK(!money_text(1e300, "USD").empty());
}

TEST_CASE("number text: shares and hours are as exact as they are known") {
    CHECK(percent_text(0.0244) == "2.4%");
    CHECK(percent_text(0.03) == "3%");
    CHECK(percent_text(0.0996) == "10%");
    CHECK(percent_text(0.123) == "12%");
    CHECK(percent_text(0.0001) == "under 0.1%");
    CHECK(percent_text(0) == "0%");
    CHECK(hours_text(33.5) == "33.5 h");
    CHECK(hours_text(6) == "6 h");
    CHECK(hours_text(-0.04) == "0 h");
    CHECK(count_text(1, "member", "members") == "1 member");
    CHECK(count_text(1200, "member", "members") == "1,200 members");
}

TEST_CASE("places: a country has a name and a currency, an unknown code stays itself") {
    CHECK(countries().size() > 240);
    REQUIRE(find_country("NG"));
    CHECK(find_country("NG")->currency == "NGN");
    CHECK(country_name("GB") == "United Kingdom");
    CHECK(country_name("XX") == "XX");
}

TEST_CASE("number text: numbers and money follow the person's formats") {
    const auto in = [](FormatChoice choice) {
        return formats_for(choice, ClockChoice::Automatic, "");
    };
    CHECK(money_text(1234.5, "EUR", in(FormatChoice::EnglishUs)) == "€1,234.50");
    CHECK(money_text(1234.5, "EUR", in(FormatChoice::German)) == "1.234,50\u00a0€");
    CHECK(money_text(-89, "CHF", in(FormatChoice::German)) == "-89\u00a0CHF");
    CHECK(money_text(1234.5, "CHF", in(FormatChoice::Swiss)) == "CHF 1’234.50");
    CHECK(money_text(1234.5, "EUR", in(FormatChoice::French)) == "1\u202f234,50\u00a0€");
    CHECK(round_money_text(2638.9, "USD", in(FormatChoice::Spanish)) == "2.639\u00a0$");
    CHECK(exact_money_text(0.006, "USD", 3, in(FormatChoice::German)) == "0,006\u00a0$");
    CHECK(number_text(-1234567, in(FormatChoice::German)) == "-1.234.567");
    CHECK(percent_text(0.0244, in(FormatChoice::German)) == "2,4\u00a0%");
    CHECK(percent_text(0.0001, in(FormatChoice::German)) == "under 0,1\u00a0%");
    CHECK(hours_text(33.5, in(FormatChoice::German)) == "33,5 h");
    CHECK(count_text(1200, "member", "members", in(FormatChoice::German)) == "1.200 members");
}

TEST_CASE("number text: a decimal number has no zeros at its end") {
    CHECK(decimal_text(3) == "3");
    CHECK(decimal_text(3.5) == "3.5");
    CHECK(decimal_text(0.755) == "0.76");
    CHECK(decimal_text(-1250.25) == "-1,250.25");
    CHECK(decimal_text(-0.001) == "0");
    CHECK(decimal_text(1000) == "1,000");
}
