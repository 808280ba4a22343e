// The three forms in which usage is handed out: CSV, JSON and a table for the terminal.
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "proxy/usage_stats.h"

namespace atrium::proxy {

namespace {

// A cell that begins like a formula must stay text in a spreadsheet.
std::string csv_cell(const std::string& text) {
    const bool formula =
        !text.empty() && std::string("=+-@").find(text.front()) != std::string::npos;
    return formula ? "'" + text : text;
}

}  // namespace

std::string csv_from_rows(const std::vector<UsageRow>& rows) {
    std::string csv =
        "period,user,model,requests,estimated,input_tokens,output_tokens,cache_read_tokens,"
        "cache_write_tokens,cost_micro_usd\r\n";
    for (const UsageRow& row : rows) {
        csv += csv_cell(row.period) + "," + csv_cell(row.user) + "," + csv_cell(row.model);
        for (const std::int64_t value : {row.sum.requests,
                                         row.sum.estimated,
                                         row.sum.input_tokens,
                                         row.sum.output_tokens,
                                         row.sum.cache_read_tokens,
                                         row.sum.cache_write_tokens,
                                         protocol::micro_usd_from_nano(row.sum.cost)}) {
            csv += "," + std::to_string(value);
        }
        csv += "\r\n";
    }
    return csv;
}

std::string json_from_rows(const std::vector<UsageRow>& rows) {
    nlohmann::json array = nlohmann::json::array();
    for (const UsageRow& row : rows) {
        array.push_back({{"period", row.period},
                         {"user", row.user},
                         {"model", row.model},
                         {"requests", row.sum.requests},
                         {"estimated", row.sum.estimated},
                         {"input_tokens", row.sum.input_tokens},
                         {"output_tokens", row.sum.output_tokens},
                         {"cache_read_tokens", row.sum.cache_read_tokens},
                         {"cache_write_tokens", row.sum.cache_write_tokens},
                         {"cost_micro_usd", protocol::micro_usd_from_nano(row.sum.cost)}});
    }
    return array.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string table_from_rows(const std::vector<UsageRow>& rows) {
    std::array<char, 256> line{};
    std::string table;
    const auto add = [&](const char* period,
                         const char* user,
                         const char* model,
                         const std::string& requests,
                         const std::string& tokens,
                         const std::string& cost) {
        std::snprintf(line.data(),
                      line.size(),
                      "%-21s %-20s %-24s %9s %12s %12s\n",
                      period,
                      user,
                      model,
                      requests.c_str(),
                      tokens.c_str(),
                      cost.c_str());
        table += line.data();
    };
    add("period", "user", "model", "requests", "tokens", "cost");
    protocol::NanoUsd total;
    for (const UsageRow& row : rows) {
        const std::int64_t tokens = row.sum.input_tokens + row.sum.output_tokens +
                                    row.sum.cache_read_tokens + row.sum.cache_write_tokens;
        add(row.period.c_str(),
            row.user.c_str(),
            row.model.c_str(),
            std::to_string(row.sum.requests),
            std::to_string(tokens),
            protocol::text_from_nano_usd(row.sum.cost, 4));
        total = total + row.sum.cost;
    }
    add("total", "", "", "", "", protocol::text_from_nano_usd(total, 4));
    return table;
}

}  // namespace atrium::proxy
