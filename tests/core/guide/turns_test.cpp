// Short conversations as data: tests/core/guide/turns.txt says what must come of each line.
#include <fstream>
#include <string>
#include <variant>

#include "tests/core/guide/conversation.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

std::string suggested(const Conversation::Turn& turn) {
    for (const Suggestion& suggestion : turn.suggestions) {
        if (const auto* decision = std::get_if<ProposedDecision>(&suggestion.action)) {
            return decision_label(decision->slots);
        }
    }
    return "-";
}

std::string shown(const Conversation& talk) {
    std::string text = talk.last().text;
    for (const std::string& reply : talk.last().quick_replies) {
        text += "\n" + reply;
    }
    return text;
}

void check_decided(const Conversation& talk, const std::string& expected) {
    const std::size_t colon = expected.find(": ");
    REQUIRE(colon != std::string::npos);
    const auto category = category_from_id(expected.substr(0, colon));
    REQUIRE(category.has_value());
    const std::string label = talk.decided(*category);
    CHECK((label.empty() ? "-" : label) == expected.substr(colon + 2));
}

}  // namespace

TEST_CASE("guide turns: each line of the sample conversations leads where it says") {
    std::ifstream file(ATRIUM_SOURCE_DIR "/tests/core/guide/turns.txt");
    REQUIRE(file);
    Conversation talk;
    Conversation::Turn turn;
    std::string fact;
    std::string said;
    std::string line;
    int checks = 0;
    while (std::getline(file, line)) {
        if (line.size() < 3 || line.substr(0, 2) == "# ") {
            continue;
        }
        const std::string rest = line.substr(2);
        if (line[0] == '#') {
            fact = rest;
            talk = Conversation();
            continue;
        }
        if (line[0] == '>') {
            said = rest;
            turn = talk.say(rest);
            continue;
        }
        ++checks;
        CAPTURE(fact);
        CAPTURE(said);
        CAPTURE(turn.text);
        if (line[0] == '=') {
            check_decided(talk, rest);
        } else if (line[0] == '?') {
            CHECK(suggested(turn) == rest);
        } else {
            const bool wanted = line[0] == '+';
            CAPTURE(rest);
            CHECK((shown(talk).find(rest) != std::string::npos) == wanted);
        }
    }
    CHECK(checks > 60);
}
