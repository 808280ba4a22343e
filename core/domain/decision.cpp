#include "core/domain/decision.h"

#include <utility>

#include "core/domain/number_text.h"

namespace atrium::domain {
namespace {

constexpr std::array<std::string_view, 5> kCategoryIds = {
    "platform",
    "pricing",
    "structure",
    "timeline",
    "content",
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kPlatformTitles = {{
    {"discord", "Discord"},
    {"circle", "Circle"},
    {"skool", "Skool"},
    {"patreon", "Patreon"},
    {"whop", "Whop"},
    {"mighty", "Mighty Networks"},
    {"other", "Another platform"},
}};

std::string amount_words(double amount, const std::string& currency, const Formats& formats) {
    return amount == 0.0 ? "free" : money_text(amount, currency, formats);
}

std::string interval_words(const std::string& interval) {
    if (interval == "month") {
        return " a month";
    }
    if (interval == "year") {
        return " a year";
    }
    return interval == "once" ? " once" : "";
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : ", ") + part;
    }
    return text;
}

std::string counted(int count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string label(const PlatformSlots& slots, const Formats&) {
    for (const auto& [name, title] : kPlatformTitles) {
        if (slots.name == name) {
            return std::string(title);
        }
    }
    return "Platform as proposed";
}

std::string label(const PricingSlots& slots, const Formats& formats) {
    if (slots.amount) {
        const bool free = *slots.amount == 0.0;
        std::string text = capitalised(amount_words(*slots.amount, slots.currency, formats)) +
                           (free ? "" : interval_words(slots.interval));
        if (slots.yearly) {
            text += " or " + amount_words(*slots.yearly, slots.currency, formats) + " a year";
        }
        if (slots.founding) {
            text += ", founding members " + amount_words(*slots.founding, slots.currency, formats);
        }
        return text;
    }
    std::vector<std::string> parts;
    for (const PriceTier& tier : slots.tiers) {
        parts.push_back((tier.name.empty() ? "" : tier.name + " ") +
                        amount_words(tier.amount, slots.currency, formats));
    }
    return parts.empty() ? "Price as proposed" : joined(parts) + interval_words(slots.interval);
}

std::string label(const StructureSlots& slots, const Formats&) {
    std::vector<std::string> parts;
    if (slots.tiers) {
        parts.push_back(counted(*slots.tiers, "tier"));
    }
    if (slots.channels) {
        parts.push_back(counted(*slots.channels, "channel"));
    }
    if (slots.roles) {
        parts.push_back(counted(*slots.roles, "role"));
    }
    return parts.empty() ? "Structure as proposed" : joined(parts);
}

std::string label(const TimelineSlots& slots, const Formats& formats) {
    if (slots.date) {
        return short_date(*slots.date, formats);
    }
    if (slots.weeks) {
        return "in " + counted(*slots.weeks, "week");
    }
    return slots.days ? "in " + counted(*slots.days, "day") : "Around the time described";
}

std::string label(const ContentSlots& slots, const Formats&) {
    if (slots.cadence.empty()) {
        return slots.format.empty() ? "Content as proposed" : capitalised(slots.format);
    }
    if (slots.cadence != "biweekly" && slots.weekday.empty()) {
        const std::string cadence = capitalised(slots.cadence);
        return slots.format.empty() ? cadence : cadence + " " + slots.format;
    }
    const std::string format = slots.format == "q&a" ? "Q&A" : slots.format;
    return capitalised(format.empty() ? rhythm_words(slots) : format + " " + rhythm_words(slots));
}

}  // namespace

DecisionCategory category_of(const DecisionSlots& slots) {
    return kDecisionCategories[slots.index()];
}

std::string category_id(DecisionCategory category) {
    return std::string(kCategoryIds[static_cast<std::size_t>(category)]);
}

std::optional<DecisionCategory> category_from_id(std::string_view id) {
    for (const DecisionCategory category : kDecisionCategories) {
        if (kCategoryIds[static_cast<std::size_t>(category)] == id) {
            return category;
        }
    }
    return std::nullopt;
}

std::string rhythm_words(const ContentSlots& slots) {
    const std::string day = capitalised(slots.weekday);
    if (slots.cadence == "daily") {
        return "every day";
    }
    if (slots.cadence == "weekly") {
        return day.empty() ? "every week" : "every " + day;
    }
    if (slots.cadence == "biweekly") {
        return day.empty() ? "every two weeks" : "every second " + day;
    }
    if (slots.cadence == "monthly") {
        return day.empty() ? "once a month" : "once a month on a " + day;
    }
    return "";
}

std::string decision_label(const DecisionSlots& slots, const Formats& formats) {
    return std::visit([&](const auto& value) { return label(value, formats); }, slots);
}

}  // namespace atrium::domain
