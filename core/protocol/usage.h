// Token counts of one reply. The API reports them piecemeal and cumulatively: message_start states
// most, message_delta states some again, and a field that is absent or null says nothing. So each
// event carries a UsageReport, and the totals are kept by merging:
//
//     Usage usage;
//     merge(usage, started.usage);
//     merge(usage, delta.usage);     // assigns, never adds
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace atrium::protocol {

// What one event says; absent is not zero.
struct UsageReport {
    std::optional<std::int64_t> input_tokens;
    std::optional<std::int64_t> output_tokens;
    std::optional<std::int64_t> cache_read_tokens;
    std::optional<std::int64_t> cache_write_tokens;
    std::optional<std::int64_t> cache_write_5m_tokens;
    std::optional<std::int64_t> cache_write_1h_tokens;
    std::optional<std::int64_t> web_searches;
    std::optional<bool> us_inference;

    bool operator==(const UsageReport&) const = default;
};

// The totals. input_tokens are the uncached ones only.
struct Usage {
    std::int64_t input_tokens = 0;
    std::int64_t output_tokens = 0;
    std::int64_t cache_read_tokens = 0;
    std::int64_t cache_write_5m_tokens = 0;
    std::int64_t cache_write_1h_tokens = 0;
    std::int64_t web_searches = 0;
    bool us_inference = false;

    bool operator==(const Usage&) const = default;
};

// Takes over each stated field; the last statement wins. A total of cache writes that differs from
// the split by lifetime changes the five-minute part. Negative counts are ignored.
void merge(Usage& usage, const UsageReport& report);

// Everything the prompt consisted of; decides the price tier.
[[nodiscard]] std::int64_t prompt_tokens(const Usage& usage);

// Of a whole reply of the non-streaming API; nothing where it is no such JSON.
[[nodiscard]] UsageReport usage_report_from_reply(std::string_view reply_json);

}  // namespace atrium::protocol
