#include "shell/usage_overview.h"

#include <utility>

#include <nlohmann/json.hpp>

namespace atrium::shell {

namespace {

using nlohmann::json;

// Sums of this many entries of this size stay far inside 64 bits.
constexpr std::int64_t kLargest = 100'000'000'000'000;
constexpr std::size_t kMostEntries = 20'000;

// A whole number from 0 to kLargest.
std::optional<std::int64_t> amount(const json& object, const char* name) {
    const auto member = object.find(name);
    if (member == object.end() || !member->is_number_integer()) {
        return std::nullopt;
    }
    if (member->is_number_unsigned() &&
        member->get<std::uint64_t>() > static_cast<std::uint64_t>(kLargest)) {
        return std::nullopt;
    }
    const auto value = member->get<std::int64_t>();
    return value >= 0 && value <= kLargest ? std::optional<std::int64_t>(value) : std::nullopt;
}

// Puts the amount into `to`; false when there is none.
bool take_amount(const json& object, const char* name, std::int64_t& to) {
    const std::optional<std::int64_t> value = amount(object, name);
    to = value.value_or(0);
    return value.has_value();
}

// The same for one that may be null.
bool take_amount(const json& object, const char* name, std::optional<std::int64_t>& to) {
    const auto member = object.find(name);
    to = amount(object, name);
    return to.has_value() || (member != object.end() && member->is_null());
}

bool take_text(const json& object, const char* name, std::string& to) {
    const auto member = object.find(name);
    const bool is_there = member != object.end() && member->is_string();
    to = is_there ? member->get<std::string>() : "";
    return is_there;
}

bool take_flag(const json& object, const char* name, bool& to) {
    const auto member = object.find(name);
    const bool is_there = member != object.end() && member->is_boolean();
    to = is_there && member->get<bool>();
    return is_there;
}

bool take_day(const json& object, const char* name, domain::Date& to) {
    std::string text;
    take_text(object, name, text);
    const std::optional<domain::Date> day = domain::date_from_iso(text);
    to = day.value_or(domain::Date{});
    return day.has_value();
}

// "2026-11-22T09:49:34Z"; 0 for anything else.
domain::Millis moment(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00T00:00:00Z";
    const auto fits = [](char letter, char shape) {
        return shape == '0' ? letter >= '0' && letter <= '9' : letter == shape;
    };
    if (text.size() != kShape.size()) {
        return 0;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!fits(text[i], kShape[i])) {
            return 0;
        }
    }
    const std::optional<domain::Date> day = domain::date_from_iso(text.substr(0, 10));
    const auto two = [&text](std::size_t at) {
        return (text[at] - '0') * 10 + (text[at + 1] - '0');
    };
    const int seconds = two(11) * 3600 + two(14) * 60 + two(17);
    return day ? (domain::Millis{day->days} * 86'400 + seconds) * 1000 : 0;
}

bool read(const json& object, UsageRow& row) {
    return take_day(object, "period", row.day) && take_text(object, "user", row.user) &&
           take_text(object, "model", row.model) && take_amount(object, "requests", row.requests) &&
           take_amount(object, "estimated", row.estimated) &&
           take_amount(object, "input_tokens", row.input_tokens) &&
           take_amount(object, "output_tokens", row.output_tokens) &&
           take_amount(object, "cache_read_tokens", row.cache_read_tokens) &&
           take_amount(object, "cache_write_tokens", row.cache_write_tokens) &&
           take_amount(object, "cost_micro_usd", row.cost);
}

bool read(const json& object, UsageAlert& alert) {
    std::string kind;
    std::string raised_at;
    take_text(object, "raised_at", raised_at);
    alert.raised_at = moment(raised_at);
    const bool reads = take_day(object, "day", alert.day) && take_text(object, "kind", kind) &&
                       take_amount(object, "spent_micro_usd", alert.spent) &&
                       take_amount(object, "bound_micro_usd", alert.bound);
    alert.kind = kind == "cost_limit" ? UsageAlert::Kind::Limit : UsageAlert::Kind::Threshold;
    return reads && (kind == "cost_limit" || kind == "cost_alert");
}

bool read(const json& object, UsagePerson& person) {
    return take_text(object, "name", person.name) && !person.name.empty() &&
           take_flag(object, "admin", person.administrator) &&
           take_flag(object, "revoked", person.revoked) &&
           take_amount(object, "messages", person.messages) &&
           take_amount(object, "messages_limit", person.messages_limit) &&
           take_amount(object, "cost_micro_usd", person.cost) &&
           take_amount(object, "cost_limit_micro_usd", person.cost_limit);
}

// The list's entries that can be read; false when there is no list.
template <typename Entry>
bool read_list(const json& object, const char* name, std::vector<Entry>& to, int& unreadable) {
    const auto list = object.find(name);
    if (list == object.end() || !list->is_array()) {
        return false;
    }
    for (const json& item : *list) {
        Entry entry;
        if (to.size() < kMostEntries && item.is_object() && read(item, entry)) {
            to.push_back(std::move(entry));
        } else {
            ++unreadable;
        }
    }
    return true;
}

bool read_today(const json& object, UsageOverview& overview) {
    const auto today = object.find("today");
    return today != object.end() && today->is_object() && take_day(*today, "day", overview.today) &&
           take_amount(*today, "messages", overview.messages_today) &&
           take_amount(*today, "cost_micro_usd", overview.cost_today) &&
           take_flag(*today, "alert", overview.alert_stands);
}

bool read_limits(const json& object, UsageLimits& to) {
    const auto limits = object.find("limits");
    return limits != object.end() && limits->is_object() &&
           take_amount(*limits, "messages_per_day", to.messages_per_day) &&
           take_amount(*limits, "alert_micro_usd", to.alert) &&
           take_amount(*limits, "daily_cost_micro_usd", to.daily_cost) &&
           take_amount(*limits, "user_daily_cost_micro_usd", to.user_daily_cost);
}

}  // namespace

Result<UsageOverview> usage_overview_from_json(std::string_view text) {
    const json object = json::parse(text, nullptr, false);
    UsageOverview overview;
    if (!object.is_object() || !read_today(object, overview) ||
        !read_limits(object, overview.limits) ||
        !read_list(object, "alerts", overview.alerts, overview.unreadable) ||
        !read_list(object, "users", overview.people, overview.unreadable) ||
        !read_list(object, "rows", overview.rows, overview.unreadable)) {
        return Error{"usage-unreadable",
                     "The server's answer could not be read. It may run another version; reload "
                     "the page and try again.",
                     ""};
    }
    return overview;
}

}  // namespace atrium::shell
