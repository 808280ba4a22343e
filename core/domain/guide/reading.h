// What a message of the creator says, before it is known what for: its intents, subjects, hedges.
// The vocabulary is assets/guide/intents.json.
//
//     Reading message = read_message("Why Circle? I only have 4 hours a week.");
//     message.intents;      // {"why"}
//     message.platforms;    // {"circle"}
//     message.hours;        // 4
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/decision.h"
#include "core/domain/guide/words.h"

namespace atrium::domain::guide {

struct Reading {
    std::vector<Clause> clauses;
    std::vector<std::string> intents;        // most telling first
    std::vector<DecisionCategory> subjects;  // decisions it speaks of
    std::vector<std::string> platforms;      // "circle", in the order of mention
    std::vector<std::string> tasks;          // ids of tasks it speaks of
    std::vector<double> numbers;             // in the order of mention
    std::optional<double> hours;             // "4 hours a week"
    bool question = false;                   // some clause ends with a question mark
    bool hedged = false;                     // "maybe", "I think"
    bool elsewhere = false;                  // other people's choices, past ones, dislikes
    bool indifferent = false;                // "whatever", "fine, I guess": no commitment
    bool doubting = false;                   // "not sure", "no idea"
    bool nonsense = false;                   // no word a dictionary would have
    bool foreign = false;                    // another language than English
    bool very_long = false;

    [[nodiscard]] bool means(std::string_view intent) const;
};

// Only whether the message has this one intent: for looking back over a conversation.
[[nodiscard]] bool says(std::string_view intent, std::string_view text);

// "whatever", "fine, I guess": neither yes nor no.
[[nodiscard]] bool is_indifferent(std::string_view text);

// The text argues against something: "too much", "sounds exhausting", "nobody pays that".
[[nodiscard]] bool objects(std::string_view text);

// How many words are left when those of a plain answer ("I'll take 29 a month") are taken away. A
// value named among many others is not an answer.
[[nodiscard]] std::size_t words_beside_answer(std::string_view text);

[[nodiscard]] Reading read_message(std::string_view text);

}  // namespace atrium::domain::guide
