#include "proxy/worker_threads.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace atrium::proxy;

namespace {

// Lets everybody who waits go on once so many do, and says whether they did.
class Meeting {
 public:
    explicit Meeting(int expected) : missing_(expected) {}

    bool attend() {
        std::unique_lock lock(mutex_);
        if (--missing_ == 0) {
            complete_.notify_all();
        }
        return complete_.wait_for(lock, kPatience, [this] { return missing_ <= 0; });
    }

 private:
    static constexpr std::chrono::seconds kPatience{30};

    int missing_;
    std::mutex mutex_;
    std::condition_variable complete_;
};

}  // namespace

TEST_CASE("worker threads: as many pieces of work run at once as there may be threads") {
    Meeting meeting(4);
    WorkerThreads threads(1, 3);
    for (int i = 0; i < 3; ++i) {
        threads.run([&] { meeting.attend(); });
    }
    CHECK(meeting.attend());
}

TEST_CASE("worker threads: work beyond the most waits its turn, and stopping waits for all of it") {
    std::vector<int> order;
    std::set<std::thread::id> seen;
    WorkerThreads threads(0, 1);
    for (int i = 0; i < 100; ++i) {
        threads.run([&, i] {
            order.push_back(i);
            seen.insert(std::this_thread::get_id());
        });
    }
    threads.stop();
    REQUIRE(order.size() == 100);
    CHECK(order.front() == 0);
    CHECK(order.back() == 99);
    CHECK(seen.size() == 1);
}

TEST_CASE("worker threads: what is given from many threads at once is done once each") {
    std::atomic<int> done{0};
    {
        WorkerThreads threads(2, WorkerThreads::kUnbounded);
        std::vector<std::thread> givers;
        for (int i = 0; i < 8; ++i) {
            givers.emplace_back([&] {
                for (int n = 0; n < 200; ++n) {
                    threads.run([&] { ++done; });
                }
            });
        }
        for (std::thread& giver : givers) {
            giver.join();
        }
    }
    CHECK(done == 1600);
}
