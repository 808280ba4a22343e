#include "proxy/metrics.h"

namespace atrium::proxy {

namespace {

struct Description {
    Counter counter;
    const char* name;
    const char* help;
};

constexpr Description kDescriptions[] = {
    {Counter::Requests, "requests_total", "Requests received, of any kind"},
    {Counter::MessagesAdmitted, "messages_admitted_total", "Requests to Claude admitted"},
    {Counter::RefusedMessages,
     "refused_message_limit_total",
     "Refused: messages of the day used up"},
    {Counter::RefusedCost, "refused_cost_limit_total", "Refused: a cost limit was reached"},
    {Counter::RefusedTokens, "refused_token_total", "Refused: token missing or unknown"},
    {Counter::RefusedBusy, "refused_busy_total", "Refused: too many replies under way"},
    {Counter::UpstreamErrors, "upstream_errors_total", "Upstream failed or answered with an error"},
    {Counter::ClientsLeft, "clients_left_total", "Clients that left before the end"},
    {Counter::InputTokens, "input_tokens_total", "Uncached input tokens"},
    {Counter::OutputTokens, "output_tokens_total", "Output tokens"},
    {Counter::CacheReadTokens, "cache_read_tokens_total", "Input tokens read from the cache"},
    {Counter::CacheWriteTokens, "cache_write_tokens_total", "Input tokens written to the cache"},
    {Counter::CostMicroUsd, "cost_micro_usd_total", "Cost in millionths of a dollar"},
    {Counter::UpstreamHeads, "upstream_responses_total", "Responses that upstream began"},
    {Counter::UpstreamHeadMillis,
     "upstream_response_millis_total",
     "Time until they began, summed"},
};

void append(
    std::string& text, const char* name, const char* kind, const char* help, std::int64_t value) {
    const std::string full = std::string("atrium_") + name;
    text += "# HELP " + full + " " + help + "\n# TYPE " + full + " " + kind + "\n" + full + " " +
            std::to_string(value) + "\n";
}

}  // namespace

void Metrics::add(Counter counter, std::int64_t amount) {
    counters_[static_cast<std::size_t>(counter)].fetch_add(amount, std::memory_order_relaxed);
}

void Metrics::add_usage(const protocol::Usage& usage) {
    add(Counter::InputTokens, usage.input_tokens);
    add(Counter::OutputTokens, usage.output_tokens);
    add(Counter::CacheReadTokens, usage.cache_read_tokens);
    add(Counter::CacheWriteTokens, usage.cache_write_5m_tokens + usage.cache_write_1h_tokens);
}

std::optional<StreamSlot> StreamSlot::take(Metrics& metrics, int bound) {
    if (metrics.streams_.fetch_add(1) >= bound) {
        metrics.streams_.fetch_sub(1);
        return std::nullopt;
    }
    return StreamSlot(metrics);
}

StreamSlot::~StreamSlot() {
    if (metrics_) {
        metrics_->streams_.fetch_sub(1);
    }
}

std::string Metrics::prometheus_text(std::size_t waiting) const {
    std::string text;
    for (const Description& description : kDescriptions) {
        const auto index = static_cast<std::size_t>(description.counter);
        append(text, description.name, "counter", description.help, counters_[index].load());
    }
    append(text, "streams", "gauge", "Replies under way", streams_.load());
    append(text,
           "settlements_waiting",
           "gauge",
           "Settlements that the database has not taken yet",
           static_cast<std::int64_t>(waiting));
    return text;
}

}  // namespace atrium::proxy
