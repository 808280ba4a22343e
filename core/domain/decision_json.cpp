#include <cmath>

#include <nlohmann/json.hpp>

#include "core/domain/decision.h"

namespace atrium::domain {
namespace {

using nlohmann::json;

// Whole amounts are written without a fraction, so that 29 stays 29 for whoever reads the line.
json number_json(double value) {
    const bool whole = std::floor(value) == value && std::abs(value) < 1e15;
    return whole ? json(static_cast<std::int64_t>(value)) : json(value);
}

json to_json(const PlatformSlots& slots) {
    return {{"name", slots.name}};
}

json to_json(const PricingSlots& slots) {
    json out = json::object();
    if (slots.amount) {
        out["amount"] = number_json(*slots.amount);
    }
    if (!slots.currency.empty()) {
        out["currency"] = slots.currency;
    }
    if (!slots.interval.empty()) {
        out["interval"] = slots.interval;
    }
    for (const PriceTier& tier : slots.tiers) {
        json item = {{"amount", number_json(tier.amount)}};
        if (!tier.name.empty()) {
            item["name"] = tier.name;
        }
        out["tiers"].push_back(item);
    }
    if (slots.yearly) {
        out["yearly"] = number_json(*slots.yearly);
    }
    if (slots.founding) {
        out["founding"] = number_json(*slots.founding);
    }
    return out;
}

void put(json& out, const char* field, const std::optional<int>& value) {
    if (value) {
        out[field] = *value;
    }
}

json to_json(const StructureSlots& slots) {
    json out = json::object();
    put(out, "tiers", slots.tiers);
    put(out, "channels", slots.channels);
    put(out, "roles", slots.roles);
    if (!slots.names.empty()) {
        out["names"] = slots.names;
    }
    return out;
}

json to_json(const TimelineSlots& slots) {
    json out = json::object();
    if (slots.date) {
        out["date"] = iso_from_date(*slots.date);
    }
    put(out, "weeks", slots.weeks);
    put(out, "days", slots.days);
    return out;
}

json to_json(const ContentSlots& slots) {
    json out = json::object();
    if (!slots.cadence.empty()) {
        out["cadence"] = slots.cadence;
    }
    if (!slots.format.empty()) {
        out["format"] = slots.format;
    }
    if (!slots.weekday.empty()) {
        out["weekday"] = slots.weekday;
    }
    return out;
}

}  // namespace

std::string slots_json(const DecisionSlots& slots) {
    const json out = std::visit([](const auto& value) { return to_json(value); }, slots);
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace atrium::domain
