// What was used, read from the ledger's rows: one's own day, and the operator's overview.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/protocol/money.h"
#include "core/protocol/result.h"
#include "proxy/database.h"

namespace atrium::proxy {

struct UsageSum {
    std::int64_t requests = 0;
    std::int64_t estimated = 0;
    std::int64_t input_tokens = 0;
    std::int64_t output_tokens = 0;
    std::int64_t cache_read_tokens = 0;
    std::int64_t cache_write_tokens = 0;
    protocol::NanoUsd cost;
};

struct OwnUsage {
    int messages = 0;
    int tool_rounds = 0;
    UsageSum sum;
};

Result<OwnUsage> own_usage(Database& database, const std::string& user_id, const std::string& day);

enum class Grain { Day, Hour, User, Model };

// "day", "hour", "user" or "model"; anything else is a day.
[[nodiscard]] Grain grain_from_text(std::string_view word);

// By day or hour: one line for each day (or hour, "2026-11-22T09:00:00Z"), user and model. By user or
// model: one line for each, the dearest first, what was summed up being empty.
struct UsageRow {
    std::string period;
    std::string user;
    std::string model;
    UsageSum sum;
};

// Days from and to are both included; the newest first. at_most: how many rows, all without it.
Result<std::vector<UsageRow>> usage_rows(Database& database,
                                         const std::string& from,
                                         const std::string& to,
                                         Grain grain,
                                         std::optional<int> at_most = std::nullopt);

// Of all users and models together.
Result<UsageSum> usage_total(Database& database, const std::string& from, const std::string& to);

// One day of a user, or of everybody together ('*').
struct UserDay {
    std::string user_id;
    int messages = 0;
    protocol::NanoUsd spent;
    protocol::NanoUsd reserved;
};

Result<std::vector<UserDay>> user_days(Database& database, const std::string& day);

[[nodiscard]] std::string csv_from_rows(const std::vector<UsageRow>& rows);
// A JSON array.
[[nodiscard]] std::string json_from_rows(const std::vector<UsageRow>& rows);
// Columns for a terminal.
[[nodiscard]] std::string table_from_rows(const std::vector<UsageRow>& rows);

}  // namespace atrium::proxy
