// What an operator has to hear once: the day's cost passed the threshold, or the day's limit refuses
// people. Kept in the database, so that several proxies and a restart raise each alert once together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/protocol/money.h"
#include "core/protocol/result.h"
#include "proxy/database.h"

namespace atrium::proxy {

inline constexpr std::string_view kCostAlert = "cost_alert";
inline constexpr std::string_view kCostLimit = "cost_limit";

// bound: the threshold or the limit that was reached.
struct Alert {
    std::string day;
    std::string kind;
    std::int64_t raised_at = 0;
    protocol::NanoUsd spent;
    protocol::NanoUsd bound;
};

class Alerts {
 public:
    explicit Alerts(Database& database) : database_(database) {}

    // True for the one caller that is the first with this day, kind and bound.
    Result<bool> raise(const Alert& alert);

    // The webhook has taken it, or there is none.
    Result<Done> mark_delivered(const Alert& alert);

    // Raised since then, and not delivered.
    Result<std::vector<Alert>> undelivered_since(std::int64_t millis);

    // The newest first, at most 100.
    Result<std::vector<Alert>> from_day_on(const std::string& day);

 private:
    // condition: with one value to be put into it.
    template <typename Value>
    Result<std::vector<Alert>> select(const std::string& condition, const Value& value);

    Database& database_;
};

// One sentence, e.g. for a chat.
[[nodiscard]] std::string text_of_alert(const Alert& alert);

// {"text": the sentence, "kind", "day", "spent_micro_usd", "bound_micro_usd"}
[[nodiscard]] std::string json_of_alert(const Alert& alert);

}  // namespace atrium::proxy
