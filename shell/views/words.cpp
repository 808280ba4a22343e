#include "shell/views/words.h"

#include <algorithm>
#include <cmath>

#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "core/domain/reply_cost.h"
#include "core/protocol/model_catalog.h"
#include "shell/theme/icons.h"

namespace atrium::shell {

namespace {

std::size_t length_of_first_character(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0u) == 0x80u) {
        ++length;
    }
    return length;
}

std::string upper_first(std::string_view word) {
    std::string letter(word.substr(0, length_of_first_character(word)));
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') {
        letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    }
    return letter;
}

}  // namespace

const char* decision_icon(domain::DecisionCategory category) {
    switch (category) {
        case domain::DecisionCategory::Platform:
            return kIconHouse;
        case domain::DecisionCategory::Pricing:
            return kIconTag;
        case domain::DecisionCategory::Structure:
            return kIconLayers;
        case domain::DecisionCategory::Timeline:
            return kIconCalendarDays;
        case domain::DecisionCategory::Content:
            return kIconVideo;
    }
    return kIconSignpost;
}

const std::string& decision_name(domain::DecisionCategory category) {
    return domain::built_in_template().decision(category).title;
}

std::string_view status_name(domain::ProjectStatus status) {
    switch (status) {
        case domain::ProjectStatus::Planning:
            return "Planning";
        case domain::ProjectStatus::Building:
            return "Building";
        case domain::ProjectStatus::Prelaunch:
            return "Pre-launch";
        case domain::ProjectStatus::Live:
            return "Live";
        case domain::ProjectStatus::Paused:
            return "Paused";
        case domain::ProjectStatus::Completed:
            return "Completed";
        case domain::ProjectStatus::Abandoned:
            return "Abandoned";
    }
    return "";
}

std::string cost_text(std::int64_t nano_usd, const domain::Formats& formats) {
    constexpr std::int64_t kNanoPerTenthCent = 1'000'000;
    constexpr std::int64_t kNanoPerTenCents = 100'000'000;
    if (nano_usd <= 0) {
        return domain::money_text(0, "USD", formats);
    }
    if (nano_usd < kNanoPerTenthCent / 2) {
        return "under " + domain::exact_money_text(0.001, "USD", 3, formats);
    }
    const double dollars = static_cast<double>(nano_usd) / 1e9;
    return domain::exact_money_text(dollars, "USD", nano_usd < kNanoPerTenCents ? 3 : 2, formats);
}

std::string share_text(double share, const domain::Formats& formats) {
    const double percent = std::clamp(share, 0.0, 1.0) * 100;
    const long whole = std::lround(percent);
    return domain::with_percent_sign(
        static_cast<double>(whole == 100 && percent < 100 ? 99 : whole), formats);
}

std::string initials(std::string_view name) {
    std::string first;
    std::string last;
    std::size_t at = 0;
    while ((at = name.find_first_not_of(" \t", at)) != std::string_view::npos) {
        const std::size_t end = std::min(name.find_first_of(" \t", at), name.size());
        (first.empty() ? first : last) = upper_first(name.substr(at, end - at));
        at = end;
    }
    return first + last;
}

std::string model_name(const std::string& model, const Connection& connection) {
    for (const OfferedModel& offered : connection.models()) {
        if (offered.id == model && !offered.label.empty()) {
            return offered.label;
        }
    }
    const protocol::ModelInfo* known = protocol::find_model(domain::built_in_models(), model);
    return known != nullptr ? known->label : model.empty() ? "Claude" : model;
}

std::string author_name(const domain::Message& message, const Connection& connection) {
    switch (message.author) {
        case domain::Author::Creator:
            return "You";
        case domain::Author::Guide:
            return "Built-in guide";
        case domain::Author::Claude:
            return model_name(message.model, connection);
    }
    return "";
}

std::string away_text(const domain::Absence& away, const domain::Formats& formats) {
    const std::string last = domain::day_month(away.last, formats);
    if (away.first == away.last) {
        return "Away " + last;
    }
    const domain::Civil from = domain::civil_from_date(away.first);
    const domain::Civil to = domain::civil_from_date(away.last);
    // Only where the day comes first does the month of the last day do for both.
    const bool month_once = formats.days == domain::DayStyle::DayMonth && from.year == to.year &&
                            from.month == to.month;
    return "Away " +
           (month_once ? std::to_string(from.day) : domain::day_month(away.first, formats)) +
           " to " + last;
}

const domain::Suggestion* open_suggestion_for(const domain::Project& project,
                                              domain::DecisionCategory category) {
    for (auto suggestion = project.suggestions.rbegin(); suggestion != project.suggestions.rend();
         ++suggestion) {
        const auto* proposed = std::get_if<domain::ProposedDecision>(&suggestion->action);
        if (suggestion->state == domain::Suggestion::State::Open && proposed != nullptr &&
            domain::category_of(proposed->slots) == category) {
            return &*suggestion;
        }
    }
    return nullptr;
}

FiveArches five_arches(const domain::Project& project) {
    FiveArches arches{};
    int made = 0;
    bool at_hand = false;
    for (const domain::DecisionCategory category : domain::kDecisionCategories) {
        ArchState& state = arches.states[static_cast<int>(category)];
        if (domain::current_decision(project, category) != nullptr) {
            state = ArchState::Decided;
            ++made;
        } else if (!at_hand) {
            state = ArchState::Now;
            at_hand = true;
        }
    }
    arches.name = std::to_string(made) + " of 5 decisions made";
    return arches;
}

}  // namespace atrium::shell
