#include <string>

#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/choices.h"
#include "shell/ui/coach_mark.h"
#include "shell/ui/gallery_sections.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/plan_list.h"
#include "shell/ui/progress.h"
#include "shell/ui/records.h"
#include "shell/ui/side_scroll.h"
#include "shell/ui/table.h"
#include "shell/ui/text.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell::gallery {

namespace {

void draw_badges(Ui& ui, Rect row) {
    const struct {
        const char* words;
        Tone tone;
        const char* icon;
    } badges[] = {{"Planning", Tone::Plain, nullptr},
                  {"Draft", Tone::Line, nullptr},
                  {"Decided", Tone::Accent, nullptr},
                  {"Now", Tone::Sun, kIconClock},
                  {"On track", Tone::Success, nullptr},
                  {"Stale", Tone::Warning, kIconTriangleAlert},
                  {"Late", Tone::Danger, nullptr}};

    for (const auto& item : badges) {
        cut_left(row, badge(ui, row, item.words, item.tone, item.icon), 8);
    }
}

void draw_dots(Ui& ui, Rect row) {
    const Tokens& t = tokens();
    const std::pair<const char*, Color> dots[] = {{"Connected", t.success},
                                                  {"Slow", t.warning},
                                                  {"Offline", t.danger},
                                                  {"Guide, no AI", t.accent},
                                                  {"Not set up", t.chart_mute}};
    for (const auto& [words, color] : dots) {
        dot(ui, cut_left(row, 8, 8), color);
        cut_left(row, label(ui, row, TextStyle::Meta, t.text_2, words), 16);
    }
}

}  // namespace

void records(Ui& ui, Rect place) {
    const ChipSpec chips[] = {{.label = "Take 15 January"},
                              {.label = "Hover"},
                              {.label = "Chosen", .on = true, .toggles = true},
                              {.label = "Focus"},
                              {.label = "Off", .disabled = true}};
    Rect row = cut_top(place, 32, 12);
    for (std::size_t i = 0; i < std::size(chips); ++i) {
        ui.pose(i == 1 ? Pose::Hover : i == 3 ? Pose::Focus : Pose::None);
        chip(ui, chips[i].label, cut_left(row, chip_width(chips[i]), 8), chips[i]);
        ui.pose(Pose::None);
    }
    row = cut_top(place, 32, 12);
    const RecordSpec price{.label = "Price", .value = "$29 a month", .percent = "92%"};
    recorded_strip(ui, "price", cut_left(row, recorded_strip_width(price), 8), price);
    const RecordSpec undone{.value = "$25 a month", .can_undo = false, .undone = true};
    recorded_strip(ui, "undone", row, undone);
    suggestion(
        ui, "date", cut_top(place, 40, 12), {.value = "Launch Fri 15 Jan 2027", .percent = "74%"});
    draw_badges(ui, cut_top(place, 20, 12));
    row = cut_top(place, 24, 12);
    const ButtonSpec done{.label = "Mark as done",
                          .kind = ButtonKind::Soft,
                          .size = ButtonSize::Small,
                          .icon = kIconListChecks};
    button(ui, "done", cut_left(row, button_width(done), 8), done);
    const ButtonSpec note{
        .label = "Add a note", .kind = ButtonKind::Quiet, .size = ButtonSize::Small};
    button(ui, "note", cut_left(row, button_width(note), 8), note);
    cut_left(row, badge(ui, row, "3 versions", Tone::Line), 8);
    cut_left(row, badge(ui, row, "you", Tone::Accent, kIconUserRound), 8);
    badge(ui, row, "rule", Tone::Plain, kIconCpu);
    draw_dots(ui, cut_top(place, 16, 12));
    const Rect narrow{place.x, place.y, 240, 32};
    SideScroll sideways(ui, "sideways", narrow, 480);
    Rect wide = sideways.content();
    for (const char* words : {"On a phone", "this row is", "moved sideways"}) {
        chip(ui, words, cut_left(wide, chip_width({.label = words}), 8), {.label = words});
    }
}

void progress(Ui& ui, Rect place) {
    const Tokens& t = tokens();
    Rect row = cut_top(place, 126, 16);
    Rect rings = centred_left(cut_left(row, 336, 24), 336, 72);
    for (float percent : {0.0f, 15.0f, 64.0f, 100.0f}) {
        const std::string key = std::to_string(static_cast<int>(percent));
        ring(ui, key, cut_left(rings, 72, 16), percent, "Overall", key + "%");
    }
    Rect bars = row;

    const struct {
        const char* words;
        float percent;
        MeterTone tone;
    } meters[] = {{"Planning 64%", 64, MeterTone::Accent},
                  {"Behind, 30%", 30, MeterTone::Warning},
                  {"Today's cost, over", 100, MeterTone::Danger}};

    for (const auto& item : meters) {
        label(ui, cut_top(bars, 16, 12), TextStyle::Meta, t.text_2, item.words);
        meter(ui,
              item.words,
              cut_top(bars, 6, 12),
              {.name = item.words, .percent = item.percent, .tone = item.tone});
    }
    row = cut_top(place, 98);
    const DialStep steps[] = {{0, 3}, {3, 8}, {8, 13}, {13, 17}, {17, 21}, {21, 25}, {25, 30}};
    dial(ui,
         "dial",
         moved(cut_left(row, 192, 24), 0, 2),
         {.steps = steps, .minute = 17.5f, .radius = 88, .stroke = 8, .figure = "13 min"});
    Rect gates = cut_left(row, 96, 24);
    gates = {gates.x, row.bottom() - 6 - 84, 96, 84};
    for (int decided : {0, 3, 5}) {
        ArchState states[5] = {};
        for (int i = 0; i < 5; ++i) {
            states[i] = i < decided    ? ArchState::Decided
                        : i == decided ? ArchState::Now
                                       : ArchState::Open;
        }
        const std::string name = std::to_string(decided) + " of 5 decisions made";
        arches(ui, cut_top(gates, 20, 12), ArchSize::Medium, states, name);
    }
    Rect saving{row.x, row.bottom() - 6 - 80, row.width, 80};
    label(ui, cut_top(saving, 16, 12), TextStyle::Meta, t.text_2, "Save state");
    Rect line = cut_top(saving, 20, 12);
    spinner(ui, cut_left(line, 16, 8), t.text_1);
    label(ui, line, TextStyle::Dense, t.text_1, "Saving");
    line = cut_top(saving, 20);
    icon(ui, cut_left(line, 16, 8), kIconCheck, 16, t.success);
    label(ui, line, TextStyle::Dense, t.success, "Saved");
}

