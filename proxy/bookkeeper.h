// The ledger as the rest of the proxy uses it: settlements survive a database that is briefly away,
// dead neighbours are tidied up, old rows are forgotten, and the operator is told once a day when the
// cost alert or the cost limit is reached: in the log, in the overview, and by a webhook.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "proxy/alerts.h"
#include "proxy/ledger.h"
#include "proxy/live_settings.h"
#include "proxy/metrics.h"

namespace atrium::proxy {

class Bookkeeper {
 public:
    Bookkeeper(const LiveSettings& settings,
               Database& database,
               Ledger& ledger,
               Alerts& alerts,
               Metrics& metrics);
    // Tries once more to settle what waits and to deliver alerts, and retires the instance.
    ~Bookkeeper();
    Bookkeeper(const Bookkeeper&) = delete;
    Bookkeeper& operator=(const Bookkeeper&) = delete;

    // Announces this proxy and settles what earlier ones left behind. Before the first reservation.
    Result<Done> begin();

    Result<Admission> reserve(const Reservation& reservation, const Limits& limits);

    // Never fails: what the database does not take now is tried again until it does.
    void settle(const Settlement& settlement);

    [[nodiscard]] std::size_t waiting() const;

    // The database took what was last written to it to show that this proxy lives.
    [[nodiscard]] bool can_write() const { return can_write_; }

 private:
    bool try_settle(const Settlement& settlement);
    void tend();
    void tend_once();
    void forget_old();
    void alert_if_reached(const DayTotal& total);
    void alert_limit(const std::string& day);
    void raise(Alert alert);
    void resume_announcements();
    void announce();

    // An alert that the webhook has not taken yet.
    struct Announcement {
        Alert alert;
        int attempts = 0;
    };

    const LiveSettings& settings_;
    Database& database_;
    Ledger& ledger_;
    Alerts& alerts_;
    Metrics& metrics_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Settlement> waiting_;
    std::deque<Announcement> announcements_;
    std::set<std::string> raised_;  // what this proxy has raised already, to spare the database
    std::int64_t forgotten_at_ = 0;
    std::atomic<bool> can_write_{true};
    bool stopping_ = false;
    std::thread tender_;
};

}  // namespace atrium::proxy
