#include "shell/views/answer_footer.h"

#include <algorithm>
#include <array>

#include "core/domain/number_text.h"
#include "core/domain/turn.h"
#include "shell/ui/buttons.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/message_actions.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

using domain::Message;
using domain::MessageStatus;

enum class Step { Continue, TryAgain, UseGuide, OpenSettings };

struct StepWords {
    Step step;
    std::string_view label;
};

constexpr float kProblemGap = 8;
constexpr float kActionsGap = 4;

bool ended_early(const Message& message) {
    return message.status == MessageStatus::Failed || message.status == MessageStatus::Stopped;
}

template <std::size_t count>
bool is_one_of(const std::string& code, const std::array<std::string_view, count>& codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// What helps depends on what went wrong; the first one is the best.
std::vector<StepWords> next_steps(const View& view, const Message& message) {
    constexpr std::array<std::string_view, 2> kInSettings = {"not-signed-in", "model-unknown"};
    constexpr std::array<std::string_view, 7> kGuideGoesOn = {"offline",
                                                              "overloaded",
                                                              "no-key",
                                                              "no-credit",
                                                              "daily-limit",
                                                              "rate-limited",
                                                              "conversation-full"};
    std::vector<StepWords> steps;
    const bool from_claude = message.author == domain::Author::Claude;
    if (from_claude && !message.text.empty()) {
        steps.push_back({Step::Continue, "Continue"});
    }
    if (message.in_reply_to) {
        steps.push_back({Step::TryAgain, "Try again"});
    }
    if (is_one_of(message.problem_code, kInSettings)) {
        steps.push_back({Step::OpenSettings, "Open Settings"});
    }
    if (from_claude && is_one_of(message.problem_code, kGuideGoesOn) &&
        view.workspace.settings.partner != domain::PartnerChoice::GuideOnly) {
        steps.push_back({Step::UseGuide, "Go on with the guide"});
    }
    return steps;
}

void take_step(View& view, Step step) {
    switch (step) {
        case Step::Continue:
            view.send(domain::SendMessage{"Please continue where you stopped."});
            break;
        case Step::TryAgain:
            ask_again(view);
            break;
        case Step::UseGuide: {
            domain::Settings settings = view.workspace.settings;
            settings.partner = domain::PartnerChoice::GuideOnly;
            view.send(domain::ChangeSettings{settings});
            ask_again(view);
            break;
        }
        case Step::OpenSettings:
            view.memory.screen = Screen::Settings;
            break;
    }
}

// The creator's own Stop needs no explanation: a badge says it.
bool shows_sentence(const Message& message) {
    return ended_early(message) && message.problem_code != "stopped" && !message.problem.empty();
}

float sentence_height(View& view, const Message& message, float width) {
    return std::max(scaled(20),
                    paragraph_height(view.ui, TextStyle::Dense, message.problem, width - 24));
}

void sentence_ui(View& view, const Message& message, Rect rect) {
    const Tokens& t = tokens();
    const bool failed = message.status == MessageStatus::Failed;
    const Color color = failed ? t.danger : t.text_2;
    icon(view.ui,
         {rect.x, rect.y, 16, scaled(20)},
         failed ? kIconCircleAlert : kIconInfo,
         16,
         color);
    paragraph(view.ui,
              "problem",
              rect.x + 24,
              rect.y,
              rect.width - 24,
              TextStyle::Dense,
              color,
              message.problem);
}

std::string usage_text(const Message& message, const domain::Formats& formats) {
    if (message.author != domain::Author::Claude || message.usage.output_tokens == 0) {
        return "";
    }
    return domain::count_text(message.usage.output_tokens, "token", "tokens", formats) + " · " +
           cost_text(message.cost_nano_usd, formats);
}

bool can_act(const View& view, const MessagePlace& place) {
    return place.is_last && view.may_write && view.engine.turn() == nullptr;
}

ButtonSpec step_spec(const StepWords& step) {
    return {.label = step.label, .kind = ButtonKind::Soft, .size = ButtonSize::Small};
}

std::vector<StepWords> steps_of(const View& view,
                                const Message& message,
                                const MessagePlace& place) {
    return can_act(view, place) && ended_early(message) ? next_steps(view, message)
                                                        : std::vector<StepWords>{};
}

// In rows, as many as the width needs; returns their height.
template <typename Draw>
float step_rows(const std::vector<StepWords>& steps, Rect area, const Draw& draw) {
    Wrap wrap(area, tokens().h_1, kActionsGap);
    for (const StepWords& step : steps) {
        draw(step, wrap.next(std::min(area.width, button_width(step_spec(step)))));
    }
    return steps.empty() ? 0 : wrap.used();
}

float steps_height(const std::vector<StepWords>& steps, float width) {
    return step_rows(steps, {0, 0, width, 0}, [](const StepWords&, Rect) {});
}

void steps_ui(View& view, const std::vector<StepWords>& steps, Rect rect) {
    step_rows(steps, rect, [&](const StepWords& step, Rect place) {
        if (button(view.ui, step.label, place, step_spec(step))) {
            take_step(view, step.step);
        }
    });
}

bool small_button(
    View& view, Rect& row, std::string_view key, const char* glyph, const char* name) {
    const float size = tokens().h_1;
    return icon_button(
        view.ui,
        key,
        cut_left(row, size, 4),
        {.icon = glyph, .name = name, .size = ButtonSize::Small, .color = tokens().text_3});
}

void actions_ui(View& view, const Message& message, const MessagePlace& place, Rect row) {
    if (message.status == MessageStatus::Stopped && message.problem_code == "stopped") {
        const float width = badge(view.ui, row, "Stopped", Tone::Line, kIconSquare);
        cut_left(row, width, 4);
    } else {
        row = inset(row, -6, 0, 0, 0);
    }
    if (!message.text.empty()) {
        if (small_button(view, row, "copy", kIconCopy, "Copy")) {
            view.ui.platform().copy_text(message.text);
        }
        pin_button_ui(view, message, row);
    }
    // One that ended early has "Try again" among its steps.
    if (can_act(view, place) && !ended_early(message) && message.in_reply_to &&
        small_button(view, row, "again", kIconRefreshCw, "Answer again")) {
        ask_again(view);
    }
    version_switch_ui(view, place.versions, !place.is_last, row);
    const std::string usage = usage_text(message, view.formats);
    // Half a figure would be a wrong one.
    if (!usage.empty() && text_width(TextStyle::Meta, usage) <= row.width - 4) {
        label(view.ui,
              inset(row, 4, 0, 0, 0),
              TextStyle::Meta,
              tokens().text_3,
              usage,
              Align::Left,
              "usage");
    }
}

}  // namespace

float answer_footer_height(View& view,
                           const Message& message,
                           const MessagePlace& place,
                           float width) {
    const float sentence =
        shows_sentence(message) ? kProblemGap + sentence_height(view, message, width) : 0;
    const float steps = steps_height(steps_of(view, message, place), width);
    return sentence + (steps > 0 ? kProblemGap + steps : 0) + kActionsGap + tokens().h_1;
}

void answer_footer_ui(View& view, const Message& message, const MessagePlace& place, Rect rect) {
    if (shows_sentence(message)) {
        cut_top(rect, kProblemGap);
        sentence_ui(view, message, cut_top(rect, sentence_height(view, message, rect.width)));
    }
    const std::vector<StepWords> steps = steps_of(view, message, place);
    if (!steps.empty()) {
        cut_top(rect, kProblemGap);
        steps_ui(view, steps, cut_top(rect, steps_height(steps, rect.width)));
    }
    cut_top(rect, kActionsGap);
    actions_ui(view, message, place, cut_top(rect, tokens().h_1));
}

}  // namespace atrium::shell
