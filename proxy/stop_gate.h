// Holds a stop back until every admitted request has begun its response. The HTTP library, told to
// stop, sends no body of a stream that it has not begun, also when the head is out already: a reply that
// Claude was still thinking about would be cut off, and billed.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace atrium::proxy {

class StopGate {
 public:
    // Of one request; it has begun its response when the pass is handed back or gone.
    class Pass {
     public:
        explicit Pass(StopGate& gate) : gate_(&gate) {}

        ~Pass() { hand_back(); }

        Pass(const Pass&) = delete;
        Pass& operator=(const Pass&) = delete;

        // Not from two threads at once.
        void hand_back();

     private:
        StopGate* gate_;  // none once handed back
    };

    // close: called once, on the thread that asks to stop or that hands back the last pass.
    explicit StopGate(std::function<void()> close) : close_(std::move(close)) {}

    StopGate(const StopGate&) = delete;
    StopGate& operator=(const StopGate&) = delete;

    // None once stopping: the request is to be refused.
    [[nodiscard]] std::shared_ptr<Pass> enter();

    // Closes now, or when the last pass is back. A second call does nothing.
    void stop();

 private:
    void leave();

    const std::function<void()> close_;
    std::mutex mutex_;
    int passes_ = 0;
    bool stopping_ = false;
};

}  // namespace atrium::proxy
