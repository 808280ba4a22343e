#include "shell/views/conversation_live.h"

#include <algorithm>
#include <vector>

#include "core/domain/turn.h"
#include "shell/ui/marks.h"
#include "shell/ui/text.h"
#include "shell/views/conversation_message.h"
#include "shell/views/conversation_selection.h"

namespace atrium::shell {

namespace {

// All rounds so far, as the finished message will have it.
std::string text_of(const domain::Turn& turn) {
    std::string text = turn.text;
    const std::string round = turn.round.text();
    if (!text.empty() && !round.empty()) {
        text += "\n\n";
    }
    return text + round;
}

bool nothing_moves() {
    return tokens().m_base <= 0;
}

void begin(View& view, const domain::Turn& turn) {
    SessionMemory& session = view.memory.session;
    session.was_writing = true;
    session.question = turn.question.value;
    session.settling = 0;
    session.reveal.restart();
    set_live_text(view, "");
    view.ui.semantics().announce("Atrium is writing.");
}

// Shows as much of the text as is due; true when that is all of it.
bool show(View& view, const std::string& text, bool whole) {
    Reveal& reveal = view.memory.session.reveal;
    const std::string_view shown =
        nothing_moves() ? reveal.finish(text) : reveal.advance(text, view.ui.elapsed());
    const bool behind = reveal.behind(text);
    set_live_text(view, whole && !behind ? std::string_view(text) : shown);
    if (behind) {
        view.ui.wake_in(0);
    }
    return !behind;
}

void tell(View& view, const domain::Message& answer, const Markdown& words) {
    std::string sentence = words.plain_text();
    if (!answer.problem.empty()) {
        sentence += (sentence.empty() ? "" : "\n") + answer.problem;
    }
    view.ui.semantics().announce(std::move(sentence));
}

// The answer that was being written; the next question may stand below it already.
const domain::Message* finished_answer(const View& view) {
    if (view.project == nullptr) {
        return nullptr;
    }
    const std::vector<domain::Message>& messages = view.project->messages;
    const std::uint64_t question = view.memory.session.question;
    const auto found = std::find_if(messages.rbegin(), messages.rend(), [&](const auto& message) {
        return message.author != domain::Author::Creator && message.in_reply_to.value == question;
    });
    return found == messages.rend() ? nullptr : &*found;
}

void end(View& view) {
    SessionMemory& session = view.memory.session;
    session.was_writing = false;
    const domain::Message* answer = finished_answer(view);
    if (answer == nullptr) {
        live_answer_ended(view, nullptr);
        return;
    }
    Markdown words;
    words.set_text(answer->text);
    tell(view, *answer, words);
    // What was stopped is not to go on appearing.
    if (answer->status == domain::MessageStatus::Complete) {
        session.settling = answer->id.value;
    } else {
        live_answer_ended(view, &words);
    }
}

void settle(View& view) {
    SessionMemory& session = view.memory.session;
    const domain::Message* answer =
        view.project != nullptr
            ? domain::find_message(*view.project, domain::MessageId{session.settling})
            : nullptr;
    if (answer == nullptr) {
        session.settling = 0;
    } else if (show(view, answer->text, true)) {
        view.memory.answers[session.settling] = std::move(view.memory.live_answer);
        view.memory.live_answer = Markdown{};
        session.settling = 0;
    }
}

}  // namespace

void follow_answer(View& view) {
    SessionMemory& session = view.memory.session;
    const domain::Turn* turn = view.engine.turn();
    if (turn != nullptr) {
        const bool another = session.was_writing && session.question != turn->question.value;
        if (another) {
            end(view);
        }
        if (another || !session.was_writing) {
            begin(view, *turn);
        }
        show(view, text_of(*turn), false);
        return;
    }
    if (session.was_writing) {
        end(view);
    }
    if (session.settling != 0) {
        settle(view);
    }
}

float live_answer_height(View& view, float width) {
    const float text_width = answer_text_width(view, width);
    const Markdown& text = view.memory.live_answer;
    const float body = text.text().empty() ? line_height(TextStyle::Read)
                                           : view.memory.live_answer.height(text_width);
    return answer_head_height(view, width) + body;
}

void live_answer_ui(View& view, SelectionArea& reading, Rect rect) {
    const domain::Turn* turn = view.engine.turn();
    const auto scope = view.ui.push("live");
    const auto article = view.ui.group("message", Role::Article, "Atrium, writing", rect);
    const bool thinking = turn != nullptr && turn->thinking;
    Rect body = answer_head_ui(view, rect, thinking ? "thinking" : "writing");
    Markdown& text = view.memory.live_answer;
    if (text.text().empty()) {
        typing_indicator(view.ui, cut_top(body, line_height(TextStyle::Read)));
        return;
    }
    const auto item = reading.item(live_item(view.memory.session), text.flat_length());
    text.draw(view.ui, "answer", body.x, body.y, body.width, {.caret = !thinking});
}

}  // namespace atrium::shell
