#include "shell/views/navigation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "shell/ui/buttons.h"
#include "shell/ui/marks.h"
#include "shell/ui/overlays.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/setup_steps.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

constexpr std::array kMain = {Screen::Session,
                              Screen::Plan,
                              Screen::Decisions,
                              Screen::Documents,
                              Screen::Forecast,
                              Screen::Kit};
constexpr std::array kOther = {Screen::Usage, Screen::Activity, Screen::Settings, Screen::Help};
// The phone's bar has room for four; the others are behind More.
constexpr std::array kBar = {Screen::Session, Screen::Plan, Screen::Decisions, Screen::Documents};
constexpr std::array kMore = {
    Screen::Forecast, Screen::Kit, Screen::Usage, Screen::Activity, Screen::Settings, Screen::Help};
constexpr float kItem = 56;
constexpr float kItemGap = 4;

// A draft that still holds was saved since Documents was last looked at.
bool has_news(View& view, Screen screen) {
    SessionMemory& session = view.memory.session;
    if (screen != Screen::Documents) {
        return false;
    }
    const std::vector<domain::BatchId>& drafts = session.history.drafts_saved();
    if (session.drafts_seen < 0 || view.memory.screen == Screen::Documents) {
        session.drafts_seen = static_cast<int>(drafts.size());
    }
    const domain::EventStore& store = view.engine.store();
    return std::any_of(
        drafts.begin() + std::min<std::ptrdiff_t>(session.drafts_seen, std::ssize(drafts)),
        drafts.end(),
        [&](domain::BatchId batch) {
            return !store.is_undone(batch) && !store.is_set_aside(batch);
        });
}

void rail_entry(View& view, Rect place, Screen screen) {
    if (rail_item(view.ui,
                  screen_name(screen),
                  place,
                  {.icon = screen_icon(screen),
                   .label = screen_name(screen),
                   .current = view.memory.screen == screen,
                   .notice = has_news(view, screen),
                   .notice_name = "new draft"})) {
        go_to(view, screen);
    }
}

// The initials, which open the profile.
void profile_button(View& view, Rect place) {
    constexpr std::string_view kName = "Your profile";
    const Press press =
        view.ui.press("profile", place, {.role = Role::Button, .name = std::string(kName)});
    avatar(view.ui, place, initials(view.workspace.profile->name));
    if (press.hover > 0) {
        stroke(view.ui, place, faded(tokens().outline, press.hover), place.width / 2);
    }
    if (press.ring) {
        focus_ring(view.ui, place, place.width / 2);
    }
    view.ui.tooltip(press, place, kName);
    if (press.activated) {
        go_to(view, Screen::Settings);
        edit_profile(view);
    }
}

// An icon and its label.
float bar_entry_height() {
    return scaled(20) + 4 + scaled(16);
}

// Large text on a small phone: the labels grow only as far as all of them fit.
TextMetrics bar_label(float width) {
    TextMetrics metrics = text_metrics(TextStyle::Micro);
    float widest = 0;
    for (const Screen screen : kBar) {
        widest = std::max(widest, text_width(metrics, screen_name(screen)));
    }
    if (widest > width - 4) {
        metrics.size = std::floor(metrics.size * (width - 4) / widest);
    }
    return metrics;
}

// Icon over a micro label, as wide as a fifth of the screen; no ground. Only a press lights it: on a
// phone nothing hovers, and a mouse that rests here is not to look like the current entry.
bool bottom_entry(View& view,
                  std::string_view key,
                  Rect place,
                  const char* glyph,
                  std::string_view words,
                  bool notice,
                  Node node) {
    const Tokens& t = tokens();
    const bool current = node.selected == Toggle::On;
    const Press press = view.ui.press(key, place, std::move(node));
    const Color color = current ? t.text_1 : press.held ? t.text_1 : t.text_3;
    Rect column = centred(place, place.width, bar_entry_height());
    const Rect sign = cut_top(column, scaled(20), 4);
    icon(view.ui, sign, glyph, 20, current ? t.accent : color);
    draw_text(view.ui, column, bar_label(place.width), color, words, Align::Centre);
    if (notice) {
        notice_dot(view.ui, sign);
    }
    if (press.ring) {
        focus_ring(view.ui, inset(place, 4), t.r_2);
    }
    return press.activated;
}

void more_entry(View& view, Rect place) {
    const bool other_shown =
        std::find(kMore.begin(), kMore.end(), view.memory.screen) != kMore.end();
    bool& open = view.memory.more_open;
    if (bottom_entry(view,
                     "more",
                     place,
                     kIconMenu,
                     "More",
                     false,
                     {.role = Role::Button,
                      .name = "More",
                      .selected = other_shown ? Toggle::On : Toggle::Off,
                      .expanded = open ? Toggle::On : Toggle::Off,
                      .opens_menu = true})) {
        open = !open;
    }
    std::vector<Screen> screens;
    std::vector<MenuItem> items;
    for (const Screen screen : kMore) {
        if (is_open(view, screen)) {
            screens.push_back(screen);
            items.push_back({.label = screen_name(screen),
                             .icon = screen_icon(screen),
                             .checked = view.memory.screen == screen});
        }
    }
    if (const auto chosen = menu(view.ui, "more-menu", place, open, items)) {
        go_to(view, screens[static_cast<std::size_t>(*chosen)]);
    }
}

}  // namespace

