#include "core/domain/decision_words.h"

namespace atrium::domain {

std::string_view room_word(const Project& project) {
    const auto* platform = current_slots<PlatformSlots>(project);
    return platform != nullptr && platform->name == "circle" ? "space" : "channel";
}

std::string in_room_words(const Project& project, std::string words) {
    constexpr std::string_view kUsual = "channel";
    const std::size_t at = words.find(kUsual);
    if (at != std::string::npos) {
        words.replace(at, kUsual.size(), room_word(project));
    }
    return words;
}

std::string decision_label(const Project& project,
                           const DecisionSlots& slots,
                           const Formats& formats) {
    const std::string label = decision_label(slots, formats);
    return std::holds_alternative<StructureSlots>(slots) ? in_room_words(project, label) : label;
}

}  // namespace atrium::domain
