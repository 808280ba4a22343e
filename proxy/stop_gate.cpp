#include "proxy/stop_gate.h"

#include <utility>

namespace atrium::proxy {

void StopGate::Pass::hand_back() {
    if (StopGate* gate = std::exchange(gate_, nullptr)) {
        gate->leave();
    }
}

std::shared_ptr<StopGate::Pass> StopGate::enter() {
    const std::lock_guard lock(mutex_);
    if (stopping_) {
        return nullptr;
    }
    ++passes_;
    return std::make_shared<Pass>(*this);
}

void StopGate::stop() {
    const bool close_now = [this] {
        const std::lock_guard lock(mutex_);
        return !std::exchange(stopping_, true) && passes_ == 0;
    }();
    if (close_now) {
        close_();
    }
}

void StopGate::leave() {
    const bool was_awaited = [this] {
        const std::lock_guard lock(mutex_);
        return --passes_ == 0 && stopping_;
    }();
    if (was_awaited) {
        close_();
    }
}

}  // namespace atrium::proxy
