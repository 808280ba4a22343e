#include "proxy/bookkeeper.h"

#include "proxy/clock.h"
#include "proxy/log.h"

namespace atrium::proxy {

namespace {

constexpr std::chrono::seconds kTendInterval{5};

}  // namespace

Bookkeeper::Bookkeeper(const Config& config, Ledger& ledger, Metrics& metrics)
    : config_(config), ledger_(ledger), metrics_(metrics) {}

Bookkeeper::~Bookkeeper() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (!tender_.joinable()) {
        return;
    }
    tender_.join();
    tend_once();
    if (waiting() == 0) {
        (void)ledger_.retire();
    }
}

Result<Done> Bookkeeper::begin() {
    if (Result<Done> announced = ledger_.heartbeat(); !announced) {
        return announced;
    }
    tend_once();
    tender_ = std::thread([this] { tend(); });
    return Done{};
}

Result<Admission> Bookkeeper::reserve(const Reservation& reservation, const Limits& limits) {
    Result<Admission> admission = ledger_.reserve(reservation, limits);
    if (!admission) {
        // Whether a commit that broke took effect is unknown, so it is taken back when that is
        // possible again; of a reservation that does not exist nothing is taken back.
        Settlement release;
        release.request_id = reservation.request_id;
        release.model = reservation.model;
        release.outcome = Outcome::Released;
        const std::lock_guard lock(mutex_);
        waiting_.push_back(release);
    }
    if (admission) {
        switch (admission.value().verdict) {
            case Verdict::Admitted:
                metrics_.add(Counter::MessagesAdmitted);
                break;
            case Verdict::MessagesUsedUp:
                metrics_.add(Counter::RefusedMessages);
                break;
            case Verdict::UserCostReached:
            case Verdict::TotalCostReached:
                metrics_.add(Counter::RefusedCost);
                break;
        }
    }
    return admission;
}

void Bookkeeper::settle(const Settlement& settlement) {
    metrics_.add_usage(settlement.usage);
    metrics_.add(Counter::CostMicroUsd, protocol::micro_usd_from_nano(settlement.cost));
    if (!try_settle(settlement)) {
        log_event(LogLevel::Error, "settlement_waits", {{"id", settlement.request_id}});
        const std::lock_guard lock(mutex_);
        waiting_.push_back(settlement);
    }
}

bool Bookkeeper::try_settle(const Settlement& settlement) {
    const Result<DayTotal> total = ledger_.settle(settlement);
    if (!total) {
        return false;
    }
    alert_if_reached(total.value());
    return true;
}

std::size_t Bookkeeper::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
}

void Bookkeeper::tend() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, kTendInterval, [this] { return stopping_; })) {
        lock.unlock();
        (void)ledger_.heartbeat();
        tend_once();
        lock.lock();
    }
}

void Bookkeeper::tend_once() {
    std::deque<Settlement> due;
    {
        const std::lock_guard lock(mutex_);
        due.swap(waiting_);
    }
    for (const Settlement& settlement : due) {
        if (!try_settle(settlement)) {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(settlement);
        }
    }
    const Result<int> orphans = ledger_.settle_orphans();
    if (orphans && orphans.value() > 0) {
        log_event(
            LogLevel::Warning, "orphans_settled", {{"count", std::to_string(orphans.value())}});
    }
}

void Bookkeeper::alert_if_reached(const DayTotal& total) {
    if (total.spent < config_.daily_cost_alert) {
        return;
    }
    const std::string today = day_of(now_millis()).text;
    {
        const std::lock_guard lock(mutex_);
        if (alerted_day_ == today) {
            return;
        }
        alerted_day_ = today;
    }
    log_event(LogLevel::Warning,
              "daily_cost_alert",
              {{"day", today},
               {"spent", protocol::text_from_nano_usd(total.spent)},
               {"threshold", protocol::text_from_nano_usd(config_.daily_cost_alert)}});
}

}  // namespace atrium::proxy
