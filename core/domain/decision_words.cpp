#include "core/domain/decision_words.h"

namespace atrium::domain {

std::string_view room_word(const Project& project) {
    const auto* platform = current_slots<PlatformSlots>(project);
    return platform != nullptr && platform->name == "circle" ? "space" : "channel";
}

std::string decision_label(const Project& project,
                           const DecisionSlots& slots,
                           const Formats& formats) {
    std::string label = decision_label(slots, formats);
    constexpr std::string_view kUsual = "channel";
    const std::size_t at = label.find(kUsual);
    if (std::holds_alternative<StructureSlots>(slots) && at != std::string::npos) {
        label.replace(at, kUsual.size(), room_word(project));
    }
    return label;
}

}  // namespace atrium::domain
