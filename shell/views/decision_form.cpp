#include "shell/views/decision_form.h"

#include <cmath>
#include <optional>

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

Result<domain::DecisionSlots> pricing_from(const FieldTexts& texts,
                                           const domain::Formats& formats) {
    const std::optional<double> amount = typed_number(text_of(texts, "amount"), formats);
    constexpr double kHighestPrice = 100'000;
    if (!amount || *amount < 0 || *amount > kHighestPrice) {
        return field_error("amount", "Enter a price such as 29 or 9.90.");
    }
    if (*amount == 0) {
        return domain::DecisionSlots(domain::PricingSlots{0.0, "", "", {}});
    }
    return domain::DecisionSlots(domain::PricingSlots{std::round(*amount * 100) / 100,
                                                      text_of(texts, "currency"),
                                                      text_of(texts, "interval"),
                                                      {}});
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
    return domain::DecisionSlots(slots);
}

}  // namespace

FieldTexts texts_from_slots(const domain::DecisionSlots& slots, const domain::Formats& formats) {
    FieldTexts texts;
    if (const auto* platform = std::get_if<domain::PlatformSlots>(&slots)) {
        texts["name"] = platform->name;
    } else if (const auto* price = std::get_if<domain::PricingSlots>(&slots)) {
        texts["amount"] = price->amount ? number_to_type(*price->amount, formats) : "";
        texts["currency"] = price->currency;
        texts["interval"] = price->interval;
    } else if (const auto* structure = std::get_if<domain::StructureSlots>(&slots)) {
        const auto show = [](const std::optional<int>& count) {
            return count ? std::to_string(*count) : std::string();
        };
        texts["tiers"] = show(structure->tiers);
        texts["channels"] = show(structure->channels);
        texts["roles"] = show(structure->roles);
    } else if (const auto* timeline = std::get_if<domain::TimelineSlots>(&slots)) {
        texts["date"] = timeline->date ? domain::iso_from_date(*timeline->date) : "";
    } else {
        const auto& content = std::get<domain::ContentSlots>(slots);
        texts["cadence"] = content.cadence;
        texts["format"] = content.format;
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
            return domain::DecisionSlots(
                domain::ContentSlots{text_of(texts, "cadence"), text_of(texts, "format")});
    }
    return field_error("name", "Choose one.");
}

}  // namespace atrium::shell
