// What is called otherwise from platform to platform, in a launch's own words.
//
//     decision_label(project, structure);          // "1 tier, 8 spaces" on Circle, "8 channels" on Discord
//     in_room_words(project, "Set up the channels");   // "Set up the spaces" on Circle
#pragma once

#include <string>
#include <string_view>

#include "core/domain/decision.h"
#include "core/domain/formats.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

// One room of the community: "space" once Circle is decided, else "channel".
[[nodiscard]] std::string_view room_word(const Project& project);

// Words about rooms, written for channels: all of them, also "Channels", with the project's own word.
[[nodiscard]] std::string in_room_words(const Project& project, std::string words);

[[nodiscard]] std::string decision_label(const Project& project,
                                         const DecisionSlots& slots,
                                         const Formats& formats = {});

// Of a decision that was made: "in 6 weeks" is the day that it meant.
[[nodiscard]] std::string decision_label(const Project& project,
                                         const Decision& decision,
                                         const Formats& formats = {});

// A label inside a sentence: "you said every two weeks". Names and dates keep their capitals.
[[nodiscard]] std::string label_in_sentence(const DecisionSlots& slots, std::string label);

}  // namespace atrium::domain
