#include "shell/guide_chat.h"

#include <utility>
#include <variant>
#include <vector>

#include "core/domain/guide/guide_stream.h"

namespace atrium::shell {
namespace {

// A pause before the first word, as of somebody who has read the question; then about 60 words a
// second would be faster than anybody reads, 16 ms a part keeps the eye moving without waiting.
constexpr domain::Millis kThinkMillis = 350;
constexpr domain::Millis kPartMillis = 16;

}  // namespace

GuideChat::GuideChat(Inbox& inbox,
                     std::function<const domain::Workspace&()> workspace,
                     std::function<domain::Context()> context,
                     Pace pace)
    : inbox_(inbox), workspace_(std::move(workspace)), context_(std::move(context)), pace_(pace) {}

void GuideChat::start(StreamId stream, const protocol::MessagesRequest& request) {
    stream_ = stream;
    waiting_.clear();
    const domain::Context context = context_();
    last_now_ = context.now;
    domain::Millis due = context.now;
    bool first_text = true;
    for (protocol::StreamEvent& event : domain::guide_stream(workspace_(), request, context)) {
        const bool is_text = std::holds_alternative<protocol::TextDelta>(event);
        if (is_text && pace_ == Pace::Reading) {
            due += first_text ? kThinkMillis : kPartMillis;
            first_text = false;
        }
        waiting_.push_back({due, std::move(event)});
    }
    tick(context.now);
}

void GuideChat::cancel(StreamId stream) {
    if (stream == stream_) {
        waiting_.clear();
    }
}

domain::Millis GuideChat::tick(domain::Millis now) {
    if (now < last_now_) {
        for (Part& part : waiting_) {
            part.due -= last_now_ - now;
        }
    }
    last_now_ = now;
    while (!waiting_.empty() && waiting_.front().due <= now) {
        inbox_.post(StreamArrived{stream_, std::move(waiting_.front().event)});
        waiting_.pop_front();
    }
    return waiting_.empty() ? -1 : waiting_.front().due - now;
}

}  // namespace atrium::shell
