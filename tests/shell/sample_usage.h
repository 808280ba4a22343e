// An answer of GET /api/v1/admin/usage-stats as the proxy writes it, to be changed by tests: two days,
// two models, nine people of whom one is at the limit and one is revoked.
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

namespace atrium::shell::testing {

inline nlohmann::json usage_row(const char* day,
                                const char* user,
                                const char* model,
                                std::int64_t requests,
                                std::int64_t cost_micro_usd) {
    return {{"period", day},
            {"user", user},
            {"model", model},
            {"requests", requests},
            {"estimated", 0},
            {"input_tokens", 1000},
            {"output_tokens", 500},
            {"cache_read_tokens", 4000},
            {"cache_write_tokens", 0},
            {"cost_micro_usd", cost_micro_usd}};
}

inline nlohmann::json usage_person(const std::string& name, int messages, std::int64_t cost) {
    return {{"name", name},
            {"admin", false},
            {"revoked", false},
            {"messages", messages},
            {"messages_limit", 50},
            {"cost_micro_usd", cost},
            {"cost_limit_micro_usd", nullptr}};
}

// Today is 22 November 2026.
inline nlohmann::json sample_usage() {
    nlohmann::json people = {usage_person("Jonas Lind", 42, 2'180'000),
                             usage_person("Priya Raman", 50, 2'610'000),
                             usage_person("=Tom", 0, 0)};
    people[2]["revoked"] = true;
    for (const char* name : {"Ana", "Ben", "Cleo", "Dev", "Ewa", "Finn"}) {
        people.push_back(usage_person(name, 1, 10'000));
    }
    return {{"from", "2026-10-23"},
            {"to", "2026-11-22"},
            {"today",
             {{"day", "2026-11-22"},
              {"messages", 98},
              {"cost_micro_usd", 4'850'000},
              {"reserved_micro_usd", 0},
              {"alert", false}}},
            {"limits",
             {{"messages_per_day", 50},
              {"alert_micro_usd", 50'000'000},
              {"daily_cost_micro_usd", nullptr},
              {"user_daily_cost_micro_usd", 4'000'000}}},
            {"alerts",
             {{{"day", "2026-11-18"},
               {"kind", "cost_alert"},
               {"raised_at", "2026-11-18T16:40:00Z"},
               {"text", "Atrium: …"},
               {"spent_micro_usd", 52'100'000},
               {"bound_micro_usd", 50'000'000}}}},
            {"users", people},
            {"rows",
             {usage_row("2026-11-22", "Priya Raman", "claude-sonnet-5-5", 50, 2'610'000),
              usage_row("2026-11-22", "Jonas Lind", "claude-opus-5-5", 42, 2'240'000),
              usage_row("2026-11-18", "=Tom", "claude-sonnet-5-5", 900, 52'100'000)}}};
}

}  // namespace atrium::shell::testing
