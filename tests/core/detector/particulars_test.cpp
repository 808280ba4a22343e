#include "core/domain/detector/particulars.h"

#include <string>

#include <doctest/doctest.h>

#include "core/domain/detector/detector.h"
#include "tests/core/detector/slots_cases.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

const Date kToday = *date_from_iso("2026-11-22");  // a Sunday

// What an answer to the question about a category names, with what stands beside it.
std::string heard(DecisionCategory asked, std::string_view text) {
    const std::optional<DecisionSlots> slots = slots_mentioned(asked, text, kToday);
    return slots ? slots_json(with_particulars(*slots, text, kToday)) : "nothing";
}

void check_all(DecisionCategory asked, std::initializer_list<SlotsCase> cases) {
    check_slots(&heard, asked, cases);
}

}  // namespace

TEST_CASE("particulars: a yearly price stands beside the price of a month") {
    constexpr auto kBoth = R"({"amount":18,"currency":"EUR","interval":"month","yearly":180})";
    check_all(DecisionCategory::Pricing,
              {
                  {"18€/Monat, und 180 im Jahr", kBoth},
                  {"18 euros a month and 180 a year", kBoth},
                  {"18 € im Monat oder 180 € im Jahr", kBoth},
                  {"€18 monthly, €180 yearly", kBoth},
                  {"18 euro a month, or 180 for the year", kBoth},
                  {"180 a year or 18 euros a month", kBoth},
                  {"€18/mo with an annual option at €180", kBoth},
                  {"18 eur per month / 180 eur per year", kBoth},
                  {"20/month or 200/year", R"({"amount":20,"interval":"month","yearly":200})"},
                  {"$180 a year", R"({"amount":180,"currency":"USD","interval":"year"})"},
                  {"18 euros a month", R"({"amount":18,"currency":"EUR","interval":"month"})"},
              });
}

TEST_CASE("particulars: the founders' price stands beside the price") {
    constexpr auto kBoth = R"({"amount":20,"currency":"EUR","founding":15,"interval":"month"})";
    check_all(DecisionCategory::Pricing,
              {
                  {"20 euros a month, founding members 15", kBoth},
                  {"€20 a month, founders pay €15", kBoth},
                  {"€20 a month, €15 for founding members", kBoth},
                  {"founding members 15, everyone else 20 euros a month", kBoth},
                  {"20 euro a month and early birds get it for 15", kBoth},
              });
    const PricingSlots tiers{std::nullopt, "EUR", "month", {{"Founders", 15}, {"", 20}}};
    CHECK(slots_json(with_particulars(
              tiers, "Founders get in for €15 a month, all others pay 20", kToday)) == kBoth);
}

TEST_CASE("particulars: names of channels are kept as written") {
    using Names = std::vector<std::string>;
    const Names glaze = {"Glasuren", "Drehen", "Fragen", "Off topic"};
    for (const char* text : {"6 spaces: Glasuren, Drehen, Fragen, Off topic",
                             "one tier, four channels: Glasuren, Drehen, Fragen and Off topic",
                             "channels (Glasuren, Drehen, Fragen, Off topic), one tier",
                             "spaces called Glasuren, Drehen, Fragen und Off topic. And 2 roles.",
                             "the channels are #Glasuren #Drehen #Fragen #Off topic",
                             "Channels:\n- Glasuren\n- Drehen\n- Fragen\n- Off topic",
                             "I want Glasuren, Drehen, Fragen and Off topic as spaces",
                             "call them Glasuren, Drehen, Fragen, Off topic",
                             "4 channels for Glasuren, Drehen, Fragen & Off topic",
                             "rooms named \"Glasuren\", \"Drehen\", \"Fragen\", \"Off topic\""}) {
        CAPTURE(text);
        CHECK(channel_names_in(text) == glaze);
    }
    for (const char* text : {"8 channels, 1 tier, 3 roles",
                             "6 spaces and one tier",
                             "channels for everybody who pays",
                             "I like the channels, but they are too many for me",
                             "six channels: that is enough"}) {
        CAPTURE(text);
        CHECK(channel_names_in(text).empty());
    }
}

TEST_CASE("particulars: the day of a rhythm and the creator's words for a demo are kept") {
    check_all(DecisionCategory::Content,
              {
                  {"Every 2nd thursday evening a live throwing demo on zoom, and I answer glaze "
                   "questions "
                   "on mondays",
                   R"({"cadence":"biweekly","format":"live throwing demo","weekday":"thursday"})"},
                  {"we do a live demo every two weeks on thursday",
                   R"({"cadence":"biweekly","format":"live demo","weekday":"thursday"})"},
                  {"every other week a glaze clinic",
                   R"({"cadence":"biweekly","format":"glaze clinic"})"},
                  {"a live call every Tuesday",
                   R"({"cadence":"weekly","format":"live call","weekday":"tuesday"})"},
                  {"a Q&A on the first Saturday of each month",
                   R"({"cadence":"monthly","format":"q&a","weekday":"saturday"})"},
                  {"a workshop every second Wednesday",
                   R"({"cadence":"biweekly","format":"workshop","weekday":"wednesday"})"},
                  {"weekly glaze clinic, fridays",
                   R"({"cadence":"weekly","format":"glaze clinic","weekday":"friday"})"},
                  {"live call every Tuesday and Thursday",
                   R"({"cadence":"weekly","format":"live call"})"},
                  {"weekly live call", R"({"cadence":"weekly","format":"live call"})"},
                  {"a prompt every day", R"({"cadence":"daily","format":"prompt"})"},
              });
}

TEST_CASE("detector: a value that is only argued against is no answer") {
    for (const char* text : {"35 euro seems a lot",
                             "$35 is a lot",
                             "35 feels too much for them",
                             "€35 a month is steep",
                             "49 is way too much"}) {
        CAPTURE(text);
        CHECK(heard(DecisionCategory::Pricing, text) == "nothing");
        CHECK(rules_out(DecisionCategory::Pricing, text, kToday));
    }
    for (const char* text : {"weekly live call sounds exhausting", "a weekly call is a lot"}) {
        CAPTURE(text);
        CHECK(rules_out(DecisionCategory::Content, text, kToday));
    }
    CHECK(rules_out(DecisionCategory::Timeline, "christmas is busy for me", kToday));
    CHECK(heard(DecisionCategory::Pricing, "35 seems a lot, 12 then") == R"({"amount":12})");
    CHECK_FALSE(rules_out(DecisionCategory::Pricing, "35 sounds good", kToday));
    CHECK_FALSE(rules_out(DecisionCategory::Platform, "35 seems a lot", kToday));
}
