#include "core/domain/detector/accepted_structure.h"

namespace atrium::domain::detector {
namespace {

constexpr double kAccepted = 0.9;  // a suggestion is taken without repeating its value

bool is_firm(const Moods& moods, std::uint32_t token) {
    return !moods.is_question(token) && !moods.hangs_on(Group::Condition, token) &&
           !moods.hangs_on(Group::Doubt, token) && !moods.hangs_on(Group::Negation, token);
}

bool is_praised(const Reading& reading, const Hit& topic) {
    const Span clause = reading.clause_span(topic.begin);
    for (std::uint32_t i = topic.end; i < clause.end; ++i) {
        if (language().is_in_set(reading.tokens[i].word, WordSet::Praise)) {
            return true;
        }
    }
    return false;
}

// "The layout you drew is great, we'll take it": the guide's own proposal, then words that
// take it up in this sentence or the next.
bool is_taken_over(const Reading& reading, const Moods& moods, const Hit& topic) {
    const auto before = [&](std::string_view word) {
        return topic.begin > 0 && reading.is_word(topic.begin - 1, word);
    };
    const bool praised = before("the") && is_praised(reading, topic);
    const bool proposed = before("your") || before("that") || before("this") || praised ||
                          reading.is_word(topic.end, "you");
    if (!proposed || !is_firm(moods, topic.begin)) {
        return false;
    }
    const std::uint32_t own = reading.sentence_of[topic.begin];
    for (const Hit& back : reading.of(Group::CommitBack)) {
        const std::uint32_t sentence = reading.sentence_of[back.begin];
        if (back.begin >= topic.end && (sentence == own || sentence == own + 1) &&
            is_firm(moods, back.begin)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<DetectedDecision> accepted_structure(const Reading& reading, const Moods& moods) {
    constexpr std::uint32_t kReach = 5;
    for (const Hit& topic : reading.of(Group::Topic)) {
        if (language().name_of(topic) == "structure" && is_taken_over(reading, moods, topic)) {
            return DetectedDecision{StructureSlots{}, kAccepted};
        }
    }
    for (const Hit& accept : reading.of(Group::Accept)) {
        for (const Hit& topic : reading.of(Group::Topic)) {
            if (language().name_of(topic) != "structure" || topic.end <= accept.begin ||
                reading.sentence_of[topic.begin] != reading.sentence_of[accept.begin] ||
                (topic.begin > accept.end ? topic.begin - accept.end : 0) > kReach) {
                continue;
            }
            if (is_firm(moods, accept.begin)) {
                return DetectedDecision{StructureSlots{}, kAccepted};
            }
        }
    }
    return std::nullopt;
}

}  // namespace atrium::domain::detector
