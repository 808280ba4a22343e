#include <cmath>
#include <string>

#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/fields.h"
#include "shell/ui/gallery_sections.h"
#include "shell/ui/markdown.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/ui/text_selection.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell::gallery {

namespace {

struct StillItem {
    const char* label;
    const char* icon;
    const char* end;
    Color color;
    bool lit;
    bool rule_before;
};

// A menu as it looks open, without being one.
void still_menu(Ui& ui, Rect box, std::initializer_list<StillItem> items) {
    const Tokens& t = tokens();
    shadow(ui, box, t.r_2);
    panel(ui, box, t.surface_2, t.hairline, t.r_2);
    Rect rows = inset(box, 8);
    for (const StillItem& item : items) {
        if (item.rule_before) {
            const Rect rule = cut_top(rows, 17);
            horizontal_rule(ui, rule.x - 8, rule.y + 8, rule.width + 16);
        }
        const Rect row = cut_top(rows, 32);
        if (item.lit) {
            fill(ui, row, t.surface_3, t.r_1);
        }
        Rect rest = inset(row, 8, 0);
        if (item.icon != nullptr) {
            const Color glyph = item.color == t.danger ? t.danger : t.text_3;
            icon(ui, cut_left(rest, 16, 8), item.icon, 16, glyph);
        }
        if (item.end == kIconCheck) {
            icon(ui, cut_right(rest, 16), kIconCheck, 16, t.accent);
        } else if (item.end != nullptr) {
            draw_text(ui, rest, TextStyle::Meta, t.text_3, item.end, Align::Right);
        }
        draw_text(ui, rest, TextStyle::Dense, item.color, item.label);
    }
}

// A message of the person, at the right.
void bubble(Ui& ui, Rect row, const char* words) {
    const float width = std::ceil(text_width(TextStyle::Read, words)) + 32;
    const Rect box = centred_right(row, width, 44);
    fill(ui, box, tokens().surface_3, tokens().r_3);
    label(ui, inset(box, 16, 0), TextStyle::Read, tokens().text_1, words);
}

void under_bubble(
    Ui& ui, Rect row, const char* glyph, const char* words, Color color, const char* action) {
    const ButtonSpec spec{.label = action, .kind = ButtonKind::Quiet, .size = ButtonSize::Small};
    button(ui, action, cut_right(row, button_width(spec), 8), spec);
    const float width = std::ceil(text_width(TextStyle::Meta, words)) + 1;
    label(ui, cut_right(row, width, 8), TextStyle::Meta, color, words);
    icon(ui, cut_right(row, 12), glyph, 12, color);
}

}  // namespace

void menus(Ui& ui, Rect place) {
    const Tokens& t = tokens();
    Rect row = cut_top(place, 161, 24);
    const Rect first = cut_left(row, 204, 12);
    still_menu(ui,
               {first.x, first.y, 204, 161},
               {{"Draft it with me", kIconPenLine, "D", t.text_1, true, false},
                {"Move", kIconCalendarDays, nullptr, t.text_1, false, false},
                {"Redo", kIconRedo2, nullptr, t.text_3, false, false},
                {"Skip this task", kIconTrash2, nullptr, t.danger, false, true}});
    still_menu(ui,
               {row.x, row.y, 176, 144},
               {{"Discord", nullptr, nullptr, t.text_1, false, false},
                {"Circle", nullptr, kIconCheck, t.text_1, true, false},
                {"Skool", nullptr, nullptr, t.text_1, false, false},
                {"Patreon", nullptr, nullptr, t.text_1, false, false}});
    Rect tip = cut_top(place, 32);
    ui.pose(Pose::Hover);
    icon_button(ui, "undo", cut_left(tip, 32, 12), {.icon = kIconUndo2, .name = "Undo"});
    ui.pose(Pose::None);
    draw_tooltip_box(ui, cut_left(tip, tooltip_width("Undo", "Ctrl Z")), "Undo", "Ctrl Z");
}

