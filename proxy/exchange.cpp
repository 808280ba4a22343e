#include "proxy/exchange.h"

#include <algorithm>

#include "core/protocol/limits.h"

namespace atrium::proxy {

namespace {

using Clock = std::chrono::steady_clock;

// Shorter than the watch's own interval, so that of a silent stream each round is heard.
constexpr std::chrono::milliseconds kSilence{400};
// A slow client holds upstream back only once so much waits for it.
constexpr std::size_t kMaxHeldBytes = 1024 * 1024;
constexpr std::size_t kMaxBodyBytes = 64u * 1024 * 1024;
constexpr std::string_view kPing = "event: ping\ndata: {\"type\": \"ping\"}\n\n";

bool ends_event(std::string_view bytes) {
    return bytes.ends_with("\n\n") || bytes.ends_with("\r\n\r\n");
}

// Up to and including the last blank line.
std::size_t length_of_complete_events(std::string_view bytes) {
    const std::size_t plain = bytes.rfind("\n\n");
    const std::size_t with_return = bytes.rfind("\r\n\r\n");
    const std::size_t after_plain = plain == std::string_view::npos ? 0 : plain + 2;
    const std::size_t after_return = with_return == std::string_view::npos ? 0 : with_return + 4;
    return std::max(after_plain, after_return);
}

}  // namespace

Exchange::Exchange(Upstream& upstream,
                   UpstreamRequest request,
                   ReplyForm form,
                   SilenceWatch& silence_watch,
                   WorkerThreads& threads)
    : form_(form), silence_watch_(silence_watch) {
    threads.run([this, &upstream, request = std::move(request)] {
        UpstreamListener listener;
        listener.on_head = [this](UpstreamHead head) {
            return take_head(std::move(head));
        };
        listener.on_bytes = [this](std::string_view bytes) {
            return take_bytes(bytes);
        };
        const UpstreamEnd end = upstream.post(request, listener, cancellation_);
        const std::lock_guard lock(mutex_);
        end_ = end;
        changed_.notify_all();
    });
}

Exchange::~Exchange() {
    cancel();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return end_.has_value(); });
}

void Exchange::cancel() {
    cancellation_.cancel();
    changed_.notify_all();
}

bool Exchange::take_head(UpstreamHead head) {
    const std::lock_guard lock(mutex_);
    head_ = std::move(head);
    changed_.notify_all();
    return true;
}

bool Exchange::take_bytes(std::string_view bytes) {
    std::unique_lock lock(mutex_);
    if (form_ == ReplyForm::Whole || head_->status != 200) {
        held_.append(bytes);
        return held_.size() <= kMaxBodyBytes;
    }
    meter_.read_stream(bytes);
    changed_.wait(lock, [this] {
        return held_.size() < kMaxHeldBytes || writer_ || client_left_ || cancellation_.cancelled();
    });
    forward_locked(bytes);
    return held_.size() <= protocol::kMaxSseEventBytes;
}

void Exchange::forward_locked(std::string_view bytes) {
    if (client_left_) {
        return;
    }
    if (!writer_) {
        held_.append(bytes);
    } else if (held_.empty() && ends_event(bytes)) {
        write_locked(bytes);
    } else {
        // The rest of an unfinished event waits: a ping or an error may only stand between events.
        held_.append(bytes);
        const std::size_t complete = length_of_complete_events(held_);
        if (complete > 0) {
            write_locked(std::string_view(held_).substr(0, complete));
            held_.erase(0, complete);
        }
    }
}

void Exchange::write_locked(std::string_view bytes) {
    // An empty write would end the stream without its final chunk.
    if (bytes.empty() || client_left_) {
        return;
    }
    last_write_ = Clock::now();
    if (!writer_->write(bytes)) {
        client_left_ = true;
        changed_.notify_all();
    }
}

std::optional<UpstreamHead> Exchange::wait_for_head(const std::function<bool()>& client_gone,
                                                    const Pace& pace) {
    std::unique_lock lock(mutex_);
    watch(lock, client_gone, pace, [this] { return head_ || end_; });
    return head_;
}

void Exchange::watch(std::unique_lock<std::mutex>& lock,
                     const std::function<bool()>& client_gone,
                     const Pace& pace,
                     const std::function<bool()>& over) {
    const SilenceWatch::Registration registration(silence_watch_, [this] {
        if (Clock::now() - last_write_.load() >= kSilence) {
            nudged_ = true;
            changed_.notify_all();
        }
    });
    for (;;) {
        changed_.wait(lock, [&] { return over() || nudged_; });
        if (over()) {
            return;
        }
        nudged_ = false;
        if (!client_left_ && client_gone()) {
            client_left_ = true;
            changed_.notify_all();
        }
        if (client_left_ && !left_at_) {
            left_at_ = Clock::now();
        }
        if (left_at_ && Clock::now() - *left_at_ >= pace.drain_at_most) {
            cancellation_.cancel();
        }
        if (writer_ && !client_left_ && Clock::now() - last_write_.load() >= pace.ping_after) {
            write_locked(kPing);
        }
    }
}

std::string Exchange::wait_for_body(const std::function<bool()>& client_gone, const Pace& pace) {
    std::unique_lock lock(mutex_);
    watch(lock, client_gone, pace, [this] { return end_.has_value(); });
    if (head_ && head_->status == 200) {
        meter_.read_reply(held_);
    }
    return std::move(held_);
}

void Exchange::relay(StreamWriter& writer, const Pace& pace) {
    std::unique_lock lock(mutex_);
    last_write_ = Clock::now();
    writer_ = &writer;
    const std::string waiting = std::move(held_);
    held_.clear();
    forward_locked(waiting);
    changed_.notify_all();
    watch(
        lock, [&writer] { return !writer.alive(); }, pace, [this] { return end_.has_value(); });
    if (meter_.finished()) {
        write_locked(held_);
    }
    held_.clear();
    writer_ = nullptr;
}

UpstreamEnd Exchange::end() const {
    const std::lock_guard lock(mutex_);
    return end_.value_or(UpstreamEnd::Cancelled);
}

bool Exchange::client_left() const {
    const std::lock_guard lock(mutex_);
    return client_left_;
}

}  // namespace atrium::proxy
