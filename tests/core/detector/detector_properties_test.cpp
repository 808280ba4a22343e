#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/domain/detector/detector.h"

using namespace atrium::domain;

namespace {

const Date kToday = *date_from_iso("2026-11-22");

// A small generator with a fixed seed: the same texts at every run.
class Dice {
 public:
    explicit Dice(std::uint32_t seed) : state_(seed) {}

    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8) % limit;
    }

    template <typename List>
    const char* pick(const List& list) {
        return list[below(static_cast<std::uint32_t>(std::size(list)))];
    }

 private:
    std::uint32_t state_;
};

constexpr const char* kCommitments[] = {
    "Let's go with Discord.",
    "We're charging $29 a month.",
    "We launch on Jan 20.",
    "Let's do two tiers.",
    "I've decided on a weekly live call.",
    "Circle it is.",
    "The price is 25 euros a month, that's final.",
    "We open in six weeks.",
    "A monthly workshop, put that in the plan.",
    "Launch: 2027-03-01",
};

constexpr const char* kSmallTalk[] = {
    "Good morning!",
    "I teach adults to swim.",
    "The kids are at school until three.",
    "It rained all day and the dog is bored.",
    "Thank you for the table.",
};

constexpr const char* kFragments[] = {
    "discord",
    "$",
    "29",
    "€",
    "/mo",
    "let's",
    "go",
    "with",
    "not",
    "?",
    "\n",
    "- [x] ",
    "- [ ] ",
    "#",
    "\"",
    "the",
    "guidelines",
    "are",
    "done",
    "15th",
    "of",
    "january",
    "15/01",
    "every",
    "tuesday",
    "call",
    "\xff",
    "\xe2\x82",
    "\xf0\x9f\x8e\x89",
    "if",
    "maybe",
    "tiers",
    "2",
    ",",
    ".",
    "...",
    "it",
    "is",
    "half",
    "a",
    "dozen",
    "99999999999999999999",
    "'s",
    "don't",
    "—",
    "(",
    ")",
    "in",
    "weeks",
    "0",
    "-1",
    "1e9",
    "easter",
    "last",
    "friday",
    "first",
    "from",
    "to",
};

std::string gibberish(Dice& dice, std::uint32_t length) {
    std::string text;
    for (std::uint32_t i = 0; i < length; ++i) {
        text += dice.pick(kFragments);
        text += dice.below(3) == 0 ? "" : " ";
    }
    return text;
}

void check_sound(const Detection& found) {
    int last = -1;
    for (const DetectedDecision& decision : found.decisions) {
        const auto category = static_cast<int>(category_of(decision.slots));
        CHECK(category > last);
        last = category;
        CHECK(decision.confidence >= 0.60);
        CHECK(decision.confidence <= 1.0);
        CHECK(slots_from_json(category_of(decision.slots), slots_json(decision.slots)));
    }
    for (const DetectedTask& task : found.tasks) {
        CHECK(task.confidence >= 0.60);
        CHECK_FALSE(task.task_id.empty());
    }
}

bool records_something(const std::string& text) {
    for (const DetectedDecision& decision : detect(text, Speaker::User, kToday).decisions) {
        if (decision.confidence >= 0.85) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("detector: any bytes give a sound answer, and the same one twice") {
    Dice dice(7);
    for (int round = 0; round < 1500; ++round) {
        std::string text;
        const std::uint32_t length = dice.below(80);
        for (std::uint32_t i = 0; i < length; ++i) {
            text.push_back(static_cast<char>(dice.below(256)));
        }
        const Speaker speaker = dice.below(2) == 0 ? Speaker::User : Speaker::Assistant;
        const Detection found = detect(text, speaker, kToday);
        check_sound(found);
        CHECK(found == detect(text, speaker, kToday));
    }
}

TEST_CASE("detector: fragments of its own language in any order give a sound answer") {
    Dice dice(11);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = gibberish(dice, dice.below(40));
        CAPTURE(text);
        for (const Speaker speaker : {Speaker::User, Speaker::Assistant}) {
            check_sound(detect(text, speaker, kToday));
        }
        for (const DecisionCategory category : kDecisionCategories) {
            const std::optional<DecisionSlots> slots = slots_mentioned(category, text, kToday);
            if (slots) {
                CHECK(category_of(*slots) == category);
                CHECK(slots_from_json(category, slots_json(*slots)));
            }
        }
        CHECK(answer_of(text) == answer_of(text));
    }
}

TEST_CASE("detector: white space around a message changes nothing") {
    for (const char* text : kCommitments) {
        const Detection plain = detect(text, Speaker::User, kToday);
        CHECK(plain == detect(std::string(text) + " \n\n  ", Speaker::User, kToday));
        CHECK(plain == detect("  \n" + std::string(text), Speaker::User, kToday));
    }
}

TEST_CASE("detector: a plain commitment is recorded, also among small talk") {
    Dice dice(3);
    for (const char* text : kCommitments) {
        CAPTURE(text);
        CHECK(records_something(text));
        const std::string before = dice.pick(kSmallTalk);
        const std::string after = dice.pick(kSmallTalk);
        CHECK(records_something(before + " " + text + "\n" + after));
    }
}

TEST_CASE("detector: a question mark keeps a commitment from being recorded") {
    for (const std::string text : kCommitments) {
        const bool stop = text.back() == '.';
        const std::string asked = (stop ? text.substr(0, text.size() - 1) : text) + "?";
        CAPTURE(asked);
        CHECK_FALSE(records_something(asked));
    }
}

TEST_CASE("detector: a condition, a doubt or a quotation keeps it from being recorded") {
    for (const std::string text : kCommitments) {
        CAPTURE(text);
        CHECK_FALSE(records_something("If my wife agrees, " + text));
        CHECK_FALSE(records_something("My sister said: \"" + text + "\""));
        CHECK_FALSE(records_something(text + " Not sure yet, ask me again tomorrow."));
    }
}

TEST_CASE("detector: a very long message is read to its end without trouble") {
    std::string text;
    while (text.size() < 100'000) {
        text += "It rained all day, the dog is bored and the boiler makes that noise again. ";
    }
    text += "Anyway, let's go with Discord at $29 a month.";
    const Detection found = detect(text, Speaker::User, kToday);
    CHECK(found.decisions.size() == 2);
    check_sound(detect(std::string(100'000, '"'), Speaker::User, kToday));
    check_sound(detect(std::string(100'000, '?'), Speaker::Assistant, kToday));
    check_sound(detect(std::string(100'000, '1'), Speaker::User, kToday));
    std::string list;
    for (int i = 0; i < 4000; ++i) {
        list += "- discord $" + std::to_string(i) + " a month, 3 tiers, weekly call\n";
    }
    check_sound(detect(list, Speaker::User, kToday));
}

TEST_CASE("detector: steps that come next are named and finished ones are not among them") {
    const Detection found = detect(
        "Seeded the forum with ten posts. Next up: write the guidelines.", Speaker::User, kToday);
    REQUIRE(found.tasks.size() == 1);
    CHECK(found.tasks[0].task_id == "seed-content");
    CHECK(found.next_steps == std::vector<std::string>{"write-guidelines"});
}