const char* screen_icon(Screen screen) {
    switch (screen) {
        case Screen::Session:
            return kIconMessageCircle;
        case Screen::Plan:
            return kIconListChecks;
        case Screen::Decisions:
            return kIconSignpost;
        case Screen::Documents:
            return kIconFileText;
        case Screen::Forecast:
            return kIconChartLine;
        case Screen::Kit:
            return kIconPackage;
        case Screen::Usage:
            return kIconChartColumn;
        case Screen::Activity:
            return kIconHistory;
        case Screen::Settings:
            return kIconSettings2;
        case Screen::Help:
            return kIconCircleHelp;
        case Screen::Gallery:
            return kIconBoxes;
    }
    return kIconMessageCircle;
}

bool is_open(const View& view, Screen screen) {
    if (screen == Screen::Gallery) {
        return view.arrangement != Arrangement::Phone;  // it is laid out for a wide window
    }
    return screen != Screen::Usage || view.connection.administrator();
}

void go_to(View& view, Screen screen) {
    // Whoever opens it wants the figures of now.
    if (screen == Screen::Usage && view.memory.screen != Screen::Usage) {
        view.wish(HostWish::Kind::AskUsage);
    }
    view.memory.screen = screen;
    view.memory.session.details_open = false;
}

std::string_view screen_name(Screen screen) {
    switch (screen) {
        case Screen::Session:
            return "Session";
        case Screen::Plan:
            return "Plan";
        case Screen::Decisions:
            return "Decisions";
        case Screen::Documents:
            return "Documents";
        case Screen::Forecast:
            return "Forecast";
        case Screen::Kit:
            return "Kit";
        case Screen::Usage:
            return "Usage";
        case Screen::Activity:
            return "Activity";
        case Screen::Settings:
            return "Settings";
        case Screen::Help:
            return "Help";
        case Screen::Gallery:
            return "Widgets";
    }
    return "";
}

void rail_ui(View& view, Rect rect) {
    const Tokens& t = tokens();
    fill(view.ui, rect, t.surface_0);
    vertical_rule(view.ui, rect.right() - 1, rect.y, rect.height);
    const auto navigation = view.ui.group("rail", Role::Navigation, "Main", rect);
    mark(view.ui, centred(cut_top(rect, t.h_bar, 8), 24, 24), t.accent);

    const float item = scaled(kItem);
    const auto others = std::count_if(
        kOther.begin(), kOther.end(), [&](Screen screen) { return is_open(view, screen); });
    const float person = 8 + scaled(32) + 12;
    const float needed =
        (item + kItemGap) * (static_cast<float>(kMain.size()) + static_cast<float>(others)) +
        person;
    // Where all does not fit, the entries scroll and the avatar goes.
    const bool fits = needed <= rect.height;
    ScrollArea area(view.ui, "entries", rect, view.memory.scrolls["rail"]);
    Flow flow(area.content());
    for (const Screen screen : kMain) {
        rail_entry(view, flow.next(item), screen);
        flow.skip(kItemGap);
    }
    if (fits) {
        flow.skip(rect.height - needed);
    }
    for (const Screen screen : kOther) {
        if (is_open(view, screen)) {
            rail_entry(view, flow.next(item), screen);
            flow.skip(kItemGap);
        }
    }
    if (fits && view.workspace.profile) {
        flow.skip(8);
        profile_button(view, centred(flow.next(scaled(32)), 32, 32));
        flow.skip(12);
    }
    area.end(flow.used());
}

float bottom_bar_height() {
    return 12 + bar_entry_height() + 12;
}

void bottom_bar_ui(View& view, Rect rect) {
    const Tokens& t = tokens();
    fill(view.ui, rect, t.surface_0);
    horizontal_rule(view.ui, rect.x, rect.y, rect.width);
    const auto navigation = view.ui.group("bottom-bar", Role::Navigation, "Main", rect);
    constexpr int kEntries = static_cast<int>(kBar.size()) + 1;
    for (int i = 0; i + 1 < kEntries; ++i) {
        const Screen screen = kBar[static_cast<std::size_t>(i)];
        const Rect place = column(rect, i, kEntries, 0);
        const bool current = view.memory.screen == screen;
        if (bottom_entry(view,
                         screen_name(screen),
                         place,
                         screen_icon(screen),
                         screen_name(screen),
                         has_news(view, screen),
                         {.role = Role::Button,
                          .name = std::string(screen_name(screen)),
                          .selected = current ? Toggle::On : Toggle::Off})) {
            go_to(view, screen);
        }
    }
    more_entry(view, column(rect, kEntries - 1, kEntries, 0));
}

}  // namespace atrium::shell
