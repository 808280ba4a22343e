#include <cmath>
#include <initializer_list>

#include <nlohmann/json.hpp>

#include "core/domain/decision.h"

namespace atrium::domain {
namespace {

using nlohmann::json;

constexpr double kMaxAmount = 1'000'000.0;
constexpr int kMaxCount = 1000;
constexpr int kMaxWeeks = 520;
constexpr int kMaxDays = 3650;
constexpr std::size_t kMaxPriceTiers = 20;
constexpr std::size_t kMaxChannelNames = 60;
constexpr std::size_t kMaxNameBytes = 120;

Error invalid(const std::string& message) {
    return Error{"slots-invalid", message, ""};
}

// Reads the fields of one object and remembers the first thing wrong with it.
class FieldReader {
 public:
    FieldReader(const json& object, std::initializer_list<std::string_view> known)
        : object_(object) {
        for (const auto& [key, value] : object.items()) {
            bool listed = false;
            for (const std::string_view name : known) {
                listed = listed || key == name;
            }
            if (!listed) {
                fail("There is no field \"" + key + "\" here.");
            }
        }
    }

    std::optional<double> amount(const char* field) {
        const json* value = find(field);
        if (value == nullptr) {
            return std::nullopt;
        }
        const double number = value->is_number() ? value->get<double>() : -1.0;
        if (!(number >= 0.0 && number <= kMaxAmount)) {
            fail(name_of(field) + " must be a number from 0 to 1,000,000.");
            return std::nullopt;
        }
        return number;
    }

    std::optional<int> count(const char* field, int least, int most) {
        const json* value = find(field);
        if (value == nullptr) {
            return std::nullopt;
        }
        const double number = value->is_number() ? value->get<double>() : -1.0;
        if (!(number >= least && number <= most) || std::floor(number) != number) {
            fail(name_of(field) + " must be a whole number from " + std::to_string(least) + " to " +
                 std::to_string(most) + ".");
            return std::nullopt;
        }
        return static_cast<int>(number);
    }

    std::string one_of(const char* field, std::initializer_list<std::string_view> allowed) {
        const std::string value = text(field);
        std::string list;
        for (const std::string_view word : allowed) {
            if (value.empty() || value == word) {
                return value;
            }
            list += (list.empty() ? "" : ", ") + std::string(word);
        }
        fail(name_of(field) + " must be one of: " + list + ".");
        return "";
    }

    // A present text must have content: an empty one says nothing that leaving it out does not.
    std::string text(const char* field) {
        const json* value = find(field);
        if (value == nullptr) {
            return "";
        }
        if (!value->is_string() || value->get_ref<const std::string&>().empty() ||
            value->get_ref<const std::string&>().size() > kMaxNameBytes) {
            fail(name_of(field) + " must be a text of 1 to 120 bytes.");
            return "";
        }
        return value->get<std::string>();
    }

    const json* find(const char* field) const {
        const auto at = object_.find(field);
        return at == object_.end() ? nullptr : &*at;
    }

    void fail(const std::string& message) {
        if (problem_.empty()) {
            problem_ = message;
        }
    }

    const std::string& problem() const { return problem_; }

 private:
    static std::string name_of(const char* field) {
        return std::string("\"").append(field).append("\"");
    }

