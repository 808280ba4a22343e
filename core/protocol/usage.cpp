#include "core/protocol/usage.h"

#include <algorithm>

#include "core/protocol/usage_json.h"

namespace atrium::protocol {

namespace {

void assign(std::int64_t& total, const std::optional<std::int64_t>& stated) {
    if (stated && *stated >= 0) {
        total = *stated;
    }
}

}  // namespace

void merge(Usage& usage, const UsageReport& report) {
    assign(usage.input_tokens, report.input_tokens);
    assign(usage.output_tokens, report.output_tokens);
    assign(usage.cache_read_tokens, report.cache_read_tokens);
    assign(usage.cache_write_5m_tokens, report.cache_write_5m_tokens);
    assign(usage.cache_write_1h_tokens, report.cache_write_1h_tokens);
    assign(usage.web_searches, report.web_searches);
    if (report.cache_write_tokens && *report.cache_write_tokens >= 0) {
        // The split comes with message_start only; later totals keep its one-hour part.
        usage.cache_write_1h_tokens =
            std::min(usage.cache_write_1h_tokens, *report.cache_write_tokens);
        usage.cache_write_5m_tokens = *report.cache_write_tokens - usage.cache_write_1h_tokens;
    }
    if (report.us_inference) {
        usage.us_inference = *report.us_inference;
    }
}

std::int64_t prompt_tokens(const Usage& usage) {
    return usage.input_tokens + usage.cache_read_tokens + usage.cache_write_5m_tokens +
           usage.cache_write_1h_tokens;
}

UsageReport usage_report_from_json(const Json& usage) {
    UsageReport report;
    report.input_tokens = integer_field(usage, "input_tokens");
    report.output_tokens = integer_field(usage, "output_tokens");
    report.cache_read_tokens = integer_field(usage, "cache_read_input_tokens");
    report.cache_write_tokens = integer_field(usage, "cache_creation_input_tokens");
    const Json& split = field(usage, "cache_creation");
    report.cache_write_5m_tokens = integer_field(split, "ephemeral_5m_input_tokens");
    report.cache_write_1h_tokens = integer_field(split, "ephemeral_1h_input_tokens");
    report.web_searches = integer_field(field(usage, "server_tool_use"), "web_search_requests");
    if (const std::string geo = text_field(usage, "inference_geo"); !geo.empty()) {
        report.us_inference = geo == "us";
    }
    return report;
}

UsageReport usage_report_from_reply(std::string_view reply_json) {
    return usage_report_from_json(field(parse_json(reply_json), "usage"));
}

}  // namespace atrium::protocol
