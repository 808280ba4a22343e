// Every bound that browser and proxy agree on. Units stand in the names.
#pragma once

#include <cstddef>

namespace atrium::protocol {

// Anthropic refuses larger bodies with 413; the proxy refuses them before reading on.
inline constexpr std::size_t kMaxRequestBytes = 32u * 1024 * 1024;

// One server-sent event. A server tool's result is the largest seen and stays far below.
inline constexpr std::size_t kMaxSseEventBytes = 8u * 1024 * 1024;

// How deeply arrays and objects of a request may nest.
inline constexpr int kMaxJsonDepth = 128;

// Rounds of tool results that the proxy counts to one message of a person; it counts any further
// round as a message of its own. A workspace stops earlier, by a bound of its own.
inline constexpr int kToolRoundsPerMessage = 16;

// The proxy sends a ping after so much silence (unless its operator chose otherwise), and the client gives a silent stream up after the
// second figure: several pings were missed.
inline constexpr int kPingIntervalSeconds = 10;
inline constexpr int kSilentStreamSeconds = 60;

}  // namespace atrium::protocol
