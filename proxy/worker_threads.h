// Threads that wait for their next piece of work. The one that finished last goes first: its stack and
// what libraries keep for each thread are warm, and under little load the others are never touched.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace atrium::proxy {

class WorkerThreads {
 public:
    static constexpr std::size_t kUnbounded = static_cast<std::size_t>(-1);

    // Begins with `ready` threads and adds to them up to `most` as they are needed.
    WorkerThreads(std::size_t ready, std::size_t most);
    // Stops.
    ~WorkerThreads();
    WorkerThreads(const WorkerThreads&) = delete;
    WorkerThreads& operator=(const WorkerThreads&) = delete;

    // At once, or when all threads are at work, as soon as one is not.
    void run(std::function<void()> work);

    // Waits until all work is done. Nothing may be given to run afterwards.
    void stop();

 private:
    struct Worker {
        std::function<void()> work;
        std::condition_variable wake;
        std::thread thread;
    };

    void add_worker_locked(std::function<void()> work);
    void serve(Worker& worker);

    const std::size_t most_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<Worker*> idle_;
    std::deque<std::function<void()>> waiting_;
    bool stopping_ = false;
};

}  // namespace atrium::proxy
