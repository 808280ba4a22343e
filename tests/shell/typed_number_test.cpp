#include "shell/views/typed_number.h"

#include <doctest/doctest.h>

using namespace atrium::shell;
namespace domain = atrium::domain;

namespace {

domain::Formats in(domain::FormatChoice choice) {
    return domain::formats_for(choice, domain::ClockChoice::Automatic, "");
}

const domain::Formats kEnglish{};
const domain::Formats kGerman = in(domain::FormatChoice::German);
const domain::Formats kSwiss = in(domain::FormatChoice::Swiss);
const domain::Formats kFrench = in(domain::FormatChoice::French);

}  // namespace

TEST_CASE("typed number: what can be read in one way only is read in every format") {
    for (const domain::Formats& formats : {kEnglish, kGerman, kSwiss, kFrench}) {
        CHECK(typed_number("29", formats) == 29);
        CHECK(typed_number("9.90", formats) == doctest::Approx(9.9));
        CHECK(typed_number("9,90", formats) == doctest::Approx(9.9));
        CHECK(typed_number("1,234.56", formats) == doctest::Approx(1234.56));
        CHECK(typed_number("1.234,56", formats) == doctest::Approx(1234.56));
        CHECK(typed_number("1’234.56", formats) == doctest::Approx(1234.56));
        CHECK(typed_number("1\u202f234,56", formats) == doctest::Approx(1234.56));
        CHECK(typed_number("1 234", formats) == 1234);
        CHECK(typed_number("1.234.567", formats) == 1234567);
        CHECK(typed_number("1,234,567", formats) == 1234567);
        CHECK(typed_number("-3,5", formats) == doctest::Approx(-3.5));
        CHECK(typed_number(" 7 ", formats) == 7);
    }
}

TEST_CASE("typed number: the format says what one sign before three digits is") {
    CHECK(typed_number("1,234", kEnglish) == 1234);
    CHECK(typed_number("1.234", kEnglish) == doctest::Approx(1.234));
    CHECK(typed_number("1.234", kGerman) == 1234);
    CHECK(typed_number("1,234", kGerman) == doctest::Approx(1.234));
    CHECK(typed_number("0,500", kEnglish) == doctest::Approx(0.5));
    CHECK(typed_number("1234,567", kEnglish) == doctest::Approx(1234.567));
}

TEST_CASE("typed number: what is no number is none") {
    for (const char* text : {"",
                             " ",
                             "many",
                             "3 €x",
                             "1,23,4",
                             "1.2.3",
                             "1,234,56.7",
                             "12.34,5.6",
                             ",",
                             ".",
                             "--3",
                             "inf",
                             "nan",
                             "1e999"}) {
        CAPTURE(text);
        CHECK_FALSE(typed_number(text, kEnglish));
        CHECK_FALSE(typed_number(text, kGerman));
    }
}

TEST_CASE("typed number: a number to be changed comes back as it was") {
    for (const domain::Formats& formats : {kEnglish, kGerman, kSwiss, kFrench}) {
        for (const double number : {0.0, 3.5, 29.0, 1234.5, 1234567.0, 0.75}) {
            CAPTURE(number_to_type(number, formats));
            CHECK(typed_number(number_to_type(number, formats), formats) == number);
        }
    }
    CHECK(number_to_type(1234.5, kGerman) == "1234,5");
}
