#include "core/protocol/money.h"

#include <doctest/doctest.h>

using namespace atrium::protocol;

TEST_CASE("money: dollars are read exactly") {
    CHECK(nano_usd_from_text("50").value().value == 50'000'000'000);
    CHECK(nano_usd_from_text("50.0").value().value == 50'000'000'000);
    CHECK(nano_usd_from_text("0.003").value().value == 3'000'000);
    CHECK(nano_usd_from_text(".000000001").value().value == 1);
    for (const char* bad :
         {"", ".", "-1", "1e3", "1,5", "$5", "0.0000000001", "9999999999", "inf"}) {
        CHECK_FALSE(static_cast<bool>(nano_usd_from_text(bad)));
    }
}

TEST_CASE("money: amounts are written rounded, and never as nothing when something was spent") {
    CHECK(text_from_nano_usd({1'234'567'890}) == "$1.23");
    CHECK(text_from_nano_usd({1'235'000'000}) == "$1.24");
    CHECK(text_from_nano_usd({999'999'999}, 2) == "$1.00");
    CHECK(text_from_nano_usd({50'000'000}, 4) == "$0.0500");
    CHECK(text_from_nano_usd({-1'500'000'000}, 0) == "-$2");
    CHECK(micro_usd_from_nano({1}) == 1);
    CHECK(micro_usd_from_nano({1000}) == 1);
    CHECK(micro_usd_from_nano({0}) == 0);
}
