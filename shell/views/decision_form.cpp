#include "shell/views/decision_form.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "shell/views/typed_number.h"

namespace atrium::shell {
namespace {

using domain::DecisionCategory;

std::string text_of(const FieldTexts& texts, const char* name) {
    const auto text = texts.find(name);
    return text == texts.end() ? "" : text->second;
}

Error field_error(const char* field, const char* sentence) {
    return {"field-invalid", sentence, field};
}

constexpr double kHighestPrice = 100'000;
constexpr char kBetweenTiers = ';';

std::optional<double> price_from(const std::string& text, const domain::Formats& formats) {
    const std::optional<double> amount = typed_number(text, formats);
    const bool sound = amount && *amount >= 0 && *amount <= kHighestPrice;
    return sound ? std::optional(std::round(*amount * 100) / 100) : std::nullopt;
}

// "Basic 9; Pro 49"
std::string text_from_tiers(const std::vector<domain::PriceTier>& tiers,
                            const domain::Formats& formats) {
    std::string text;
    for (const domain::PriceTier& tier : tiers) {
        text += text.empty() ? "" : std::string(1, kBetweenTiers) + " ";
        text += (tier.name.empty() ? "" : tier.name + " ") + number_to_type(tier.amount, formats);
    }
    return text;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == text.npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// Empty where one of them is no price.
std::vector<domain::PriceTier> tiers_from_text(const std::string& text,
                                               const domain::Formats& formats) {
    std::vector<domain::PriceTier> tiers;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(kBetweenTiers, begin), text.size());
        const std::string part = trimmed(text.substr(begin, end - begin));
        const std::size_t space = part.find_last_of(' ');
        const bool named = space != part.npos;
        const std::optional<double> amount =
            price_from(named ? part.substr(space + 1) : part, formats);
        if (!amount) {
            return {};
        }
        tiers.push_back({named ? trimmed(part.substr(0, space)) : "", *amount});
        begin = end + 1;
    }
    return tiers;
}

// The other ways to pay go on with the price that they stood beside.
void keep_ways_to_pay(const FieldTexts& texts,
                      const domain::Formats& formats,
                      domain::PricingSlots& price) {
    const bool same = text_of(texts, "amount") == text_of(texts, "amount_before");
    if (same && price.interval == "month") {
        price.yearly = price_from(text_of(texts, "yearly"), formats);
    }
    if (same) {
        price.founding = price_from(text_of(texts, "founding"), formats);
    }
}

Result<domain::DecisionSlots> pricing_from(const FieldTexts& texts,
                                           const domain::Formats& formats) {
    const std::string text = text_of(texts, "amount");
    domain::PricingSlots price;
    price.amount = price_from(text, formats);
    if (price.amount == 0.0) {
        return domain::DecisionSlots(price);
    }
    price.currency = text_of(texts, "currency");
    price.interval = text_of(texts, "interval");
    if (price.amount) {
        keep_ways_to_pay(texts, formats, price);
        return domain::DecisionSlots(price);
    }
    price.tiers = tiers_from_text(text, formats);
    if (price.tiers.size() < 2) {
        if (text.find(kBetweenTiers) == text.npos) {
            return field_error("amount", "Enter a price such as 29 or 9.90.");
        }
        return field_error("amount",
                           "Enter a price such as 29 or 9.90, or several: Basic 9; Pro 49.");
    }
    return domain::DecisionSlots(price);
}

Result<domain::DecisionSlots> structure_from(const FieldTexts& texts,
                                             const domain::Formats& formats) {
    domain::StructureSlots slots;
    const auto read = [&](const char* name, std::optional<int>& slot) {
        const std::string text = text_of(texts, name);
        const std::optional<double> value = typed_number(text, formats);
        if (value) {
            slot = static_cast<int>(*value);
        }
        return text.empty() || (value && *value >= 0 && *value <= 500 && *value == *slot);
    };
    for (const auto& [name, slot] : {std::pair{"tiers", &slots.tiers},
                                     std::pair{"channels", &slots.channels},
                                     std::pair{"roles", &slots.roles}}) {
        if (!read(name, *slot)) {
            return field_error(name, "Enter a whole number up to 500, or leave it empty.");
        }
    }
    const std::string names = text_of(texts, "names");
    for (std::size_t begin = 0; begin < names.size();) {
        const std::size_t end = std::min(names.find('\n', begin), names.size());
        slots.names.push_back(names.substr(begin, end - begin));
        begin = end + 1;
    }
    return domain::DecisionSlots(slots);
}

// Every day has no day of its own.
std::string weekday_of(const FieldTexts& texts) {
    const std::string cadence = text_of(texts, "cadence");
    return cadence.empty() || cadence == "daily" ? "" : text_of(texts, "weekday");
}

}  // namespace

FieldTexts texts_from_slots(const domain::DecisionSlots& slots, const domain::Formats& formats) {
    FieldTexts texts;
    if (const auto* platform = std::get_if<domain::PlatformSlots>(&slots)) {
        texts["name"] = platform->name;
    } else if (const auto* price = std::get_if<domain::PricingSlots>(&slots)) {
        texts["amount"] = price->amount ? number_to_type(*price->amount, formats)
                                        : text_from_tiers(price->tiers, formats);
        texts["amount_before"] = texts["amount"];
        texts["yearly"] = price->yearly ? number_to_type(*price->yearly, formats) : "";
        texts["founding"] = price->founding ? number_to_type(*price->founding, formats) : "";
        texts["currency"] = price->currency;
        texts["interval"] = price->interval;
    } else if (const auto* structure = std::get_if<domain::StructureSlots>(&slots)) {
        const auto show = [](const std::optional<int>& count) {
            return count ? std::to_string(*count) : std::string();
        };
        texts["tiers"] = show(structure->tiers);
        texts["channels"] = show(structure->channels);
        texts["roles"] = show(structure->roles);
        for (const std::string& name : structure->names) {
            texts["names"] += name + "\n";
        }
    } else if (const auto* timeline = std::get_if<domain::TimelineSlots>(&slots)) {
        texts["date"] = timeline->date ? domain::iso_from_date(*timeline->date) : "";
    } else {
        const auto& content = std::get<domain::ContentSlots>(slots);
        texts["cadence"] = content.cadence;
        texts["format"] = content.format;
        texts["weekday"] = content.weekday;
    }
    return texts;
}

Result<domain::DecisionSlots> slots_from_texts(DecisionCategory category,
                                               const FieldTexts& texts,
                                               const domain::Formats& formats) {
    switch (category) {
        case DecisionCategory::Platform:
            if (text_of(texts, "name").empty()) {
                return field_error("name", "Choose a platform.");
            }
            return domain::DecisionSlots(domain::PlatformSlots{text_of(texts, "name")});
        case DecisionCategory::Pricing:
            return pricing_from(texts, formats);
        case DecisionCategory::Structure:
            return structure_from(texts, formats);
        case DecisionCategory::Timeline: {
            const std::optional<domain::Date> date = domain::date_from_iso(text_of(texts, "date"));
            if (!date) {
                return field_error("date", "Enter a day such as 2027-01-15.");
            }
            return domain::DecisionSlots(domain::TimelineSlots{*date, {}, {}});
        }
        case DecisionCategory::Content:
            if (text_of(texts, "format").empty() && text_of(texts, "cadence").empty()) {
                return field_error("format", "Say what happens, such as a live call.");
            }
            return domain::DecisionSlots(domain::ContentSlots{
                text_of(texts, "cadence"), text_of(texts, "format"), weekday_of(texts)});
    }
    return field_error("name", "Choose one.");
}

}  // namespace atrium::shell
