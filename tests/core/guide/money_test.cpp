// What the guide says of money is what the tables and the forecast show.
#include <cstdlib>
#include <string>
#include <vector>

#include "core/domain/forecast.h"
#include "core/domain/number_text.h"
#include "tests/core/guide/conversation.h"
#include "tests/core/guide/creators.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// The bold amounts of a table's last column, without their currency.
std::vector<std::int64_t> kept_in(const std::string& text) {
    std::vector<std::int64_t> amounts;
    for (std::size_t at = text.find("| **"); at != std::string::npos;
         at = text.find("| **", at + 1)) {
        std::string digits;
        for (std::size_t i = at + 4; i < text.size() && text[i] != '*'; ++i) {
            digits += text[i] >= '0' && text[i] <= '9' ? std::string(1, text[i]) : "";
        }
        amounts.push_back(std::atoll(digits.c_str()));
    }
    return amounts;
}

}  // namespace

TEST_CASE("guide money: what it says one will earn is what the forecast shows") {
    for (const Creator& creator : creators()) {
        Conversation talk(creator.profile);
        CAPTURE(creator.name);
        for (int decided = 0; decided < 2; ++decided) {
            const std::string text = talk.say("How much would I earn?").text;
            CAPTURE(text);
            const Forecast year =
                forecast(talk.workspace(), talk.project(), talk.context()).value();
            for (const ForecastYear& one : year.cases) {
                const ForecastMonth& last = one.months.back();
                CHECK(contains(text,
                               "| " + number_text(last.members) + " | " +
                                   round_money_text(last.keep, year.basis.currency) + " |"));
            }
            CHECK(contains(text, "month " + std::to_string(year.base().target_month.value_or(0))) ==
                  year.base().target_month.has_value());
            for (int i = 0; i < 5; ++i) {
                talk.press(0);
            }
        }
    }
}

TEST_CASE("guide money: a difference is that of the amounts in the table") {
    for (const Creator& creator : creators()) {
        Conversation talk(creator.profile);
        const std::string text = talk.say("compare circle and discord").text;
        CAPTURE(creator.name);
        CAPTURE(text);
        const std::vector<std::int64_t> kept = kept_in(text);
        REQUIRE(kept.size() == 2);
        const bool even = contains(text, "almost the same") || contains(text, "fees are no reason");
        CHECK((even || contains(text, number_text(std::llabs(kept[0] - kept[1])))));
    }
}
