#include "shell/views/conversation_composer.h"

#include <algorithm>
#include <cmath>

#include "core/domain/guide/draft.h"
#include "core/domain/offered_replies.h"
#include "core/domain/plan_template.h"
#include "core/domain/turn.h"
#include "core/protocol/ascii.h"
#include "shell/outgoing.h"
#include "shell/ui/buttons.h"
#include "shell/ui/fields.h"
#include "shell/ui/marks.h"
#include "shell/ui/side_scroll.h"
#include "shell/ui/text.h"
#include "shell/views/conversation_list.h"
#include "shell/views/document_draft.h"

namespace atrium::shell {

namespace {

constexpr float kChipGap = 8;
constexpr float kRepliesGap = 12;
constexpr float kRing = 4;

float foot_padding(const View& view) {
    return view.arrangement == Arrangement::Phone ? 8.0f : 16.0f;
}

// Offered by the newest answer until the creator says something.
std::vector<std::string> quick_replies(const View& view) {
    const std::vector<domain::Message>& messages = view.project->messages;
    const bool offered = view.may_write && view.engine.turn() == nullptr && !messages.empty() &&
                         view.project->waiting.empty() &&
                         messages.back().status == domain::MessageStatus::Complete &&
                         view.memory.session.settling == 0;
    return offered ? domain::offered_replies(*view.project, messages.back())
                   : std::vector<std::string>{};
}

// On the phone one row that is scrolled sideways, so that the conversation keeps its height.
bool one_row(const View& view) {
    return view.arrangement == Arrangement::Phone;
}

template <typename Draw>
float reply_rows(const std::vector<std::string>& replies, Rect area, const Draw& draw) {
    Wrap wrap(area, tokens().h_2, kChipGap);
    for (std::size_t i = 0; i < replies.size(); ++i) {
        const float width = std::min(area.width, chip_width({.label = replies[i]}));
        draw(i, wrap.next(width));
    }
    return replies.empty() ? 0 : wrap.used();
}

float replies_height(const View& view, const std::vector<std::string>& replies, float width) {
    if (one_row(view)) {
        return replies.empty() ? 0 : tokens().h_2 + kRepliesGap;
    }
    const float rows = reply_rows(replies, {0, 0, width, 0}, [](std::size_t, Rect) {});
    return rows > 0 ? rows + kRepliesGap : 0;
}

void send(View& view, const std::string& text) {
    view.send(domain::SendMessage{text});
    view.memory.conversation_scroll.scroll_to_end();
}

void reply_ui(View& view, const std::string& reply, Rect place) {
    if (chip(view.ui, "reply", place, {.label = reply})) {
        send(view, reply);
    }
}

// From edge to edge of the pane, so that the next chip shows that there is more.
void reply_row_ui(View& view, const std::vector<std::string>& replies, Rect rect, Rect pane) {
    const float edge = rect.x - pane.x;
    float width = 2 * edge - kChipGap;
    for (const std::string& reply : replies) {
        width += chip_width({.label = reply}) + kChipGap;
    }
    // Higher than the chips by their focus ring.
    const Rect place = inset({pane.x, rect.y, pane.width, rect.height}, 0, -kRing);
    SideScroll row(view.ui, "reply-row", place, width);
    Rect rest = inset(row.content(), edge, kRing, 0, kRing);
    for (std::size_t i = 0; i < replies.size(); ++i) {
        const auto scope = view.ui.push(i);
        const Rect chip_place = cut_left(rest, chip_width({.label = replies[i]}), kChipGap);
        reply_ui(view, replies[i], chip_place);
        row.follow(view.ui.id("reply"), chip_place);
    }
}

void replies_ui(View& view, const std::vector<std::string>& replies, Rect rect, Rect pane) {
    const auto group = view.ui.group("replies", Role::Group, "Suggested replies", rect);
    const float risen = view.ui.arrival(view.ui.id("replies"), tokens().m_base);
    rect = moved(rect, 0, (1 - risen) * 4);
    if (one_row(view)) {
        reply_row_ui(view, replies, rect, pane);
        return;
    }
    reply_rows(replies, rect, [&](std::size_t i, Rect place) {
        const auto scope = view.ui.push(i);
        reply_ui(view, replies[i], place);
    });
}

ComposerSpec composer_spec(const View& view) {
    ComposerSpec spec;
    spec.disabled = !view.may_write;
    spec.placeholder = view.may_write ? "Answer, ask, or say what you have finished"
                                      : "Another tab is writing. Take over to go on here.";
    return spec;
}

void send_composed(View& view) {
    std::string& text = view.memory.composer;
    if (view.may_write && !ascii::is_blank(text)) {
        send(view, text);
        text.clear();
        view.ui.semantics().request_focus(view.memory.session.composer);
    }
}

// Send, or Stop while an answer is being written.
void send_or_stop_ui(View& view, Rect& row) {
    const ButtonSize size = row.height >= tokens().h_3 ? ButtonSize::Large : ButtonSize::Medium;
    if (view.engine.turn() == nullptr) {
        const ButtonSpec spec{.label = "Send",
                              .kind = ButtonKind::Primary,
                              .size = size,
                              .icon = kIconArrowUp,
                              .disabled = !view.may_write || ascii::is_blank(view.memory.composer)};
        if (button(view.ui, "send", cut_right(row, button_width(spec), 8), spec)) {
            send_composed(view);
        }
        return;
    }
    const ButtonSpec spec{
        .label = "Stop", .kind = ButtonKind::Line, .size = size, .icon = kIconSquare};
    if (button(view.ui, "stop", cut_right(row, button_width(spec), 8), spec)) {
        view.send(domain::StopReply{});
    }
    if (view.arrangement != Arrangement::Phone) {
        draw_text(view.ui, row, TextStyle::Meta, tokens().text_3, "Esc stops", Align::Right);
        cut_right(row, std::ceil(text_width(TextStyle::Meta, "Esc stops")), 8);
    }
}

bool holds_up(const std::vector<domain::PlannedTask>& tasks, const std::string& id) {
    return std::any_of(tasks.begin(), tasks.end(), [&](const domain::PlannedTask& task) {
        return task.id == id && !task.done && !task.skipped;
    });
}

// Neither done nor skipped, and what it needs is.
bool can_begin(const std::vector<domain::PlannedTask>& tasks, const domain::PlannedTask& task) {
    return !task.done && !task.skipped &&
           std::none_of(task.prerequisites.begin(),
                        task.prerequisites.end(),
                        [&](const std::string& id) { return holds_up(tasks, id); });
}

// The next task that delivers a document which is not there yet; null when there is none.
const domain::TaskSpec* next_to_draft(const View& view) {
    const std::vector<domain::PlannedTask>& tasks = view.derived.tasks;
    const auto next =
        std::find_if(tasks.begin(), tasks.end(), [&](const domain::PlannedTask& task) {
            return can_begin(tasks, task) && can_draft(view, task.id) &&
                   document_of_task(view, task.id) == nullptr;
        });
    return next == tasks.end() ? nullptr : domain::built_in_template().task(next->id);
}

// Asks for the next draft; what has been typed goes along as the wish.
void draft_ui(View& view, Rect& row) {
    const domain::TaskSpec* next = next_to_draft(view);
    if (next == nullptr) {
        return;
    }
    const std::string wish = domain::draft_wish(*view.project, next->document_kind);
    const std::string name = wish + " with me";
    std::string& typed = view.memory.composer;
    ButtonSpec spec{.label = wish,
                    .kind = ButtonKind::Quiet,
                    .icon = kIconPenLine,
                    .disabled = view.engine.turn() != nullptr,
                    .name = name,
                    .tooltip = ascii::is_blank(typed) ? "" : "What you have written goes along"};
    if (button_width(spec) > row.width) {
        spec.label = "Draft";
    }
    if (button(view.ui, "draft", cut_left(row, button_width(spec), 8), spec)) {
        send(view, ascii::is_blank(typed) ? name + "." : name + ": " + typed);
        typed.clear();
        view.ui.semantics().request_focus(view.memory.session.composer);
    }
}

void actions_ui(View& view, Rect row) {
    send_or_stop_ui(view, row);
    row = inset(row, -4, 0, 0, 0);
    draft_ui(view, row);
    const bool guide =
        view.connection.partner(view.workspace.settings).kind == domain::Partner::Kind::Guide;
    const bool waits =
        delivery_now(view.workspace, view.connection) == domain::Delivery::WhenConnected;
    const std::string_view note = waits ? "Waits for Claude" : "Guide, no AI";
    if (guide && row.width > badge_width(note) + 16) {
        badge(view.ui, inset(row, 4, 0, 0, 0), note, Tone::Plain);
    }
}

}  // namespace

float conversation_foot_height(View& view, float pane_width) {
    const float width = conversation_middle(view, {0, 0, pane_width, 0}).width;
    return replies_height(view, quick_replies(view), width) +
           composer_height(view.ui, view.memory.composer, composer_spec(view), width) +
           foot_padding(view);
}

void conversation_foot_ui(View& view, Rect pane) {
    Rect foot = conversation_middle(view, pane);
    const std::vector<std::string>& replies = quick_replies(view);
    const float height = replies_height(view, replies, foot.width);
    if (height > 0) {
        replies_ui(view, replies, cut_top(foot, height - kRepliesGap, kRepliesGap), pane);
    }
    cut_bottom(foot, foot_padding(view));
    const ComposerAnswer answer =
        composer(view.ui, "composer", foot, view.memory.composer, composer_spec(view));
    view.memory.session.composer = answer.field.id;
    actions_ui(view, answer.row);
    if (answer.field.submitted) {
        send_composed(view);
    }
}

const domain::PlannedTask* current_task(const std::vector<domain::PlannedTask>& tasks) {
    const auto next =
        std::find_if(tasks.begin(), tasks.end(), [&](const domain::PlannedTask& task) {
            return can_begin(tasks, task);
        });
    return next == tasks.end() ? nullptr : &*next;
}

bool can_draft(const View& view, const std::string& task_id) {
    const domain::TaskSpec* task = domain::built_in_template().task(task_id);
    return view.may_write && task != nullptr && !task->document_kind.empty();
}

void draft_with_me(View& view, const std::string& task_id) {
    const domain::TaskSpec* task = domain::built_in_template().task(task_id);
    if (task == nullptr || task->document_kind.empty()) {
        return;
    }
    view.memory.screen = Screen::Session;
    send(view, domain::draft_wish(*view.project, task->document_kind) + " with me.");
}

}  // namespace atrium::shell
