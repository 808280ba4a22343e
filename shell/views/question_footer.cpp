#include "shell/views/question_footer.h"

#include <cmath>
#include <vector>

#include "shell/ui/buttons.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/message_actions.h"

namespace atrium::shell {

namespace {

constexpr float kGap = 4;

enum class Step { SendNow, Cancel, TryAgain };

struct StepButton {
    Step step;
    std::string_view label;
    std::string_view name;
    ButtonKind kind = ButtonKind::Soft;
};

struct Footer {
    const char* icon = nullptr;
    std::string_view words;
    std::vector<StepButton> steps;
};

bool is_unanswered(const View& view, const domain::Message& message, const MessagePlace& place) {
    return place.is_last && message.author == domain::Author::Creator && view.may_write &&
           view.engine.turn() == nullptr && view.project->waiting.empty();
}

// With Claude back, it waits for the answers before it; one that failed holds it up.
Footer waiting_footer(const View& view) {
    const bool back = view.connection.claude_answers();
    Footer footer{kIconClock, back ? "Waits its turn" : "Waits for the connection", {}};
    if (!view.may_write) {
        return footer;
    }
    if (view.engine.turn() == nullptr) {
        const std::string_view label = back ? "Send now" : "Send now to the guide";
        footer.steps.push_back(
            {Step::SendNow, label, back ? "Send this message now" : "Send now to the guide"});
    }
    footer.steps.push_back({Step::Cancel, "Cancel", "Cancel this message", ButtonKind::Quiet});
    return footer;
}

Footer footer_of(const View& view, const domain::Message& message, const MessagePlace& place) {
    if (message.status == domain::MessageStatus::PendingOffline) {
        return waiting_footer(view);
    }
    if (is_unanswered(view, message, place)) {
        return {kIconInfo, "The answer never came", {{Step::TryAgain, "Try again", "Try again"}}};
    }
    return {};
}

ButtonSpec spec_of(const StepButton& step) {
    return {.label = step.label, .kind = step.kind, .size = ButtonSize::Small, .name = step.name};
}

float words_width(const Footer& footer) {
    return scaled(14) + 4 + std::ceil(text_width(TextStyle::Meta, footer.words)) + 8;
}

float buttons_width(const Footer& footer) {
    float width = 0;
    for (const StepButton& step : footer.steps) {
        width += button_width(spec_of(step)) + kGap;
    }
    return width;
}

bool in_one_row(const Footer& footer, float width) {
    return words_width(footer) + buttons_width(footer) <= width;
}

void take_step(View& view, const domain::Message& message, Step step) {
    switch (step) {
        case Step::SendNow:
            view.send(domain::SendWaiting{message.id});
            view.memory.conversation_scroll.scroll_to_end();
            focus_composer_by_keyboard(view);
            break;
        case Step::Cancel:
            // The words go back to where they came from.
            view.memory.composer.insert(0,
                                        message.text + (view.memory.composer.empty() ? "" : "\n"));
            view.ui.semantics().request_focus(view.memory.session.composer);
            view.send(domain::WithdrawMessage{message.id});
            break;
        case Step::TryAgain:
            ask_again(view);
            break;
    }
}

}  // namespace

float question_footer_height(const View& view,
                             const domain::Message& message,
                             const MessagePlace& place,
                             float width) {
    const Footer footer = footer_of(view, message, place);
    if (footer.icon == nullptr) {
        return 0;
    }
    const float row = tokens().h_1;
    return in_one_row(footer, width) ? row : 2 * row + kGap;
}

void question_footer_ui(View& view,
                        const domain::Message& message,
                        const MessagePlace& place,
                        Rect rect) {
    const Tokens& t = tokens();
    const Footer footer = footer_of(view, message, place);
    if (footer.icon == nullptr) {
        return;
    }
    const bool one_row = in_one_row(footer, rect.width);
    Rect row = cut_top(rect, t.h_1, kGap);
    Rect buttons = one_row ? cut_right(row, buttons_width(footer)) : cut_top(rect, t.h_1);
    Rect words = cut_right(row, words_width(footer));
    icon(view.ui, cut_left(words, scaled(14), 4), footer.icon, 14, t.text_3);
    label(view.ui, words, TextStyle::Meta, t.text_2, footer.words, Align::Left, "state");
    buttons = cut_right(buttons, buttons_width(footer));
    for (const StepButton& step : footer.steps) {
        const ButtonSpec spec = spec_of(step);
        if (button(view.ui, step.label, cut_left(buttons, button_width(spec), kGap), spec)) {
            take_step(view, message, step.step);
        }
    }
}

}  // namespace atrium::shell
