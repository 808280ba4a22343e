// The signals of the server, taken by one thread: SIGHUP reloads; SIGTERM or SIGINT stops, and what has
// not ended after the grace period, or at a second of them, is cut off. A third ends the process where
// it stands.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace atrium::proxy {

// Makes signals wait in this thread and in all that it starts, until a SignalWatch takes them. To be
// called first of all, or an early SIGHUP would end the process.
void hold_signals();

// What happens at a signal; called on the watch's thread.
// close_connections: called again and again from the cut-off on, as long as the server still runs.
struct SignalActions {
    std::function<void()> reload;
    std::function<void()> stop;
    std::function<void()> cut_off;
    std::function<void()> close_connections;
    std::chrono::seconds grace{0};
};

class SignalWatch {
 public:
    explicit SignalWatch(SignalActions actions);
    // To be called when the server has ended, by a signal or by itself. From here on SIGTERM and SIGINT
    // end the process at once.
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

 private:
    void watch();

    const SignalActions actions_;
    std::atomic<bool> ended_{false};
    std::thread thread_;
};

}  // namespace atrium::proxy
