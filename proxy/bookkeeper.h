// The ledger as the rest of the proxy uses it: settlements survive a database that is briefly away,
// dead neighbours are tidied up, and the operator is told once a day when the cost alert is reached.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

#include "proxy/config.h"
#include "proxy/ledger.h"
#include "proxy/metrics.h"

namespace atrium::proxy {

class Bookkeeper {
 public:
    Bookkeeper(const Config& config, Ledger& ledger, Metrics& metrics);
    // Tries once more to settle what waits, and retires the instance.
    ~Bookkeeper();
    Bookkeeper(const Bookkeeper&) = delete;
    Bookkeeper& operator=(const Bookkeeper&) = delete;

    // Announces this proxy and settles what earlier ones left behind. Before the first reservation.
    Result<Done> begin();

    Result<Admission> reserve(const Reservation& reservation, const Limits& limits);

    // Never fails: what the database does not take now is tried again until it does.
    void settle(const Settlement& settlement);

    [[nodiscard]] std::size_t waiting() const;

 private:
    bool try_settle(const Settlement& settlement);
    void tend();
    void tend_once();
    void alert_if_reached(const DayTotal& total);

    const Config& config_;
    Ledger& ledger_;
    Metrics& metrics_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Settlement> waiting_;
    std::string alerted_day_;
    bool stopping_ = false;
    std::thread tender_;
};

}  // namespace atrium::proxy