void notices(Ui& ui, Rect place) {
    const Tokens& t = tokens();
    const Rect box = cut_top(place, 48, 12);
    shadow(ui, box, t.r_2);
    panel(ui, box, t.surface_2, t.hairline, t.r_2);
    Rect row = inset(box, 16, 0, 8, 0);
    icon(ui, cut_left(row, 16, 12), kIconCheck, 16, t.text_1);
    icon_button(ui, "close", cut_right(row, 32, 12), {.icon = kIconX, .name = "Close"});
    const ButtonSpec undo{.label = "Undo", .kind = ButtonKind::Quiet, .color = t.accent};
    button(ui, "undo", cut_right(row, button_width(undo), 12), undo);
    label(ui, row, TextStyle::Dense, t.text_1, "Price set to $29 a month");

    const BannerSpec specs[] = {{.tone = BannerTone::Warning,
                                 .icon = kIconTriangleAlert,
                                 .text = "The price changed after this was written.",
                                 .action = "Update"},
                                {.tone = BannerTone::Danger,
                                 .icon = kIconWifiOff,
                                 .text = "Offline. The guide carries on.",
                                 .action = "Retry"},
                                {.tone = BannerTone::Info,
                                 .icon = kIconMonitorSmartphone,
                                 .text = "Open in another tab, reading only.",
                                 .action = "Take over"}};
    for (const BannerSpec& spec : specs) {
        banner(ui, spec.action, cut_top(place, 48, 12), spec);
    }
}

void dialog(Ui& ui, Rect place) {
    const Tokens& t = tokens();
    const Rect stage = cut_top(place, 274);
    fill(ui, stage, t.surface_0, t.r_2);
    const Rect box = centred(stage, 440, 210);
    shadow(ui, box, t.r_3);
    panel(ui, box, t.surface_2, t.hairline, t.r_3);
    Rect inside = inset(box, 25);
    heading(ui, cut_top(inside, 28, 8), 3, TextStyle::Title, t.text_1, "Start another project?");
    paragraph(ui,
              "text",
              inside.x,
              inside.y,
              inside.width,
              TextStyle::Body,
              t.text_2,
              "The Kiln Room is active. Atrium works on one project at a time, so it will be "
              "archived. You can read it and reopen it whenever you like.");
    Rect row = cut_bottom(inside, 40);
    const ButtonSpec yes{
        .label = "Archive and start", .kind = ButtonKind::Primary, .size = ButtonSize::Large};
    const ButtonSpec no{.label = "Cancel", .kind = ButtonKind::Quiet, .size = ButtonSize::Large};
    ui.pose(Pose::Focus);
    button(ui, "yes", cut_right(row, button_width(yes), 8), yes);
    ui.pose(Pose::None);
    button(ui, "no", cut_right(row, button_width(no)), no);
}

void nothing_yet(Ui& ui, Rect place) {
    empty_state(ui,
                "drafts",
                cut_top(place, 184),
                {.title = "No drafts yet",
                 .text = "Pick a task and choose Draft it with me. The result stays here with its "
                         "versions.",
                 .action = "Draft the member promise",
                 .action_icon = kIconPenLine});
}

void skeletons(Ui& ui, Rect place) {
    cut_top(place, 4);
    Rect row = cut_top(place, 24, 12);
    skeleton(ui, cut_left(row, 24, 12), 12);
    skeleton(ui, centred_left(row, 96, 12));
    for (float share : {1.0f, 0.92f, 0.64f}) {
        Rect line = cut_top(place, 12, 12);
        line.width *= share;
        skeleton(ui, line);
    }
    cut_top(place, 8);
    row = cut_top(place, 32);
    skeleton(ui, cut_left(row, 128, 8), 14);
    skeleton(ui, cut_left(row, 96), 14);
}

void answer(Ui& ui, Rect place) {
    static Markdown markdown;
    markdown.set_text(
        "A **founding window** works when it is short. See [how the cap is "
        "chosen](https://example.com/cap).\n\n"
        "- 40 seats at $20, for as long as they stay\n- Closes on Friday 29 January\n\n"
        "| Seats | First month | Kept |\n|---|--:|--:|\n| 25 | $500 | $379 |\n| 40 | $800 | $660 "
        "|\n\n> Write to me within 14 days and I return it, no questions.\n\n"
        "```community-blueprint.json\n{ \"name\": \"The Kiln Room\", \"roles\": 3, \"spaces\": 8 "
        "}\n```\n");
    markdown.height(place.width);
    static TextSelection selection;
    static ScrollState nothing_scrolls;
    if (selection.first().item == 0) {
        selection.start({{1, 2}, {1, 17}});
    }
    SelectionArea reading(ui, "reading", place, selection, nothing_scrolls);
    {
        const auto item = reading.item(1, markdown.flat_length());
        markdown.draw(ui, "markdown", place.x, place.y, place.width);
    }
    reading.end();
}

