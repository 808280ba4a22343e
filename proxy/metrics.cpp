#include "proxy/metrics.h"

#include <algorithm>

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
    {Counter::RefusedRequests, "refused_request_total", "Refused: malformed or not allowed here"},
    {Counter::RefusedOrigins, "refused_origin_total", "Refused: other host name or origin"},
    {Counter::RefusedBusy, "refused_busy_total", "Refused: too many replies under way"},
    {Counter::RefusedStorage,
     "refused_storage_total",
     "Refused: the database could not be reached"},
    {Counter::Alerts, "alerts_total", "Alerts about cost raised"},
    {Counter::UpstreamErrors, "upstream_errors_total", "Upstream failed or answered with an error"},
    {Counter::ClientsLeft, "clients_left_total", "Clients that left before the end"},
    {Counter::InputTokens, "input_tokens_total", "Uncached input tokens"},
    {Counter::OutputTokens, "output_tokens_total", "Output tokens"},
    {Counter::CacheReadTokens, "cache_read_tokens_total", "Input tokens read from the cache"},
    {Counter::CacheWriteTokens, "cache_write_tokens_total", "Input tokens written to the cache"},
    {Counter::CostNanoUsd, "cost_nano_usd_total", "Cost in billionths of a dollar"},
};

void append(
    std::string& text, const char* name, const char* kind, const char* help, std::int64_t value) {
    const std::string full = std::string("atrium_") + name;
    text += "# HELP " + full + " " + help + "\n# TYPE " + full + " " + kind + "\n" + full + " " +
            std::to_string(value) + "\n";
}

// 2500 → "2.5", 60000 → "60"
std::string seconds_text(std::int64_t millis) {
    std::string fraction = std::to_string(1000 + millis % 1000).substr(1);
    fraction.resize(fraction.find_last_not_of('0') + 1);
    return std::to_string(millis / 1000) + (fraction.empty() ? "" : "." + fraction);
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

void Metrics::add_upstream_latency(std::int64_t millis) {
    const auto bucket =
        std::lower_bound(kLatencyBoundsMillis.begin(), kLatencyBoundsMillis.end(), millis) -
        kLatencyBoundsMillis.begin();
    latencies_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    latency_millis_.fetch_add(millis, std::memory_order_relaxed);
}

void Metrics::add_to_queue(int change) {
    queue_.fetch_add(change, std::memory_order_relaxed);
}

// A histogram as Prometheus has it: cumulative buckets, seconds.
void Metrics::append_latencies(std::string& text) const {
    const std::string name = "atrium_upstream_response_seconds";
    text += "# HELP " + name + " Time until upstream began its response\n# TYPE " + name +
            " histogram\n";
    std::int64_t count = 0;
    for (std::size_t i = 0; i < latencies_.size(); ++i) {
        count += latencies_[i].load();
        const std::string bound = i < kLatencyBoundsMillis.size()
                                      ? seconds_text(kLatencyBoundsMillis[i])
                                      : std::string("+Inf");
        text += name + "_bucket{le=\"" + bound + "\"} " + std::to_string(count) + "\n";
    }
    text += name + "_sum " + seconds_text(latency_millis_.load()) + "\n" + name + "_count " +
            std::to_string(count) + "\n";
}

std::string Metrics::prometheus_text(std::size_t waiting) const {
    std::string text;
    for (const Description& description : kDescriptions) {
        const auto index = static_cast<std::size_t>(description.counter);
        append(text, description.name, "counter", description.help, counters_[index].load());
    }
    append_latencies(text);
    append(text, "streams", "gauge", "Replies under way", streams_.load());
    append(text, "queue", "gauge", "Connections that wait for a thread", queue_.load());
    append(text,
           "settlements_waiting",
           "gauge",
           "Settlements that the database has not taken yet",
           static_cast<std::int64_t>(waiting));
    return text;
}

}  // namespace atrium::proxy
