// Setup: three steps at the left, what the answers change at the right.
#include <array>
#include <cmath>
#include <string>

#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/screens.h"
#include "shell/views/setup_preview.h"
#include "shell/views/setup_steps.h"

namespace atrium::shell {
namespace {

constexpr float kFormWidth = 600;
constexpr float kPreviewWidth = 680;
constexpr float kFootHeight = 72;
constexpr float kQuietPadding = 17;  // of a large quiet button, with its border
constexpr int kSteps = 3;

struct StepWords {
    std::string_view title;
    std::string_view text;
};

constexpr std::array<StepWords, kSteps> kWords = {
    StepWords{"Tell us about you", "Three short steps, under three minutes."},
    StepWords{"Your audience and your goal",
              "Rough numbers are fine. You can change all of them later."},
    StepWords{"Your voice", "So that what we draft together sounds like you and nobody else."},
};

void finish(View& view) {
    SetupDraft& draft = view.memory.setup;
    // The demo creator and an edited profile can reach the last step over an earlier one's problem.
    for (const SetupStep step : {SetupStep::You, SetupStep::Audience, SetupStep::Voice}) {
        if (!check_step(draft, step)) {
            draft.step = step;
            return;
        }
    }
    view.send(domain::SaveProfile{draft.profile});
    if (!draft.editing) {
        const std::string& name = draft.profile.community_name;
        view.send(domain::StartProject{name.empty() ? draft.profile.name + "'s community" : name});
        view.memory.screen = Screen::Session;
    }
    const SetupDraft empty;
    draft = empty;
}

void foot(View& view, Rect rect) {
    SetupDraft& draft = view.memory.setup;
    horizontal_rule(view.ui, rect.x, rect.y, rect.width);
    const bool is_last = draft.step == SetupStep::Voice;
    const ButtonSpec next{.label = !is_last        ? "Continue"
                                   : draft.editing ? "Save"
                                                   : "Start the session",
                          .kind = ButtonKind::Primary,
                          .size = ButtonSize::Large,
                          .icon_end = kIconArrowRight};
    const ButtonSpec back{.label = "Back",
                          .kind = ButtonKind::Quiet,
                          .size = ButtonSize::Large,
                          .icon = kIconArrowLeft};
    if (button(view.ui, "next", cut_right(rect, button_width(next), 16), next)) {
        if (is_last) {
            finish(view);
        } else if (check_step(draft, draft.step)) {
            draft.step = static_cast<SetupStep>(static_cast<int>(draft.step) + 1);
            view.memory.scrolls["setup"] = ScrollState{};
        }
        for (const auto& [field, problem] : draft.problems) {
            view.ui.semantics().announce(problem);
        }
        return;
    }
    // Quiet, it has no edge of its own: its arrow stands at the content's.
    const float back_width = button_width(back);
    if (draft.step != SetupStep::You &&
        button(view.ui, "back", moved(cut_left(rect, back_width), -kQuietPadding, 0), back)) {
        draft.step = static_cast<SetupStep>(static_cast<int>(draft.step) - 1);
        view.memory.scrolls["setup"] = ScrollState{};
    }
}

void form(View& view, Rect rect) {
    const Tokens& t = tokens();
    courtyard(view.ui, rect);
    SetupDraft& draft = view.memory.setup;
    const float width = std::min(scaled(kFormWidth), rect.width - 32);
    const float left = rect.x + std::round((rect.width - width) / 2);
    const Rect footer = cut_bottom(rect, scaled(kFootHeight));
    ScrollArea area(view.ui, "setup", rect, view.memory.scrolls["setup"]);
    Flow flow(Rect{left, area.content().y + 32, width, 0}, 24);
    const StepWords& words = kWords[static_cast<std::size_t>(draft.step)];
    const Rect title = flow.next(paragraph_height(view.ui, TextStyle::Display, words.title, width));
    view.ui.add({.id = view.ui.id("title"),
                 .role = Role::Heading,
                 .name = std::string(words.title),
                 .rect = title,
                 .level = 1});
    draw_paragraph(view.ui, title.x, title.y, width, TextStyle::Display, t.text_1, words.title);
    flow.skip(4 - 24);
    const float text = paragraph_height(view.ui, TextStyle::Body, words.text, width);
    const Rect place = flow.next(text);
    paragraph(view.ui, "step-text", place.x, place.y, width, TextStyle::Body, t.text_2, words.text);
    switch (draft.step) {
        case SetupStep::You:
            setup_you_fields(view, flow);
            break;
        case SetupStep::Audience:
            setup_audience_fields(view, flow);
            break;
        case SetupStep::Voice:
            setup_voice_fields(view, flow);
            break;
    }
    if (view.arrangement != Arrangement::Wide && draft.step != SetupStep::You) {
        setup_preview(view, flow);
    }
    area.end(flow.used() + 64);
    foot(view, Rect{left, footer.y, width, footer.height});
}

void preview_pane(View& view, Rect rect) {
    const Tokens& t = tokens();
    fill(view.ui, rect, t.surface_0);
    vertical_rule(view.ui, rect.x, rect.y, rect.height);
    auto pane = view.ui.group("preview", Role::Complementary, "What your answers change", rect);
    ScrollArea area(view.ui, "preview-scroll", rect, view.memory.scrolls["preview"]);
    const Rect content = area.content();
    Flow flow(Rect{content.x + 48, content.y + 28, content.width - 96, 0}, 16);
    Rect head = flow.next(scaled(24));
    badge_right(view.ui, head, "live", Tone::Accent);
    heading(view.ui, head, 2, TextStyle::Heading, t.text_1, "What your answers change");
    setup_preview(view, flow);
    area.end(flow.used() + 56);
}

}  // namespace

void edit_profile(View& view) {
    if (view.workspace.profile) {
        view.memory.setup = draft_from_profile(*view.workspace.profile, view.formats);
        view.memory.setup.editing = true;
    }
}

void setup_ui(View& view, Rect rect) {
    SetupDraft& draft = view.memory.setup;
    const bool untouched = draft.texts.empty() && draft.profile == domain::CreatorProfile{};
    if (untouched && view.workspace.profile) {
        draft = draft_from_profile(*view.workspace.profile, view.formats);
    }
    setup_bar(view, cut_top(rect, tokens().h_bar));
    const bool wide = view.arrangement == Arrangement::Wide;
    const Rect side =
        wide ? cut_right(rect, std::min(scaled(kPreviewWidth), rect.width / 2)) : Rect{};
    {
        auto main = view.ui.group("setup", Role::Main, "Setup", rect);
        form(view, rect);
    }
    if (wide) {
        preview_pane(view, side);
    }
}

}  // namespace atrium::shell
