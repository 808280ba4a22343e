// One turn of the conversation as the parts of an answer see it, and what a part contributes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/guide/choices.h"
#include "core/domain/guide/reading.h"

namespace atrium::domain::guide {

struct Scene {
    Talk talk;
    Numbers numbers;
    Facts facts;
    std::string text;  // the creator's words; a bare "yes" already replaced by what it agrees to
    Reading reading;

    [[nodiscard]] std::vector<Choice> choices(DecisionCategory category) const {
        return choices_for(category, talk, numbers, facts);
    }

    // A phrase in this turn's variant, with extra facts laid over the common ones.
    [[nodiscard]] std::string say(std::string_view key, const Facts& extra = {}) const;
};

[[nodiscard]] Scene scene_of(const Talk& talk, std::string_view creator_text);

// What follows a part: the open question in full, in one line, or nothing.
enum class Follow { Question, ShortQuestion, Nothing };

struct Part {
    std::string text;
    std::vector<std::string> replies;   // empty: those of what follows
    std::vector<std::string> examples;  // shown behind the first reply of what follows
    std::string topic;                  // empty: that of what follows
    Follow follow = Follow::ShortQuestion;
};

// Up to this many quick replies are shown.
inline constexpr std::size_t kMaxReplies = 4;

}  // namespace atrium::domain::guide