    const json& object_;
    std::string problem_;
};

template <typename Slots>
Result<DecisionSlots> finished(const FieldReader& reader, const Slots& slots) {
    if (!reader.problem().empty()) {
        return invalid(reader.problem());
    }
    const DecisionSlots value(slots);
    return Result<DecisionSlots>(value);
}

Result<DecisionSlots> platform_from(const json& object) {
    FieldReader reader(object, {"name"});
    PlatformSlots slots;
    slots.name =
        reader.one_of("name", {"discord", "circle", "skool", "patreon", "whop", "mighty", "other"});
    if (slots.name.empty()) {
        reader.fail("\"name\" is missing: say which platform.");
    }
    return finished(reader, slots);
}

bool is_currency(const std::string& code) {
    if (code.size() != 3) {
        return false;
    }
    for (const char letter : code) {
        if (letter < 'A' || letter > 'Z') {
            return false;
        }
    }
    return true;
}

std::vector<PriceTier> price_tiers_from(const json& list, FieldReader& reader) {
    std::vector<PriceTier> tiers;
    if (!list.is_array() || list.empty() || list.size() > kMaxPriceTiers) {
        reader.fail("\"tiers\" must be a list of 1 to 20 prices.");
        return tiers;
    }
    for (const json& item : list) {
        if (!item.is_object()) {
            reader.fail("Each of \"tiers\" must be an object with name and amount.");
            return tiers;
        }
        FieldReader tier(item, {"name", "amount"});
        const std::string name = tier.text("name");
        const std::optional<double> amount = tier.amount("amount");
        if (!tier.problem().empty() || !amount) {
            reader.fail("In \"tiers\": " +
                        (tier.problem().empty() ? "\"amount\" is missing." : tier.problem()));
            return tiers;
        }
        tiers.push_back(PriceTier{name, *amount});
    }
    return tiers;
}

Result<DecisionSlots> pricing_from(const json& object) {
    FieldReader reader(object, {"amount", "currency", "interval", "tiers", "yearly", "founding"});
    PricingSlots slots;
    slots.amount = reader.amount("amount");
    slots.currency = reader.text("currency");
    slots.interval = reader.one_of("interval", {"month", "year", "once"});
    if (!slots.currency.empty() && !is_currency(slots.currency)) {
        reader.fail("\"currency\" must be a three-letter code such as USD.");
    }
    if (const json* list = reader.find("tiers")) {
        slots.tiers = price_tiers_from(*list, reader);
        if (slots.amount) {
            reader.fail("Give either \"amount\" or \"tiers\", not both.");
        }
    }
    slots.yearly = reader.amount("yearly");
    slots.founding = reader.amount("founding");
    if ((slots.yearly || slots.founding) && !slots.amount) {
        reader.fail("\"yearly\" and \"founding\" stand beside an \"amount\".");
    }
    if (slots.yearly && slots.interval != "month") {
        reader.fail("\"yearly\" stands beside an amount a month.");
    }
    return finished(reader, slots);
}

std::vector<std::string> channel_names_from(const json& list, FieldReader& reader) {
    std::vector<std::string> names;
    const bool listed = list.is_array() && !list.empty() && list.size() <= kMaxChannelNames;
    for (const json& item : listed ? list : json::array()) {
        if (item.is_string() && !item.get_ref<const std::string&>().empty() &&
            item.get_ref<const std::string&>().size() <= kMaxNameBytes) {
            names.push_back(item.get<std::string>());
        }
    }
    if (!listed || names.size() != list.size()) {
        reader.fail("\"names\" must be a list of 1 to 60 texts of 1 to 120 bytes.");
    }
    return names;
}

Result<DecisionSlots> structure_from(const json& object) {
    FieldReader reader(object, {"tiers", "channels", "roles", "names"});
    StructureSlots slots;
    slots.tiers = reader.count("tiers", 0, kMaxCount);
    slots.channels = reader.count("channels", 0, kMaxCount);
    slots.roles = reader.count("roles", 0, kMaxCount);
    if (const json* list = reader.find("names")) {
        slots.names = channel_names_from(*list, reader);
    }
    return finished(reader, slots);
}

Result<DecisionSlots> timeline_from(const json& object) {
    FieldReader reader(object, {"date", "weeks", "days"});
    TimelineSlots slots;
    if (reader.find("date") != nullptr) {
        slots.date = date_from_iso(reader.text("date"));
        if (!slots.date) {
            reader.fail("\"date\" must be a real day written as YYYY-MM-DD.");
        }
    }
    slots.weeks = reader.count("weeks", 0, kMaxWeeks);
    slots.days = reader.count("days", 0, kMaxDays);
    if ((slots.date ? 1 : 0) + (slots.weeks ? 1 : 0) + (slots.days ? 1 : 0) > 1) {
        reader.fail("Give only one of \"date\", \"weeks\" and \"days\".");
    }
    return finished(reader, slots);
}

Result<DecisionSlots> content_from(const json& object) {
    FieldReader reader(object, {"cadence", "format", "weekday"});
    ContentSlots slots;
    slots.cadence = reader.one_of("cadence", {"daily", "weekly", "biweekly", "monthly"});
    slots.format = reader.text("format");
    slots.weekday = reader.one_of(
        "weekday", {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
    return finished(reader, slots);
}

}  // namespace

Result<DecisionSlots> slots_from_json(DecisionCategory category, std::string_view text) {
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object()) {
        return invalid("The slots of a decision must be a JSON object.");
    }
    switch (category) {
        case DecisionCategory::Platform:
            return platform_from(object);
        case DecisionCategory::Pricing:
            return pricing_from(object);
        case DecisionCategory::Structure:
            return structure_from(object);
        case DecisionCategory::Timeline:
            return timeline_from(object);
        case DecisionCategory::Content:
            return content_from(object);
    }
    return invalid("This category of decision is unknown.");
}

}  // namespace atrium::domain
