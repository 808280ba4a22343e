#include "shell/views/conversation_header.h"

#include <algorithm>
#include <cmath>

#include "core/domain/session_clock.h"
#include "shell/ui/buttons.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/conversation_find.h"
#include "shell/views/pinned_messages.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

constexpr float kStripHeight = 32;
constexpr float kNarrowestHeader = 200;

// The right end, from right to left; takes what it needs off `bar`.
void menu_button_ui(View& view, Rect& bar) {
    bool& open = view.memory.session.menu_open;
    const Rect place = cut_right(bar, tokens().h_2);
    if (icon_button(view.ui,
                    "more",
                    place,
                    {.icon = kIconEllipsis,
                     .name = "Launch menu",
                     .on = open,
                     .expanded = open ? Toggle::On : Toggle::Off,
                     .opens_menu = true})) {
        open = !open;
    }
    project_menu_ui(view, place);
    if (view.arrangement == Arrangement::Phone) {
        pinned_list_ui(view, place);
    }
}

void find_button_ui(View& view, Rect& bar) {
    if (icon_button(view.ui,
                    "find",
                    cut_right(bar, tokens().h_2, 8),
                    {.icon = kIconSearch, .name = "Find in the conversation"})) {
        open_find(view);
    }
}

void undo_buttons_ui(View& view, Rect& bar) {
    const Tokens& t = tokens();
    const bool can_redo = static_cast<bool>(view.engine.store().last_redoable());
    if (icon_button(view.ui,
                    "redo",
                    cut_right(bar, t.h_2, 8),
                    {.icon = kIconRedo2,
                     .name = "Redo",
                     .disabled = !view.may_write || !can_redo,
                     .keys = "Ctrl Shift Z"})) {
        view.send(domain::Redo{});
    }
    if (icon_button(view.ui,
                    "undo",
                    cut_right(bar, t.h_2, 8),
                    {.icon = kIconUndo2,
                     .name = "Undo",
                     .disabled = !view.may_write || !view.memory.session.history.can_undo(),
                     .keys = "Ctrl Z"})) {
        view.send(domain::Undo{});
    }
    cut_right(bar, 4);
    vertical_rule(view.ui, bar.right() - 1, centred(bar, 1, scaled(24)).y, scaled(24));
    cut_right(bar, 17);
}

void not_saved_ui(View& view, Rect& bar) {
    const Tokens& t = tokens();
    const ButtonSpec retry{.label = "Retry",
                           .kind = ButtonKind::Quiet,
                           .size = ButtonSize::Small,
                           .name = "Retry saving"};
    if (button(view.ui, "retry-saving", cut_right(bar, button_width(retry), 4), retry)) {
        view.wish(HostWish::Kind::RetrySaving);
    }
    const float width = std::ceil(text_width(TextStyle::Meta, "Not saved"));
    label(view.ui,
          cut_right(bar, width, 4),
          TextStyle::Meta,
          t.danger,
          "Not saved",
          Align::Right,
          "save-state");
    icon(view.ui, cut_right(bar, scaled(14), 8), kIconTriangleAlert, 14, t.danger);
}

void save_state_ui(View& view, Rect& bar) {
    const Tokens& t = tokens();
    if (!view.may_write) {
        return;
    }
    if (view.saver.state() == Saver::State::Failed) {
        not_saved_ui(view, bar);
        return;
    }
    const bool saved = view.saver.state() == Saver::State::Saved;
    const std::string_view words = saved ? "Saved in this browser" : "Saving…";
    // The place stays as wide while it is being saved, so that nothing jumps.
    const float widest = std::ceil(text_width(TextStyle::Meta, "Saved in this browser"));
    if (bar.width < widest + scaled(160)) {
        return;
    }
    Rect place = cut_right(bar, widest + scaled(14) + 4, 8);
    const Rect sign = cut_left(place, scaled(14), 4);
    if (saved) {
        icon(view.ui, sign, kIconCheck, 14, t.text_3);
    }
    label(view.ui, place, TextStyle::Meta, t.text_3, words, Align::Left, "save-state");
}

void title_ui(View& view, Rect bar) {
    const Tokens& t = tokens();
    const std::string_view status = status_name(view.project->status);
    const float badge_space = badge_width(status) + 8;
    const bool with_badge = bar.width > badge_space + scaled(120);
    const float most = std::max(0.0f, bar.width - (with_badge ? badge_space : 0));
    const float width =
        std::min(most, std::ceil(text_width(TextStyle::Heading, view.project->name)));
    heading(view.ui, cut_left(bar, width, 8), 1, TextStyle::Heading, t.text_1, view.project->name);
    if (with_badge) {
        badge(view.ui, bar, status, Tone::Line);
    }
}

