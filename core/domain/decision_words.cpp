#include "core/domain/decision_words.h"

#include <utility>

namespace atrium::domain {

namespace {

std::string with_all(std::string text, std::string_view old_word, std::string_view new_word) {
    for (std::size_t at = text.find(old_word); at != std::string::npos;
         at = text.find(old_word, at + new_word.size())) {
        text.replace(at, old_word.size(), new_word);
    }
    return text;
}

}  // namespace

std::string_view room_word(const Project& project) {
    const auto* platform = current_slots<PlatformSlots>(project);
    return platform != nullptr && platform->name == "circle" ? "space" : "channel";
}

std::string in_room_words(const Project& project, std::string words) {
    const std::string word{room_word(project)};
    std::string at_the_start = word;
    at_the_start[0] = static_cast<char>(word[0] - 'a' + 'A');
    return with_all(with_all(std::move(words), "channel", word), "Channel", at_the_start);
}

std::string decision_label(const Project& project,
                           const DecisionSlots& slots,
                           const Formats& formats) {
    const std::string label = decision_label(slots, formats);
    return std::holds_alternative<StructureSlots>(slots) ? in_room_words(project, label) : label;
}

std::string decision_label(const Project& project,
                           const Decision& decision,
                           const Formats& formats) {
    const auto* timeline = std::get_if<TimelineSlots>(&decision.slots);
    const std::optional<Date> day =
        timeline == nullptr ? std::nullopt : opening_day(*timeline, decision.on);
    return decision_label(
        project, day ? DecisionSlots(TimelineSlots{day, {}, {}}) : decision.slots, formats);
}

std::string label_in_sentence(const DecisionSlots& slots, std::string label) {
    const bool words = std::holds_alternative<ContentSlots>(slots) || label == "Free";
    const auto is_lower = [](char letter) {
        return letter >= 'a' && letter <= 'z';
    };
    if (words && label.size() > 1 && is_lower(label[1]) && label[0] >= 'A' && label[0] <= 'Z') {
        label[0] = static_cast<char>(label[0] - 'A' + 'a');
    }
    return label;
}

}  // namespace atrium::domain
