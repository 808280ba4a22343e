#include "proxy/worker_threads.h"

#include <utility>

namespace atrium::proxy {

WorkerThreads::WorkerThreads(std::size_t ready, std::size_t most) : most_(most) {
    const std::lock_guard lock(mutex_);
    while (workers_.size() < ready) {
        add_worker_locked(nullptr);
    }
}

WorkerThreads::~WorkerThreads() {
    stop();
}

void WorkerThreads::run(std::function<void()> work) {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
        Worker& worker = *idle_.back();
        idle_.pop_back();
        worker.work = std::move(work);
        worker.wake.notify_one();
    } else if (workers_.size() < most_) {
        add_worker_locked(std::move(work));
    } else {
        waiting_.push_back(std::move(work));
    }
}

void WorkerThreads::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        for (const std::unique_ptr<Worker>& worker : workers_) {
            worker->wake.notify_one();
        }
    }
    for (const std::unique_ptr<Worker>& worker : workers_) {
        if (worker->thread.joinable()) {
            worker->thread.join();
        }
    }
}

void WorkerThreads::add_worker_locked(std::function<void()> work) {
    auto worker = std::make_unique<Worker>();
    const bool idle = !work;
    worker->work = std::move(work);
    worker->thread = std::thread([this, &served = *worker] { serve(served); });
    if (idle) {
        idle_.push_back(worker.get());
    }
    workers_.push_back(std::move(worker));
}

void WorkerThreads::serve(Worker& worker) {
    std::unique_lock lock(mutex_);
    for (;;) {
        worker.wake.wait(lock, [&] { return worker.work || stopping_; });
        while (worker.work) {
            lock.unlock();
            worker.work();
            worker.work = nullptr;
            lock.lock();
            if (!waiting_.empty()) {
                worker.work = std::move(waiting_.front());
                waiting_.pop_front();
            }
        }
        if (stopping_) {
            return;
        }
        idle_.push_back(&worker);
    }
}

}  // namespace atrium::proxy