void wide_header(View& view, Rect bar) {
    bar = inset(bar, 16, 0, 8, 0);
    menu_button_ui(view, bar);
    cut_right(bar, 8);
    if (view.memory.session.find.open) {
        find_bar_ui(view, bar);
        cut_right(bar, scaled(16));
        title_ui(view, bar);
        return;
    }
    find_button_ui(view, bar);
    pinned_button_ui(view, bar);
    undo_buttons_ui(view, bar);
    save_state_ui(view, bar);
    cut_right(bar, 8);
    title_ui(view, bar);
}

// The minutes left; pressed, the session's clock and progress.
void clock_button_ui(View& view, Rect& bar) {
    const Tokens& t = tokens();
    const std::string all_words = minutes_left_text(view);
    // The name of the launch is to stay readable beside it.
    const bool narrow = bar.width < scaled(kNarrowestHeader);
    const std::string words = narrow ? all_words.substr(0, all_words.rfind(' ')) : all_words;
    const float width = 8 + 8 + std::ceil(text_width(TextStyle::DenseMedium, words)) + 16;
    const Rect place = centred(cut_right(bar, width, 4), width, t.h_3);
    const Press press = view.ui.press(
        "clock",
        place,
        {.role = Role::Button, .name = all_words + ", session details", .expanded = Toggle::Off});
    if (press.hover > 0) {
        fill(view.ui, place, faded(t.surface_3, press.hover), t.r_2);
    }
    Rect inside = inset(place, 8, 0, 8, 0);
    dot(view.ui, cut_left(inside, 8, 8), t.sun);
    draw_text(view.ui, inset(inside, 0, 0, -1, 0), TextStyle::DenseMedium, t.text_1, words);
    if (press.ring) {
        focus_ring(view.ui, place, t.r_2);
    }
    if (press.activated) {
        view.memory.session.details_open = true;
    }
}

void phone_header(View& view, Rect bar) {
    const Tokens& t = tokens();
    bar = inset(bar, 16, 0, 8, 0);
    menu_button_ui(view, bar);
    cut_right(bar, 8);
    if (view.memory.session.find.open) {
        find_bar_ui(view, bar);
        return;
    }
    find_button_ui(view, bar);
    clock_button_ui(view, bar);
    // Large text may take a second line of the bar.
    const std::string& name = view.project->name;
    const float line = line_height(TextStyle::Heading);
    const int lines = static_cast<int>(bar.height / line);
    const float height = std::min(paragraph_height(view.ui, TextStyle::Heading, name, bar.width),
                                  line * static_cast<float>(lines));
    const Rect place = centred(bar, bar.width, height);
    view.ui.add(
        {.id = view.ui.id(name), .role = Role::Heading, .name = name, .rect = place, .level = 1});
    draw_paragraph(view.ui,
                   place.x,
                   place.y,
                   place.width,
                   TextStyle::Heading,
                   t.text_1,
                   name,
                   Align::Left,
                   lines);
}

void phone_strip(View& view, Rect strip) {
    const Tokens& t = tokens();
    const FiveArches five = five_arches(*view.project);
    const Rect rule = strip;
    strip = inset(strip, 16, 0, 16, 0);
    const float height = arches_height(ArchSize::Small);
    const float width = arches_width(ArchSize::Small);
    arches(view.ui,
           centred(cut_left(strip, width, 8), width, height),
           ArchSize::Small,
           five.states,
           five.name);
    const std::string made = std::to_string(domain::decisions_made(*view.project));
    draw_text(view.ui, strip, TextStyle::Meta, t.text_2, made + " of 5 decisions");
    for (const domain::AgendaItem& item : domain::session_agenda(*view.project)) {
        if (item.current) {
            std::string title = item.title;
            title[0] = static_cast<char>(title[0] | 0x20);
            cut_left(strip, std::ceil(text_width(TextStyle::Meta, "5 of 5 decisions")) + 16);
            const std::string now = "Now: " + title;
            if (text_width(TextStyle::Meta, now) <= strip.width) {
                label(view.ui, strip, TextStyle::Meta, t.text_3, now, Align::Right, "now");
            }
        }
    }
    horizontal_rule(view.ui, rule.x, rule.bottom() - 1, rule.width);
}

}  // namespace

std::string minutes_left_text(const View& view) {
    const domain::SessionClock& clock = view.project->clock;
    const int left = domain::kSessionMinutes - domain::session_minute(clock, view.context.now);
    if (left <= 0) {
        return std::to_string(domain::kSessionMinutes) + " min used";
    }
    return std::to_string(left) + " min left";
}

void conversation_header_ui(View& view, Rect& pane) {
    const Rect bar = cut_top(pane, tokens().h_bar);
    if (view.arrangement == Arrangement::Phone) {
        phone_header(view, bar);
        horizontal_rule(view.ui, bar.x, bar.bottom() - 1, bar.width);
        phone_strip(view, cut_top(pane, scaled(kStripHeight)));
    } else {
        wide_header(view, bar);
        horizontal_rule(view.ui, bar.x, bar.bottom() - 1, bar.width);
    }
    rename_dialog_ui(view);
}

}  // namespace atrium::shell
