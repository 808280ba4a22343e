// The bar over the setup: where one is, and the ways around it, in as many words as there is room for.
#include <array>
#include <cmath>
#include <span>
#include <string>

#include "shell/ui/buttons.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/navigation.h"
#include "shell/views/setup_steps.h"

namespace atrium::shell {
namespace {

constexpr std::array<std::string_view, 3> kTabs = {"You", "Audience and goal", "Your voice"};
constexpr float kSign = 24;
constexpr float kSignGap = 8;
constexpr float kStepGap = 32;

// A number in a circle, or a tick for a step that is behind.
void step_sign(View& view, Rect rect, int index, int current) {
    const Tokens& t = tokens();
    const float radius = rect.width / 2;
    const float x = rect.x + radius;
    const float y = rect.y + rect.height / 2;
    if (index < current) {
        circle(view.ui, x, y, radius, t.accent_soft);
        icon(view.ui, rect, kIconCheck, 14, t.accent);
        return;
    }
    const bool is_current = index == current;
    if (is_current) {
        circle(view.ui, x, y, radius, t.accent);
    } else {
        circle_outline(view.ui, x, y, radius - 0.5f, t.outline, 1);
    }
    draw_text(view.ui,
              rect,
              TextStyle::MetaMedium,
              is_current ? t.on_accent : t.text_3,
              std::to_string(index + 1),
              Align::Centre);
}

float tab_width(std::string_view tab) {
    return std::ceil(text_width(TextStyle::DenseMedium, tab)) + 1;
}

float steps_width(bool labels) {
    float width = 0;
    for (const std::string_view tab : kTabs) {
        width += scaled(kSign) + kSignGap;
        width += labels ? tab_width(tab) + kStepGap : 0;
    }
    return width - (labels ? kStepGap : kSignGap);
}

void step_list(View& view, Rect rect, bool labels, int current) {
    const Tokens& t = tokens();
    auto list = view.ui.group("steps", Role::List, "Steps", rect);
    Rect row = centred(rect, rect.width, scaled(kSign));
    for (int i = 0; i < static_cast<int>(kTabs.size()); ++i) {
        const std::string_view tab = kTabs[static_cast<std::size_t>(i)];
        auto scope = view.ui.push(static_cast<std::uint64_t>(i));
        const std::string name = std::string(tab) + (i < current    ? ", done"
                                                     : i == current ? ", current step"
                                                                    : "");
        Rect whole = row;
        whole.width = scaled(kSign) + (labels ? kSignGap + tab_width(tab) : 0);
        auto item = view.ui.group("step", Role::ListItem, name, whole);
        step_sign(view, cut_left(row, scaled(kSign), kSignGap), i, current);
        if (labels) {
            draw_text(view.ui,
                      cut_left(row, tab_width(tab), kStepGap),
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

enum class BarWords { Full, Short, Icons };

// What stands at the right of the bar.
struct BarButton {
    const char* key;
    const char* icon;
    std::string_view name;
    std::string_view short_name;
};

ButtonSpec bar_button(const BarButton& which, BarWords words) {
    return {.label = words == BarWords::Full ? which.name : which.short_name,
            .kind = ButtonKind::Quiet,
            .icon = which.icon,
            .name = which.name};
}

float bar_button_width(const BarButton& which, BarWords words) {
    return words == BarWords::Icons ? tokens().h_2 : button_width(bar_button(which, words));
}

bool bar_button_ui(View& view, Rect place, const BarButton& which, BarWords words) {
    return words == BarWords::Icons
               ? icon_button(view.ui, which.key, place, {.icon = which.icon, .name = which.name})
               : button(view.ui, which.key, place, bar_button(which, words));
}

constexpr BarButton kRestore{"restore", kIconArchiveRestore, "Restore a backup", "Restore"};
constexpr BarButton kDemo{"demo", kIconUserRound, "Use the demo creator", "Demo"};
constexpr BarButton kClose{"close", kIconX, "Close", "Close"};
constexpr float kBarGap = 4;
constexpr float kAroundSteps = 16;

// The steps and buttons in as many words as there is room for.
struct BarShape {
    BarWords words = BarWords::Icons;
    bool step_labels = false;
};

BarShape bar_shape(float room, std::span<const BarButton> buttons) {
    constexpr BarShape kFromWidest[] = {{BarWords::Full, true},
                                        {BarWords::Short, true},
                                        {BarWords::Full, false},
                                        {BarWords::Short, false}};
    for (const BarShape shape : kFromWidest) {
        float needed = steps_width(shape.step_labels) + kAroundSteps;
        for (const BarButton& which : buttons) {
            needed += bar_button_width(which, shape.words) + kBarGap;
        }
        if (needed <= room) {
            return shape;
        }
    }
    return {};
}

void pressed_in_bar(View& view, std::string_view key) {
    if (key == kClose.key) {
        view.memory.setup = SetupDraft{};
    } else if (key == kRestore.key) {
        view.wish(HostWish::Kind::ChooseBackup);
    } else if (key == kDemo.key) {
        use_demo(view);
    }
}

}  // namespace

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
        label(view.ui, cut_left(bar, scaled(80)), TextStyle::Heading, t.text_1, "Atrium");
    }
    static constexpr BarButton kEditing[] = {kClose};
    static constexpr BarButton kStarting[] = {kRestore, kDemo};
    const bool editing = view.memory.setup.editing;
    const auto buttons = editing ? std::span<const BarButton>(kEditing) : kStarting;
    const BarShape shape = bar_shape(bar.width, buttons);
    for (const BarButton& which : buttons) {
        const Rect place = cut_right(bar, bar_button_width(which, shape.words), kBarGap);
        if (bar_button_ui(view, place, which, shape.words)) {
            pressed_in_bar(view, which.key);
        }
    }
    // Who only runs the server needs no launch of their own. The steps come first.
    const float steps = steps_width(shape.step_labels);
    if (!editing && is_open(view, Screen::Usage) && bar.width >= steps + t.h_2 + 2 * kBarGap &&
        icon_button(view.ui,
                    "usage",
                    cut_right(bar, t.h_2, kBarGap),
                    {.icon = screen_icon(Screen::Usage), .name = "Usage and cost"})) {
        go_to(view, Screen::Usage);
    }
    // In the middle of the screen, unless something else stands there.
    Rect place = centred(whole, steps, bar.height);
    if (place.x < bar.x || place.right() > bar.right()) {
        place = centred(bar, std::min(steps, bar.width), bar.height);
    }
    step_list(view, place, shape.step_labels, static_cast<int>(view.memory.setup.step));
}

}  // namespace atrium::shell
