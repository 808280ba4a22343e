// Figures for Prometheus: what GET /metrics shows. Counters only ever rise; any thread may add.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

#include "core/protocol/usage.h"

namespace atrium::proxy {

enum class Counter {
    Requests,
    MessagesAdmitted,
    RefusedMessages,
    RefusedCost,
    RefusedTokens,
    RefusedBusy,
    UpstreamErrors,
    ClientsLeft,
    InputTokens,
    OutputTokens,
    CacheReadTokens,
    CacheWriteTokens,
    CostMicroUsd,
    UpstreamHeads,
    UpstreamHeadMillis,
    Count
};

class Metrics {
 public:
    void add(Counter counter, std::int64_t amount = 1);
    void add_usage(const protocol::Usage& usage);

    // Replies under way. try_begin_stream refuses, and counts nothing, at the bound.
    [[nodiscard]] bool try_begin_stream(int bound);
    void end_stream();

    // waiting: settlements that the database has not taken yet.
    [[nodiscard]] std::string prometheus_text(std::size_t waiting) const;

 private:
    std::array<std::atomic<std::int64_t>, static_cast<std::size_t>(Counter::Count)> counters_{};
    std::atomic<int> streams_{0};
};

}  // namespace atrium::proxy