void message_states(Ui& ui, Rect place) {
    const Tokens& t = tokens();
    bubble(ui, cut_top(place, 44, 4), "Can I close the offer in January?");
    under_bubble(ui,
                 cut_top(place, 24, 12),
                 kIconClock,
                 "Waits for the network",
                 t.text_3,
                 "Send to the guide");
    bubble(ui, cut_top(place, 44, 4), "And what about a yearly price?");
    under_bubble(ui,
                 cut_top(place, 24, 12),
                 kIconCircleAlert,
                 "Not sent, Claude is busy",
                 t.danger,
                 "Retry");
    horizontal_rule(ui, place.x, place.y, place.width);
    cut_top(place, 13);
    label(ui,
          cut_top(place, 24, 8),
          TextStyle::Read,
          t.text_1,
          "Yes. A yearly price works best at ten times the monthly one, so");
    Rect row = cut_top(place, 24, 12);
    cut_left(row, badge(ui, row, "Stopped", Tone::Plain, kIconSquare), 8);
    const ButtonSpec more{.label = "Continue", .kind = ButtonKind::Soft, .size = ButtonSize::Small};
    button(ui, "more", cut_left(row, button_width(more), 8), more);
    const ButtonSpec retry{.label = "Retry", .kind = ButtonKind::Quiet, .size = ButtonSize::Small};
    button(ui, "again", cut_left(row, button_width(retry)), retry);

    row = cut_top(place, 24);
    const ButtonSize small = ButtonSize::Small;
    icon_button(ui,
                "earlier",
                cut_left(row, 24, 4),
                {.icon = kIconChevronLeft, .name = "Earlier", .size = small});
    cut_left(row, label(ui, row, TextStyle::Meta, t.text_3, "2 of 3"), 4);
    icon_button(ui,
                "later",
                cut_left(row, 24, 12),
                {.icon = kIconChevronRight, .name = "Later", .size = small});
    label(ui, row, TextStyle::Meta, t.text_3, "edited by you");
    label(ui, row, TextStyle::Meta, t.text_3, "312 tokens · $0.006", Align::Right);
}

void composers(Ui& ui, Rect place) {
    const Tokens& t = tokens();

    const struct {
        const char* title;
        const char* words;
        const char* value;
    } boxes[] = {{"Ready", "Answer, ask, or say what you have finished", ""},
                 {"Typing", "", "Let us say 15 January"},
                 {"Offline", "The guide answers until the network is back", ""},
                 {"At the daily limit", "50 of 50 messages used, more at 00:00", ""}};

    Rect row;
    for (int i = 0; i < 4; ++i) {
        const auto& box = boxes[i];
        if (i % 2 == 0) {
            row = cut_top(place, 108, 16);
        }
        Rect cell = column(row, i % 2, 2, 16);
        const auto scope = ui.push(box.title);
        label(ui, cut_top(cell, 16, 8), TextStyle::Meta, t.text_3, box.title);
        std::string value = box.value;
        ui.pose(i == 1 ? Pose::Focus : Pose::None);
        Rect actions = composer(ui, "composer", cell, value, {.placeholder = box.words}).row;
        ui.pose(Pose::None);
        if (i == 3) {
            const ButtonSpec guide{.label = "Go on with the guide", .kind = ButtonKind::Soft};
            button(ui, "guide", cut_right(actions, button_width(guide)), guide);
        } else {
            const ButtonSpec send{.label = "Send",
                                  .kind = ButtonKind::Primary,
                                  .icon = kIconArrowUp,
                                  .disabled = value.empty()};
            button(ui, "send", cut_right(actions, button_width(send)), send);
        }
        const ButtonSpec draft{
            .label = "Draft it with me", .kind = ButtonKind::Quiet, .icon = kIconPenLine};
        const Rect left = inset(actions, 8, 0, 0, 0);
        if (i < 2) {
            button(ui, "draft", cut_left(actions, button_width(draft)), draft);
        } else if (i == 2) {
            badge(ui, left, "Guide, no AI", Tone::Accent, kBadgeDot);
        } else {
            badge(ui, left, "in 13 h 41 min", Tone::Warning, kIconClock);
        }
    }
}

void celebration(Ui& ui, Rect place) {
    const ArchState all[5] = {ArchState::Decided,
                              ArchState::Decided,
                              ArchState::Decided,
                              ArchState::Decided,
                              ArchState::Decided};
    milestone(ui,
              cut_top(place, 172, 12),
              "All five decided",
              "Your plan has dates now. The drafts are next.",
              all,
              2);
    const std::string_view text = "Your plan has dates now.";
    const Rect line = cut_top(place, milestone_line_height(ui, text, place.width));
    milestone_line(ui, line, "On a phone", text, all);
}

}  // namespace atrium::shell::gallery
