// Setup: three steps at the left, what the answers change at the right.
#include <array>
#include <string>

#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/navigation.h"
#include "shell/views/screens.h"
#include "shell/views/setup_preview.h"
#include "shell/views/setup_steps.h"

namespace atrium::shell {
namespace {

constexpr float kFormWidth = 600;
constexpr float kPreviewWidth = 680;
constexpr float kFootHeight = 72;
constexpr int kSteps = 3;

struct StepWords {
    std::string_view tab;
    std::string_view title;
    std::string_view text;
};

constexpr std::array<StepWords, kSteps> kWords = {
    StepWords{"You", "Tell us about you", "Three short steps, under three minutes."},
    StepWords{"Audience and goal",
              "Your audience and your goal",
              "Rough numbers are fine. You can change all of them later."},
    StepWords{"Your voice",
              "Your voice",
              "So that what we draft together sounds like you and nobody else."},
};

// A number in a circle, or a tick for a step that is behind.
void step_sign(View& view, Rect rect, int index, int current) {
    const Tokens& t = tokens();
    const float x = rect.x + 12;
    const float y = rect.y + rect.height / 2;
    if (index < current) {
        circle(view.ui, x, y, 12, t.accent_soft);
        icon(view.ui, Rect{rect.x, rect.y, 24, rect.height}, kIconCheck, 14, t.accent);
        return;
    }
    const bool is_current = index == current;
    if (is_current) {
        circle(view.ui, x, y, 12, t.accent);
    } else {
        circle_outline(view.ui, x, y, 11.5f, t.outline, 1);
    }
    draw_text(view.ui,
              Rect{rect.x, rect.y, 24, rect.height},
              TextStyle::MetaMedium,
              is_current ? t.on_accent : t.text_3,
              std::to_string(index + 1),
              Align::Centre);
}

void step_list(View& view, Rect rect, int current) {
    const Tokens& t = tokens();
    const bool labels = view.arrangement != Arrangement::Phone;
    float width = 0;
    for (const StepWords& words : kWords) {
        width += 24 + (labels ? 8 + text_width(TextStyle::DenseMedium, words.tab) + 32 : 8);
    }
    auto list = view.ui.group("steps", Role::List, "Steps", rect);
    Rect row = centred(rect, std::min(width, rect.width), 24);
    for (int i = 0; i < kSteps; ++i) {
        const std::string_view tab = kWords[static_cast<std::size_t>(i)].tab;
        auto scope = view.ui.push(static_cast<std::uint64_t>(i));
        const std::string name = std::string(tab) + (i < current    ? ", done"
                                                     : i == current ? ", current step"
                                                                    : "");
        auto item = view.ui.group("step", Role::ListItem, name, row);
        step_sign(view, cut_left(row, 24, 8), i, current);
        if (labels) {
            draw_text(view.ui,
                      cut_left(row, text_width(TextStyle::DenseMedium, tab) + 1, 31),
                      TextStyle::DenseMedium,
                      i == current  ? t.text_1
                      : i < current ? t.text_2
                                    : t.text_3,
                      tab);
        }
    }
}

void use_demo(View& view) {
    view.memory.setup = draft_from_profile(domain::demo_profile(view.context.today), view.formats);
    view.memory.setup.step = SetupStep::Voice;
}

void setup_bar(View& view, Rect bar) {
    const Tokens& t = tokens();
    auto region = view.ui.group("bar", Role::Region, "Steps of the setup", bar);
    fill(view.ui, bar, t.surface_0);
    horizontal_rule(view.ui, bar.x, bar.bottom() - 1, bar.width);
    const bool narrow = view.arrangement == Arrangement::Phone;
    const Rect whole = bar;
    bar = inset(bar, narrow ? 16 : 24, 0);
    mark(view.ui, centred_left(cut_left(bar, 24, 12), 24, 24), t.accent);
    if (!narrow) {
        label(view.ui, cut_left(bar, 80), TextStyle::Heading, t.text_1, "Atrium");
    }
    const ButtonSpec restore{.label = narrow ? "Restore" : "Restore a backup",
                             .kind = ButtonKind::Quiet,
                             .icon = kIconArchiveRestore,
                             .name = "Restore a backup"};
    const ButtonSpec demo{.label = narrow ? "Demo" : "Use the demo creator",
                          .kind = ButtonKind::Quiet,
                          .icon = kIconUserRound,
                          .name = "Use the demo creator"};
    const ButtonSpec close{.label = "Close", .kind = ButtonKind::Quiet, .icon = kIconX};
    if (view.memory.setup.editing) {
        if (button(view.ui, "close", cut_right(bar, button_width(close)), close)) {
            view.memory.setup = SetupDraft{};
        }
    } else {
        if (button(view.ui, "restore", cut_right(bar, button_width(restore), 4), restore)) {
            view.wish(HostWish::Kind::ChooseBackup);
        }
        if (button(view.ui, "demo", cut_right(bar, button_width(demo), 4), demo)) {
            use_demo(view);
        }
        // Who only runs the server needs no launch of their own. The steps come first.
        constexpr float kStepSigns = kSteps * 24 + (kSteps - 1) * 8;
        if (is_open(view, Screen::Usage) && bar.width >= kStepSigns + 32 + 4 &&
            icon_button(view.ui,
                        "usage",
                        cut_right(bar, 32, 4),
                        {.icon = screen_icon(Screen::Usage), .name = "Usage and cost"})) {
            go_to(view, Screen::Usage);
        }
    }
    step_list(view, narrow ? bar : whole, static_cast<int>(view.memory.setup.step));
}

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
    if (draft.step != SetupStep::You &&
        button(view.ui, "back", cut_left(rect, button_width(back), 8), back)) {
        draft.step = static_cast<SetupStep>(static_cast<int>(draft.step) - 1);
        view.memory.scrolls["setup"] = ScrollState{};
    }
}

void form(View& view, Rect rect) {
    const Tokens& t = tokens();
    courtyard(view.ui, rect);
    SetupDraft& draft = view.memory.setup;
    const float width = std::min(kFormWidth, rect.width - 32);
    const float left = rect.x + std::round((rect.width - width) / 2);
    const Rect footer = cut_bottom(rect, kFootHeight);
    ScrollArea area(view.ui, "setup", rect, view.memory.scrolls["setup"]);
    Flow flow(Rect{left, area.content().y + 32, width, 0}, 24);
    const StepWords& words = kWords[static_cast<std::size_t>(draft.step)];
    heading(view.ui, flow.next(32), 1, TextStyle::Display, t.text_1, words.title);
    flow.skip(4 - 24);
    label(view.ui, flow.next(20), TextStyle::Body, t.text_2, words.text);
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
    Rect head = flow.next(24);
    badge_right(view.ui, head, "live", Tone::Accent);
    heading(view.ui, head, 2, TextStyle::Heading, t.text_1, "What your answers change");
    setup_preview(view, flow);
    area.end(flow.used() + 56);
}

}  // namespace

void setup_ui(View& view, Rect rect) {
    SetupDraft& draft = view.memory.setup;
    const bool untouched = draft.texts.empty() && draft.profile == domain::CreatorProfile{};
    if (untouched && view.workspace.profile) {
        draft = draft_from_profile(*view.workspace.profile, view.formats);
    }
    setup_bar(view, cut_top(rect, tokens().h_bar));
    const bool wide = view.arrangement == Arrangement::Wide;
    const Rect side = wide ? cut_right(rect, std::min(kPreviewWidth, rect.width / 2)) : Rect{};
    {
        auto main = view.ui.group("setup", Role::Main, "Setup", rect);
        form(view, rect);
    }
    if (wide) {
        preview_pane(view, side);
    }
}

}  // namespace atrium::shell
