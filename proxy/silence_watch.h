// Wakes the threads that wait on a silent exchange, twice a second, so that each can look whether its
// client is still there and send it a ping. Where chunks flow nobody is woken: a timer of its own in
// every stream would cost as much as relaying two chunks a second.
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace atrium::proxy {

class SilenceWatch {
 public:
    SilenceWatch();
    ~SilenceWatch();
    SilenceWatch(const SilenceWatch&) = delete;
    SilenceWatch& operator=(const SilenceWatch&) = delete;

    // Calls `nudge` twice a second as long as it lives. It must not block.
    class Registration {
     public:
        Registration(SilenceWatch& watch, std::function<void()> nudge);
        ~Registration();
        Registration(const Registration&) = delete;
        Registration& operator=(const Registration&) = delete;

     private:
        SilenceWatch& watch_;
        std::list<std::function<void()>>::iterator place_;
    };

 private:
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::list<std::function<void()>> nudges_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace atrium::proxy
