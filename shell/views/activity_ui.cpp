// Activity: what happened, newest first, with Undo beside what can be taken back.
#include <algorithm>

#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/activity_words.h"
#include "shell/views/screens.h"

namespace atrium::shell {
namespace {

constexpr float kColumn = 720;
constexpr float kRow = 48;
constexpr float kTallRow = 60;  // of a phone
constexpr float kTime = 60;
// Older entries stay in the backup; nobody scrolls further, and a row costs a line each frame.
constexpr std::size_t kMostRows = 300;

struct Entry {
    const domain::RecordedEvent* recorded = nullptr;
    ActivityWords words;
};

std::vector<Entry> newest_entries(const View& view) {
    std::vector<Entry> entries;
    const auto& history = view.engine.store().history();
    for (auto it = history.rbegin(); it != history.rend() && entries.size() < kMostRows; ++it) {
        ActivityWords words = activity_words(it->event, view.project, view.formats);
        if (!words.what.empty()) {
            entries.push_back({&*it, std::move(words)});
        }
    }
    return entries;
}

const ButtonSpec kUndo{.label = "Undo", .kind = ButtonKind::Quiet, .size = ButtonSize::Small};

void undo_ui(View& view, Rect place, const Entry& entry) {
    const domain::BatchId batch = entry.recorded->batch;
    if (!view.may_write || !view.engine.store().can_undo(batch)) {
        return;
    }
    const std::string name = "Undo " + entry.words.what + " " + entry.words.detail;
    ButtonSpec undo = kUndo;
    undo.name = name;
    if (button(view.ui, "undo", place, undo)) {
        view.send(domain::UndoBatch{batch});
    }
}

// Time and Undo have a column each. On a phone the detail has a line of its own.
void entry_row(View& view, Rect row, const Entry& entry) {
    const Tokens& t = tokens();
    const domain::BatchId batch = entry.recorded->batch;
    const bool undone = view.engine.store().is_undone(batch);
    const bool aside = view.engine.store().is_set_aside(batch);
    const bool holds = !undone && !aside;
    auto scope = view.ui.push(entry.recorded->seq);
    auto item = view.ui.group("entry", Role::ListItem, entry.words.what, row);
    fill(view.ui, Rect{row.x, row.bottom() - 1, row.width, 1}, t.hairline);
    undo_ui(view, cut_right(row, button_width(kUndo), 12), entry);
    const std::string detail = undone  ? "undone"
                               : aside ? "in another version of the conversation"
                                       : entry.words.detail;
    const bool two_lines = view.arrangement == Arrangement::Phone && !detail.empty();
    Rect second = row;
    if (two_lines) {
        row = inset(row, 0, 6);
        second = cut_bottom(row, row.height / 2);
    }
    icon(view.ui, cut_left(row, 16, 12), entry.words.icon, 16, t.text_3);
    const std::string time = local_time(view, entry.recorded->at);
    const Rect at = cut_right(row, scaled(kTime), 12);
    label(view.ui, at, TextStyle::Meta, t.text_3, time, Align::Right);
    const Color title = holds ? t.text_1 : t.text_3;
    const float width = std::min(text_width(TextStyle::DenseMedium, entry.words.what), row.width);
    label(view.ui, cut_left(row, width, 12), TextStyle::DenseMedium, title, entry.words.what);
    if (detail.empty()) {
        return;
    }
    const Rect place = two_lines ? inset(second, 28, 0, 0, 0) : row;
    label(view.ui, place, TextStyle::Dense, holds ? t.text_2 : t.text_3, detail);
}

}  // namespace

void activity_ui(View& view, Rect rect) {
    pane_head(view.ui, rect, "Activity", view.arrangement == Arrangement::Phone ? 16.0f : 24.0f);
    const std::vector<Entry> entries = newest_entries(view);
    if (entries.empty()) {
        empty_state(view.ui,
                    "nothing",
                    rect,
                    {.title = "Nothing has happened yet",
                     .text = "Decisions, finished tasks and changes appear here, with Undo."});
        return;
    }
    ScrollArea area(view.ui, "activity", rect, view.memory.scrolls["activity"]);
    const Rect content = area.content();
    const float width = std::min(scaled(kColumn), content.width - 32);
    const Rect column{content.x + (content.width - width) / 2, content.y + 8, width, 0};
    auto list = view.ui.group("list", Role::List, "Activity", area.view());
    Flow flow(column);
    const float height = scaled(view.arrangement == Arrangement::Phone ? kTallRow : kRow);
    for (const Entry& entry : entries) {
        const Rect row = flow.next(height);
        if (view.ui.visible(row)) {
            entry_row(view, row, entry);
        }
    }
    area.end(flow.used() + 24);
}

}  // namespace atrium::shell
