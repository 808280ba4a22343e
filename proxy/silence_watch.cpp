#include "proxy/silence_watch.h"

#include <chrono>
#include <utility>

namespace atrium::proxy {

namespace {

constexpr std::chrono::milliseconds kInterval{450};

}  // namespace

SilenceWatch::SilenceWatch() : thread_([this] { run(); }) {}

SilenceWatch::~SilenceWatch() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void SilenceWatch::run() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, kInterval, [this] { return stopping_; })) {
        for (const std::function<void()>& nudge : nudges_) {
            nudge();
        }
    }
}

SilenceWatch::Registration::Registration(SilenceWatch& watch, std::function<void()> nudge)
    : watch_(watch) {
    const std::lock_guard lock(watch_.mutex_);
    place_ = watch_.nudges_.insert(watch_.nudges_.end(), std::move(nudge));
}

SilenceWatch::Registration::~Registration() {
    const std::lock_guard lock(watch_.mutex_);
    watch_.nudges_.erase(place_);
}

}  // namespace atrium::proxy
