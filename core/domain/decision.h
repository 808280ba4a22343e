// The five decisions of a launch plan and their machine-readable values ("slots").
// Slots hold only what was stated: a price without a currency has none, never a guessed one.
//
//     DecisionSlots price = PricingSlots{29.0, "USD", "month", {}};
//     decision_label(price);   // "$29 a month"
//     slots_json(price);       // {"amount":29,"currency":"USD","interval":"month"}
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/domain/date.h"
#include "core/protocol/result.h"

namespace atrium::domain {

enum class DecisionCategory { Platform, Pricing, Structure, Timeline, Content };

inline constexpr std::array<DecisionCategory, 5> kDecisionCategories = {
    DecisionCategory::Platform,
    DecisionCategory::Pricing,
    DecisionCategory::Structure,
    DecisionCategory::Timeline,
    DecisionCategory::Content,
};

struct PlatformSlots {
    std::string name;  // discord, circle, skool, patreon, whop, mighty or other

    bool operator==(const PlatformSlots&) const = default;
};

struct PriceTier {
    std::string name;  // as the creator wrote it; empty for a tier without a name
    double amount = 0.0;

    bool operator==(const PriceTier&) const = default;
};

// Either one amount or several tiers, never both. Free is the amount 0. Beside an amount, not beside
// tiers, there may be a price for who pays a whole year at once and one for founding members.
struct PricingSlots {
    std::optional<double> amount;
    std::string currency;  // ISO 4217 ("USD"), empty when not stated
    std::string interval;  // month, year, once, or empty
    std::vector<PriceTier> tiers;
    std::optional<double> yearly = std::nullopt;    // a year, beside an amount a month
    std::optional<double> founding = std::nullopt;  // an interval, as the amount is

    bool operator==(const PricingSlots&) const = default;
};

struct StructureSlots {
    std::optional<int> tiers;
    std::optional<int> channels;
    std::optional<int> roles;
    std::vector<std::string> names = {};  // of channels, as the creator wrote them; may be fewer

    bool operator==(const StructureSlots&) const = default;
};

// The launch: a day, or the time until it, or neither when it was only described ("in spring").
struct TimelineSlots {
    std::optional<Date> date;
    std::optional<int> weeks;
    std::optional<int> days;

    bool operator==(const TimelineSlots&) const = default;
};

struct ContentSlots {
    std::string cadence;       // daily, weekly, biweekly, monthly, or empty
    std::string format;        // singular ("live call"), or empty
    std::string weekday = {};  // monday … sunday, of a cadence other than daily; or empty

    bool operator==(const ContentSlots&) const = default;
};

// The alternatives stand in the order of DecisionCategory.
using DecisionSlots =
    std::variant<PlatformSlots, PricingSlots, StructureSlots, TimelineSlots, ContentSlots>;

[[nodiscard]] DecisionCategory category_of(const DecisionSlots& slots);

[[nodiscard]] std::string category_id(DecisionCategory category);  // "platform", "pricing", …

[[nodiscard]] std::optional<DecisionCategory> category_from_id(std::string_view id);

// A person's words for the value: "Discord", "$29 a month or $290 a year", "1 tier, 8 channels,
// 3 roles", "Fri 15 Jan 2027", "in 6 weeks", "Weekly live call", "Workshop every second Thursday".
// The names of channels are left to who shows the structure. Never empty.
[[nodiscard]] std::string decision_label(const DecisionSlots& slots, const Formats& formats = {});

// When it happens: "every week", "every second Thursday"; empty without a cadence.
[[nodiscard]] std::string rhythm_words(const ContentSlots& slots);

// One line of JSON with what is stated and nothing else; "{}" when nothing is.
[[nodiscard]] std::string slots_json(const DecisionSlots& slots);

// Reads slots from outside (a model's tool input, a backup). Unknown fields, wrong types and values
// out of range are refused with a message that names the field.
[[nodiscard]] Result<DecisionSlots> slots_from_json(DecisionCategory category,
                                                    std::string_view json);

}  // namespace atrium::domain