void tabs_and_rows(Ui& ui, Rect place) {
    const TabSpec tab_items[] = {
        {"Timeline", ""}, {"List", ""}, {"Calendar", "22"}, {"Archive", ""}};
    int tab = 0;
    tabs(ui, "tabs", cut_top(place, 40, 16), "Views", tab_items, tab);
    const SegmentSpec parts[] = {{"Write"}, {"Preview"}, {"Both"}};
    int part = 0;
    segments(ui, "segments", cut_top(place, 32, 16), "Editor", parts, part);
    Rect rows = inset(place, -8, 0);
    const auto list = ui.group("tasks", Role::List, "Tasks", rows);
    const PlanRowSpec specs[] = {
        {.label = "Set the price", .hours = "1 h", .state = TickState::Done},
        {.label = "Set the launch date", .hours = "0.5 h", .state = TickState::Now},
        {.label = "Create the space",
         .hours = "1.5 h",
         .action = "Draft it with me",
         .action_icon = kIconPenLine},
        {.label = "Connect payments", .hours = "2.5 h", .movable = true}};
    for (std::size_t i = 0; i < 4; ++i) {
        ui.pose(i == 2 ? Pose::Hover : Pose::None);
        plan_row(ui, specs[i].label, cut_top(rows, 32), specs[i]);
    }
}

void decisions(Ui& ui, Rect place) {
    const DecisionCardSpec specs[] = {{.icon = kIconTag,
                                       .label = "Price",
                                       .value = "$29 a month",
                                       .state = DecisionState::Decided,
                                       .percent = 92,
                                       .sure = "92%"},
                                      {.icon = kIconCalendarDays,
                                       .label = "Launch date",
                                       .value = "Fri 15 Jan 2027?",
                                       .state = DecisionState::Waiting},
                                      {.icon = kIconVideo,
                                       .label = "First month",
                                       .value = "Not decided",
                                       .note = "at minute 21"}};
    for (const DecisionCardSpec& spec : specs) {
        decision_card(ui, spec.label, cut_top(place, 52, 8), spec);
    }
    // In a list beside the page of the selected one.
    const auto scope = ui.push("listed");
    for (DecisionCardSpec spec : {specs[0], specs[2]}) {
        spec.listed = true;
        spec.selected = spec.percent >= 0;
        decision_card(ui, spec.label, cut_top(place, 52, 8), spec);
    }
}

void table(Ui& ui, Rect place) {
    const Tokens& t = tokens();
    const TableColumn columns[] = {
        {"User", 0}, {"Messages", 90, Align::Right}, {"Cost", 84, Align::Right}, {"State", 180}};

    const struct {
        const char* user;
        const char* messages;
        const char* cost;
        const char* state;
        Tone tone;
    } people[] = {{"Maya Okafor", "11", "$0.10", "Active", Tone::Success},
                  {"Jonas Lind", "42", "$0.71", "Idle", Tone::Plain},
                  {"Priya Raman", "50", "$0.88", "At the limit", Tone::Warning},
                  {"Sam Whitlock", "7", "$0.09", "Active", Tone::Success},
                  {"Ines Carvalho", "19", "$0.24", "Idle", Tone::Plain},
                  {"Deleted user", "0", "$0.00", "Closed", Tone::Line}};

    Table grid(ui, "people", place, "People", columns, {.selectable = true});
    for (std::uint64_t i = 0; i < std::size(people); ++i) {
        const auto& person = people[i];
        ui.pose(i == 1 ? Pose::Hover : Pose::None);
        const auto row = grid.row(i, person.user, i == 2);
        const Color color = i == 5 ? t.text_3 : t.text_1;
        grid.cell(person.user, color);
        grid.cell(person.messages, color);
        grid.cell(person.cost, color);
        badge(ui, grid.cell_rect(person.state), person.state, person.tone);
    }
}

void tour_card(Ui& ui, Rect place) {
    const CoachMarkSpec spec{.title = "Five decisions",
                             .text =
                                 "What you commit to is recorded here and under your message, "
                                 "with Undo. The plan and its dates follow.",
                             .step = 2,
                             .steps = 5};
    const Rect box{place.x, place.y, 320, coach_card_height(ui, spec, 320)};
    coach_card(ui, box, spec);
}

}  // namespace atrium::shell::gallery
