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

void entry_row(View& view, Rect row, const Entry& entry) {
    const Tokens& t = tokens();
    const domain::BatchId batch = entry.recorded->batch;
    const bool undone = view.engine.store().is_undone(batch);
    const bool aside = view.engine.store().is_set_aside(batch);
    const Color color = undone || aside ? t.text_3 : t.text_1;
    auto scope = view.ui.push(entry.recorded->seq);
    auto item = view.ui.group("entry", Role::ListItem, entry.words.what, row);
    fill(view.ui, Rect{row.x, row.bottom() - 1, row.width, 1}, t.hairline);
    const bool can_undo = view.may_write && view.engine.store().can_undo(batch);
    if (can_undo) {
        const std::string name = "Undo " + entry.words.what + " " + entry.words.detail;
        const ButtonSpec undo{
            .label = "Undo", .kind = ButtonKind::Quiet, .size = ButtonSize::Small, .name = name};
        if (button(view.ui, "undo", cut_right(row, button_width(undo), 12), undo)) {
            view.send(domain::UndoBatch{batch});
        }
    }
    label(view.ui,
          cut_right(row, 64, 12),
          TextStyle::Meta,
          t.text_3,
          local_time(view, entry.recorded->at),
          Align::Right);
    icon(view.ui, cut_left(row, 16, 12), entry.words.icon, 16, t.text_3);
    const float width = text_width(TextStyle::DenseMedium, entry.words.what);
    label(view.ui, cut_left(row, width, 12), TextStyle::DenseMedium, color, entry.words.what);
    const std::string detail = undone  ? "undone"
                               : aside ? "in another version of the conversation"
                                       : entry.words.detail;
    if (!detail.empty()) {
        label(view.ui, row, TextStyle::Dense, undone || aside ? t.text_3 : t.text_2, detail);
    }
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
    const float width = std::min(kColumn, content.width - 32);
    const Rect column{content.x + (content.width - width) / 2, content.y + 8, width, 0};
    auto list = view.ui.group("list", Role::List, "Activity", area.view());
    Flow flow(column);
    for (const Entry& entry : entries) {
        const Rect row = flow.next(kRow);
        if (view.ui.visible(row)) {
            entry_row(view, row, entry);
        }
    }
    area.end(flow.used() + 24);
}

}  // namespace atrium::shell
