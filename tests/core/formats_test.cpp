#include "core/domain/formats.h"

#include <doctest/doctest.h>

using namespace atrium::domain;

namespace {

Formats automatic(std::string_view tag) {
    return formats_for(FormatChoice::Automatic, ClockChoice::Automatic, tag);
}

Formats chosen(FormatChoice choice) {
    return formats_for(choice, ClockChoice::Automatic, "");
}

}  // namespace

TEST_CASE("formats: the browser's language decides what is automatic") {
    CHECK(automatic("de") == chosen(FormatChoice::German));
    CHECK(automatic("de-AT") == chosen(FormatChoice::German));
    CHECK(automatic("de-CH") == chosen(FormatChoice::Swiss));
    CHECK(automatic("en-US") == chosen(FormatChoice::EnglishUs));
    CHECK(automatic("en-IE") == chosen(FormatChoice::EnglishUk));
    CHECK(automatic("pt-BR") == chosen(FormatChoice::Spanish));
    CHECK(automatic("fr-CA") == chosen(FormatChoice::French));
}

TEST_CASE("formats: a language without a format of its own, and none at all, has the house style") {
    for (const char* tag : {"", "-", "xx", "zh-Hant-TW", "e", "en-US-", "-de"}) {
        CAPTURE(tag);
        const Formats formats = automatic(tag);
        CHECK(formats.decimal == ".");
    }
    CHECK(automatic("ja-JP") == Formats{});
}

TEST_CASE("formats: the clock follows the browser, the format, or the person's word") {
    CHECK(automatic("en-US").hours_12);
    CHECK_FALSE(automatic("en-US-u-hc-h23").hours_12);
    CHECK(automatic("en-AU-u-hc-h12").hours_12);
    CHECK_FALSE(
        formats_for(FormatChoice::German, ClockChoice::Automatic, "en-US-u-hc-h12").hours_12);
    CHECK(formats_for(FormatChoice::German, ClockChoice::Hours12, "de").hours_12);
    CHECK_FALSE(formats_for(FormatChoice::EnglishUs, ClockChoice::Hours24, "en-US").hours_12);
}

TEST_CASE("formats: midnight and noon are 12 on a clock of twelve hours") {
    Formats twelve;
    twelve.hours_12 = true;
    CHECK(clock_text(0, twelve) == "12:00 AM");
    CHECK(clock_text(12 * 60 + 5, twelve) == "12:05 PM");
    CHECK(clock_text(14 * 60 + 30, twelve) == "2:30 PM");
    CHECK(clock_text(14 * 60 + 30) == "14:30");
    CHECK(clock_text(9) == "00:09");
}
