// One request to Claude on its way: upstream is read on a thread of its own, so that a client that
// leaves is noticed and pings go out also while upstream is silent. Chunks do not change threads:
// once the response is under way, the upstream thread writes them to the client itself.
//
//     Exchange exchange(upstream, request, ReplyForm::Stream, silence_watch, threads);
//     switch (exchange.wait_for_head(client_gone)) { ... }
//     exchange.relay(writer, pace);            // or exchange.wait_for_body(client_gone)
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "proxy/reply_meter.h"
#include "proxy/silence_watch.h"
#include "proxy/upstream.h"
#include "proxy/worker_threads.h"

namespace atrium::proxy {

enum class ReplyForm { Stream, Whole };

struct Pace {
    std::chrono::milliseconds ping_after{10'000};
    std::chrono::milliseconds drain_at_most{30'000};
};

class Exchange {
 public:
    // Begins at once, on one of the threads.
    Exchange(Upstream& upstream,
             UpstreamRequest request,
             ReplyForm form,
             SilenceWatch& silence_watch,
             WorkerThreads& threads);
    // Cancels what still runs.
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    // Blocks until upstream has answered with a status, or the call is over without one. When the
    // client leaves meanwhile, the call goes on for at most the pace's time, because the reply is
    // billed all the same.
    [[nodiscard]] std::optional<UpstreamHead> wait_for_head(
        const std::function<bool()>& client_gone, const Pace& pace);

    // The whole body, once upstream has sent it. A client that leaves is treated as above.
    std::string wait_for_body(const std::function<bool()>& client_gone, const Pace& pace);

    // Relays complete events until upstream ends; sends pings when nothing came for a while. A
    // client that leaves is treated as above.
    void relay(StreamWriter& writer, const Pace& pace);

    // From another thread, when the proxy stops.
    void cancel();

    // After one of the waits above has returned for good.
    [[nodiscard]] UpstreamEnd end() const;
    [[nodiscard]] bool client_left() const;

    [[nodiscard]] const ReplyMeter& meter() const { return meter_; }

 private:
    bool take_head(UpstreamHead head);
    bool take_bytes(std::string_view bytes);
    void forward_locked(std::string_view bytes);
    void write_locked(std::string_view bytes);
    // Waits until `over` while watching the client, and pings it when there is a writer.
    void watch(std::unique_lock<std::mutex>& lock,
               const std::function<bool()>& client_gone,
               const Pace& pace,
               const std::function<bool()>& over);

    const ReplyForm form_;
    SilenceWatch& silence_watch_;
    ReplyMeter meter_;
    Cancellation cancellation_;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<UpstreamHead> head_;
    std::optional<UpstreamEnd> end_;  // when set, the upstream thread is done with this object
    std::string held_;  // the body, or what no writer has taken, or an event that is not complete
    StreamWriter* writer_ = nullptr;
    bool client_left_ = false;
    std::atomic<std::chrono::steady_clock::time_point> last_write_{};
    std::atomic<bool> nudged_{false};
    std::optional<std::chrono::steady_clock::time_point> left_at_;
};

}  // namespace atrium::proxy
