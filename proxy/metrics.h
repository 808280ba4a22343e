// Figures for Prometheus: what GET /metrics shows. Counters only ever rise; any thread may add.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "core/protocol/usage.h"

namespace atrium::proxy {

enum class Counter {
    Requests,
    MessagesAdmitted,
    RefusedMessages,
    RefusedCost,
    RefusedTokens,
    RefusedRequests,
    RefusedOrigins,
    RefusedBusy,
    RefusedStorage,
    Alerts,
    UpstreamErrors,
    ClientsLeft,
    InputTokens,
    OutputTokens,
    CacheReadTokens,
    CacheWriteTokens,
    CostNanoUsd,
    Count
};

// Upper bounds of the latency histogram; one more bucket has none.
inline constexpr std::array<std::int64_t, 10> kLatencyBoundsMillis = {
    50, 100, 250, 500, 1000, 2500, 5000, 10'000, 30'000, 60'000};

class Metrics {
 public:
    void add(Counter counter, std::int64_t amount = 1);
    void add_usage(const protocol::Usage& usage);

    // How long upstream took until its response began.
    void add_upstream_latency(std::int64_t millis);

    // A connection that waits for a thread comes with 1 and goes with -1.
    void add_to_queue(int change);

    // waiting: settlements that the database has not taken yet.
    [[nodiscard]] std::string prometheus_text(std::size_t waiting) const;

 private:
    friend class StreamSlot;

    void append_latencies(std::string& text) const;

    std::array<std::atomic<std::int64_t>, static_cast<std::size_t>(Counter::Count)> counters_{};
    std::atomic<int> streams_{0};
    std::atomic<int> queue_{0};
    std::array<std::atomic<std::int64_t>, kLatencyBoundsMillis.size() + 1> latencies_{};
    std::atomic<std::int64_t> latency_millis_{0};
};

// One of the replies under way, as long as it lives.
class StreamSlot {
 public:
    // Nothing when `bound` replies are under way already.
    [[nodiscard]] static std::optional<StreamSlot> take(Metrics& metrics, int bound);

    ~StreamSlot();

    StreamSlot(StreamSlot&& other) noexcept : metrics_(std::exchange(other.metrics_, nullptr)) {}

    StreamSlot& operator=(StreamSlot&& other) noexcept {
        std::swap(metrics_, other.metrics_);
        return *this;
    }

    StreamSlot(const StreamSlot&) = delete;
    StreamSlot& operator=(const StreamSlot&) = delete;

 private:
    explicit StreamSlot(Metrics& metrics) : metrics_(&metrics) {}

    Metrics* metrics_;
};

}  // namespace atrium::proxy
