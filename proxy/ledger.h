// The account of what was admitted and what it cost. Each request is reserved once, in one
// transaction that checks every limit, and settled once, whatever happened in between:
//
//     Result<Admission> admission = ledger.reserve(reservation, limits);
//     ... relay ...
//     ledger.settle(settlement);
//
// Exact under concurrency and across several proxies on one database: the limits are conditions of
// the very statements that count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/protocol/money.h"
#include "core/protocol/result.h"
#include "core/protocol/usage.h"
#include "proxy/database.h"

namespace atrium::proxy {

// A tool round answers tools that an admitted message asked for; it does not count as a message.
enum class RequestKind { Message, ToolRound };

// upper_bound: no outcome of the request can cost more.
struct Reservation {
    std::string request_id;
    std::string user_id;
    std::string day;
    std::string model;
    RequestKind kind = RequestKind::Message;
    protocol::NanoUsd upper_bound;
    std::int64_t now_millis = 0;
};

struct Limits {
    int messages_per_day = 0;
    std::optional<protocol::NanoUsd> user_daily_cost;
    std::optional<protocol::NanoUsd> total_daily_cost;
};

enum class Verdict { Admitted, MessagesUsedUp, UserCostReached, TotalCostReached };

// messages_today: of the user, this one included when it was admitted.
struct Admission {
    Verdict verdict = Verdict::Admitted;
    int messages_today = 0;
};

// How a request ended. Released: upstream did nothing that costs, so the message does not count.
enum class Outcome { Finished, ClientGone, UpstreamFailed, Stopped, Released };

[[nodiscard]] std::string_view text_from_outcome(Outcome outcome);

struct Settlement {
    std::string request_id;
    std::string model;
    Outcome outcome = Outcome::Finished;
    int status = 0;
    protocol::Usage usage;
    protocol::NanoUsd cost;
    bool estimated = false;
    std::int64_t duration_millis = 0;
    std::string upstream_request_id;
};

// What all users have spent of a day, for the cost alert.
struct DayTotal {
    std::string day;
    protocol::NanoUsd spent;
    protocol::NanoUsd reserved;
};

class Ledger {
 public:
    // instance_id names this running proxy in the reservations it makes.
    Ledger(Database& database, std::string instance_id);

    Result<Admission> reserve(const Reservation& reservation, const Limits& limits);

    // Books the cost on the day of the reservation. A second settlement of the same request changes
    // nothing; one that comes after the request was taken for orphaned replaces the estimate.
    Result<DayTotal> settle(const Settlement& settlement);

    // Of all users together.
    Result<DayTotal> total_of(const std::string& day);

    // Tells the other proxies that this one lives. To be called every few seconds.
    Result<Done> heartbeat();

    // Settles the reservations of proxies that died, at the reserved cost and marked as estimated.
    // Returns how many there were.
    Result<int> settle_orphans();

    // Deletes what is older than the day, open reservations excepted, and tokens that have expired.
    // In small portions, so that nobody waits long: returns how many requests went, 0 when done.
    Result<int> forget_before(const std::string& day);

    // A clean stop: nothing of this instance is open any more.
    Result<Done> retire();

 private:
    Database& database_;
    std::string instance_id_;
    std::string host_;
};

}  // namespace atrium::proxy
