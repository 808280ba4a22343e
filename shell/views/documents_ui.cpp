// Documents: what was drafted and what could be; one document as Markdown with its preview, its
// versions, copy and download.
#include <algorithm>
#include <string>

#include "core/domain/guide/draft.h"
#include "core/domain/plan_template.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/choices.h"
#include "shell/ui/fields.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/document_draft.h"
#include "shell/views/document_editor.h"
#include "shell/views/document_stale.h"
#include "shell/views/screens.h"

namespace atrium::shell {
namespace {

constexpr float kListWidth = 288;
constexpr float kRow = 48;

const domain::Document* shown_document(const View& view) {
    const auto& documents = view.project->documents;
    const domain::Document* chosen =
        domain::find_document(*view.project, domain::DocumentId{view.memory.selected_document});
    if (chosen != nullptr || documents.empty() || view.arrangement == Arrangement::Phone) {
        return chosen;
    }
    return &documents.back();
}

// A pressable row with two lines; true when pressed.
bool document_row(View& view,
                  Rect row,
                  const char* sign,
                  const std::string& title,
                  const std::string& note,
                  bool selected) {
    const Tokens& t = tokens();
    row = inset(row, 8, 0);
    const Press press = view.ui.press("open",
                                      row,
                                      {.role = Role::Button,
                                       .name = title + ", " + note,
                                       .selected = selected ? Toggle::On : Toggle::Off});
    if (selected) {
        panel(view.ui, row, t.surface_2, t.hairline, t.r_2);
    } else if (press.hover > 0) {
        fill(view.ui, row, faded(t.surface_3, press.hover), t.r_2);
    }
    if (press.ring) {
        focus_ring(view.ui, row, t.r_2);
    }
    Rect inside = inset(row, 12, 6);
    icon(view.ui, cut_left(inside, scaled(16), 12), sign, 16, selected ? t.accent : t.text_3);
    draw_text(view.ui, cut_top(inside, scaled(20)), TextStyle::DenseMedium, t.text_1, title);
    draw_text(view.ui, inside, TextStyle::Meta, t.text_3, note);
    return press.activated;
}

void drafted_rows(View& view, Flow& flow, const domain::Document* shown) {
    for (const domain::Document& document : view.project->documents) {
        auto scope = view.ui.push(document.id.value);
        const bool stale = find_stale(view, document.id) != nullptr;
        const std::string note = "version " + std::to_string(document.versions.size()) + ", " +
                                 version_author(view, document.latest()) +
                                 (stale ? ", out of date" : "");
        if (document_row(view,
                         flow.next(scaled(kRow)),
                         stale ? kIconTriangleAlert : kIconFileText,
                         document.title,
                         note,
                         &document == shown)) {
            view.memory.selected_document = document.id.value;
            view.memory.selected_version = 0;
            view.memory.awaited_draft = {};
            forget_document_text(view);
        }
    }
}

void undrafted_rows(View& view, Flow& flow) {
    const Tokens& t = tokens();
    flow.skip(16);
    Rect title = flow.next(scaled(24));
    label(view.ui, inset(title, 16, 0), TextStyle::MetaMedium, t.text_3, "Not drafted yet");
    for (const domain::TaskSpec& task : domain::built_in_template().tasks) {
        if (task.document_kind.empty() || document_of_task(view, task.id) != nullptr) {
            continue;
        }
        auto scope = view.ui.push(task.id);
        const std::string subject = domain::draft_title(*view.project, task.document_kind);
        const std::string name = "Draft " + subject;
        const ButtonSpec draft{.label = "Draft it",
                               .kind = ButtonKind::Quiet,
                               .size = ButtonSize::Small,
                               .disabled = !can_draft_here(view, task.id),
                               .name = name};
        // Large text on a narrow phone takes a second line.
        const float words = flow.width() - 2 * 16 - button_width(draft) - 8 - scaled(16) - 12;
        const float lines = paragraph_height(view.ui, TextStyle::Dense, subject, words);
        Rect row = inset(flow.next(std::max(scaled(40), lines + 2 * 8)), 16, 4);
        if (button(view.ui, "draft", cut_right(row, button_width(draft), 8), draft)) {
            draft_here(view, task.id);
        }
        icon(view.ui, cut_left(row, scaled(16), 12), kIconFilePlus, 16, t.text_3);
        const Rect place = centred(row, row.width, lines);
        paragraph(view.ui, subject, place.x, place.y, words, TextStyle::Dense, t.text_2, subject);
    }
}

void list_ui(View& view, Rect rect, const domain::Document* shown) {
    fill(view.ui, rect, tokens().surface_0);
    pane_head(view.ui, rect, "Documents");
    ScrollArea area(view.ui, "documents", rect, view.memory.scrolls["documents"]);
    const Rect content = area.content();
    auto list = view.ui.group("list", Role::Group, "Documents", rect);
    Flow flow(Rect{content.x, content.y + 8, content.width, 0});
    drafted_rows(view, flow, shown);
    undrafted_rows(view, flow);
    area.end(flow.used() + 24);
}

}  // namespace

void documents_ui(View& view, Rect rect) {
    if (view.project == nullptr) {
        return;
    }
    follow_draft(view);
    const bool awaits = !view.memory.awaited_draft.task.empty();
    const domain::Document* shown = awaits ? nullptr : shown_document(view);
    if (view.arrangement == Arrangement::Phone) {
        if (awaits) {
            awaited_draft_ui(view, rect);
        } else if (shown != nullptr) {
            document_editor_ui(view, rect, *shown);
        } else {
            list_ui(view, rect, nullptr);
        }
        return;
    }
    const Rect list = cut_left(rect, scaled(kListWidth));
    list_ui(view, list, shown);
    vertical_rule(view.ui, list.right() - 1, list.y, list.height);
    courtyard(view.ui, rect);
    if (awaits) {
        awaited_draft_ui(view, rect);
        return;
    }
    if (shown != nullptr) {
        document_editor_ui(view, rect, *shown);
        return;
    }
    empty_state(view.ui,
                "none",
                rect,
                {.title = "No document yet",
                 .text = "Pick a deliverable on the left, or ask for a draft in the conversation. "
                         "You edit it here, and every version is kept."});
}

}  // namespace atrium::shell
