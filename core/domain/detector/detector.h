// Recognises, in one chat message, the decisions its author commits to and the tasks it reports as
// finished. Questions, conditions, quotations, doubts and other people's choices give nothing.
// Works without a network and without AI; the same text on the same day gives the same answer.
//
//     Detection found = detect("Let's do $29 a month", Speaker::User, today);
//     found.decisions[0].slots;        // PricingSlots{29, "USD", "month"}
//     found.decisions[0].confidence;   // 0.95: of those said at 0.95 about 95 % are right
//
// At 0.85 and above a finding may be recorded without asking; from 0.60 it is worth asking about;
// nothing below 0.60 is returned.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/date.h"
#include "core/domain/decision.h"

namespace atrium::domain {

enum class Speaker { User, Assistant };

struct DetectedDecision {
    DecisionSlots slots;
    double confidence = 0.0;

    bool operator==(const DetectedDecision&) const = default;
};

struct DetectedTask {
    std::string task_id;
    double confidence = 0.0;

    bool operator==(const DetectedTask&) const = default;
};

struct Detection {
    std::vector<DetectedDecision> decisions;  // at most one per category, in category order
    std::vector<DetectedTask> tasks;          // each once, in the order of the plan
    std::vector<std::string> next_steps;      // task ids the author says come next, in text order

    bool operator==(const Detection&) const = default;
};

// `text` is UTF-8; bytes that are not are passed over. Relative dates count from `today`.
[[nodiscard]] Detection detect(std::string_view text, Speaker speaker, Date today);

// The value of one category that an answer to a direct question names, without asking for words of
// commitment: "29", "mid January, the 15th", "discord", "two and about ten channels". Nothing when
// the answer names no such value or rules out the only one it names ("not discord").
[[nodiscard]] std::optional<DecisionSlots> slots_mentioned(DecisionCategory asked,
                                                           std::string_view text,
                                                           Date today);

// True where the text names values of the category only to turn them down: "the weekly call sounds
// exhausting", "35 is too much".
[[nodiscard]] bool rules_out(DecisionCategory category, std::string_view text, Date today);

enum class Answer { Yes, No, Unsure, Question, None };

// How a short reply answers a yes-or-no question. None when it does not answer one.
[[nodiscard]] Answer answer_of(std::string_view text);

}  // namespace atrium::domain
