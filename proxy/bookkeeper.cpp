#include "proxy/bookkeeper.h"

#include "proxy/clock.h"
#include "proxy/log.h"
#include "proxy/webhook.h"

namespace atrium::proxy {

namespace {

constexpr std::chrono::seconds kTendInterval{5};
constexpr std::int64_t kForgetIntervalMillis = 3600LL * 1000;
constexpr std::int64_t kMillisPerDay = 24LL * 3600 * 1000;
// With the interval above: two minutes for a webhook that is away.
constexpr int kAnnounceAttempts = 24;
// An older alert is no news when the proxy starts again.
constexpr std::int64_t kNewsMillis = kMillisPerDay;

}  // namespace

Bookkeeper::Bookkeeper(const LiveSettings& settings,
                       Database& database,
                       Ledger& ledger,
                       Alerts& alerts,
                       Metrics& metrics)
    : settings_(settings),
      database_(database),
      ledger_(ledger),
      alerts_(alerts),
      metrics_(metrics) {}

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
    announce();
    if (waiting() == 0) {
        (void)ledger_.retire();
    }
}

Result<Done> Bookkeeper::begin() {
    if (Result<Done> announced = ledger_.heartbeat(); !announced) {
        return announced;
    }
    tend_once();
    resume_announcements();
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
            case Verdict::TotalCostReached:
                alert_limit(reservation.day);
                [[fallthrough]];
            case Verdict::UserCostReached:
                metrics_.add(Counter::RefusedCost);
                break;
        }
    }
    return admission;
}

void Bookkeeper::settle(const Settlement& settlement) {
    metrics_.add_usage(settlement.usage);
    metrics_.add(Counter::CostNanoUsd, settlement.cost.value);
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
    const auto urgent = [this] {
        return stopping_ || (!announcements_.empty() && announcements_.front().attempts == 0);
    };
    while (!stopping_) {
        lock.unlock();
        can_write_ = static_cast<bool>(ledger_.heartbeat());
        tend_once();
        forget_old();
        database_.checkpoint();
        announce();
        lock.lock();
        wake_.wait_for(lock, kTendInterval, urgent);
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

void Bookkeeper::forget_old() {
    const int days = settings_.current()->config.keep_days;
    const std::int64_t now = now_millis();
    if (days == 0 || now - forgotten_at_ < kForgetIntervalMillis) {
        return;
    }
    const std::string first_kept = day_of(now - days * kMillisPerDay).text;
    int forgotten = 0;
    for (;;) {
        const Result<int> gone = ledger_.forget_before(first_kept);
        if (!gone) {
            return;
        }
        forgotten += gone.value();
        if (gone.value() == 0) {
            break;
        }
    }
    forgotten_at_ = now;
    if (forgotten > 0) {
        log_event(LogLevel::Info, "usage_forgotten", {{"requests", std::to_string(forgotten)}});
    }
}

void Bookkeeper::alert_if_reached(const DayTotal& total) {
    const auto settings = settings_.current();
    const protocol::NanoUsd threshold = settings->config.daily_cost_alert;
    if (total.spent.value == 0 || total.spent < threshold) {
        return;
    }
    raise({total.day, std::string(kCostAlert), now_millis(), total.spent, threshold});
}

void Bookkeeper::alert_limit(const std::string& day) {
    const auto settings = settings_.current();
    const Result<DayTotal> total = ledger_.total_of(day);
    if (total && settings->config.daily_cost_limit) {
        raise({day,
               std::string(kCostLimit),
               now_millis(),
               total.value().spent,
               *settings->config.daily_cost_limit});
    }
}

void Bookkeeper::raise(Alert alert) {
    const std::string name = alert.day + " " + alert.kind + " " + std::to_string(alert.bound.value);
    {
        const std::lock_guard lock(mutex_);
        if (!raised_.insert(name).second) {
            return;
        }
    }
    const Result<bool> first = alerts_.raise(alert);
    if (!first) {
        const std::lock_guard lock(mutex_);
        raised_.erase(name);
        return;
    }
    if (!first.value()) {
        return;
    }
    log_event(LogLevel::Warning,
              alert.kind == kCostLimit ? "daily_cost_limit" : "daily_cost_alert",
              {{"day", alert.day},
               {"spent", protocol::text_from_nano_usd(alert.spent, 4)},
               {"bound", protocol::text_from_nano_usd(alert.bound, 4)}});
    metrics_.add(Counter::Alerts);
    const std::lock_guard lock(mutex_);
    announcements_.push_back({std::move(alert), 0});
    wake_.notify_all();
}

// What an earlier start could not deliver.
void Bookkeeper::resume_announcements() {
    const Result<std::vector<Alert>> alerts = alerts_.undelivered_since(now_millis() - kNewsMillis);
    if (!alerts) {
        return;
    }
    const std::lock_guard lock(mutex_);
    for (const Alert& alert : alerts.value()) {
        announcements_.push_back({alert, 0});
    }
}

// On the tending thread, so that nobody's answer waits for the operator's server.
void Bookkeeper::announce() {
    const auto settings = settings_.current();
    const Secret& webhook = settings->config.alert_webhook;
    std::deque<Announcement> due;
    {
        const std::lock_guard lock(mutex_);
        due.swap(announcements_);
    }
    for (Announcement& announcement : due) {
        if (webhook.empty() || post_to_webhook(webhook, json_of_alert(announcement.alert))) {
            (void)alerts_.mark_delivered(announcement.alert);
            continue;
        }
        if (++announcement.attempts == kAnnounceAttempts) {
            log_event(LogLevel::Error, "webhook_failed", {{"kind", announcement.alert.kind}});
            continue;
        }
        const std::lock_guard lock(mutex_);
        announcements_.push_back(announcement);
    }
}

}  // namespace atrium::proxy
