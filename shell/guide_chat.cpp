#include "shell/guide_chat.h"

#include <utility>
#include <variant>

#include "core/domain/guide/guide_stream.h"

namespace atrium::shell {
namespace {

// The frame that shows the question does not wait until the answer is thought of.
constexpr domain::Millis kReadMillis = 1;

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
    last_now_ = context_().now;
    question_ = Question{pace_ == Pace::Reading ? last_now_ + kReadMillis : last_now_, {}};
    if (!request.messages.empty()) {
        question_->request.messages.push_back(request.messages.back());
    }
    tick(last_now_);
}

void GuideChat::think(const protocol::MessagesRequest& request) {
    const domain::Context context = context_();
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
}

void GuideChat::cancel(StreamId stream) {
    if (stream == stream_) {
        question_.reset();
        waiting_.clear();
    }
}

domain::Millis GuideChat::tick(domain::Millis now) {
    if (now < last_now_) {
        const domain::Millis back = last_now_ - now;
        if (question_) {
            question_->due -= back;
        }
        for (Part& part : waiting_) {
            part.due -= back;
        }
    }
    last_now_ = now;
    if (question_ && question_->due <= now) {
        think(std::exchange(question_, std::nullopt)->request);
    }
    while (!waiting_.empty() && waiting_.front().due <= now) {
        inbox_.post(StreamArrived{stream_, std::move(waiting_.front().event)});
        waiting_.pop_front();
    }
    if (question_) {
        return question_->due - now;
    }
    return waiting_.empty() ? -1 : waiting_.front().due - now;
}

}  // namespace atrium::shell
