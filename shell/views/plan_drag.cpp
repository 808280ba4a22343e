#include "shell/views/plan_drag.h"

#include <algorithm>
#include <cmath>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/plan_template.h"
#include "imgui.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

void PlanDragging::row(const domain::PlannedTask& task, Rect rect, bool handle_held) {
    rows_.push_back({task.id, task.phase, rect});
    PlanDrag& drag = view_.memory.plan_drag;
    if (!handle_held || drag.cancelled || !view_.ui.pointer().down) {
        return;
    }
    if (drag.task.empty()) {
        drag.task = task.id;
        drag.began_at = view_.ui.pointer().y;
    }
}

PlanDragging::Landing PlanDragging::landing() const {
    const Pointer& pointer = view_.ui.pointer();
    const std::string& task = view_.memory.plan_drag.task;
    const auto own =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.task == task; });
    if (own == rows_.end() || pointer.x < table_.x || pointer.x > table_.right()) {
        return {};
    }
    std::vector<const Row*> phase;
    for (const Row& row : rows_) {
        if (row.phase == own->phase) {
            phase.push_back(&row);
        }
    }
    const float reach = own->rect.height / 2;
    const float bottom = phase.back()->rect.bottom();
    if (pointer.y < phase.front()->rect.y - reach || pointer.y > bottom + reach) {
        return {};
    }
    const auto next = std::find_if(phase.begin(), phase.end(), [&](const Row* row) {
        return pointer.y < row->rect.y + row->rect.height / 2;
    });
    Landing landing{.found = true, .y = bottom};
    if (next != phase.end()) {
        landing.before = (*next)->task;
        landing.y = (*next)->rect.y;
    }
    const bool after_itself = next != phase.begin() && (*(next - 1))->task == task;
    landing.changes = landing.before != task && !after_itself;
    return landing;
}

bool PlanDragging::is_allowed(const Landing& landing) const {
    domain::PlanChange change{.kind = domain::PlanChange::Kind::Move,
                              .task_id = view_.memory.plan_drag.task};
    change.before = landing.before;
    const auto events =
        domain::plan_change_events(view_.workspace, *view_.project, change, "creator");
    return events && !events.value().empty();
}

void PlanDragging::draw(const Landing& landing) {
    const Tokens& t = tokens();
    Ui& ui = view_.ui;
    const bool lands = landing.changes && is_allowed(landing);
    if (lands) {
        constexpr float kKnob = 4;
        circle(ui, table_.x + 8 + kKnob, landing.y, kKnob, t.accent);
        fill(ui, {table_.x + 8 + kKnob, landing.y - 1, table_.width - 16 - kKnob, 2}, t.accent);
    }
    ImGui::SetMouseCursor(lands || !landing.changes ? ImGuiMouseCursor_ResizeAll
                                                    : ImGuiMouseCursor_NotAllowed);
    const auto layer = ui.on_layer(Layer::Tooltip);
    const std::string title = domain::task_title(*view_.project, view_.memory.plan_drag.task);
    const float width = std::ceil(text_width(TextStyle::Dense, title)) + 24;
    const Rect label{ui.pointer().x + 12, ui.pointer().y - scaled(16), width, scaled(32)};
    shadow(ui, label, t.r_1);
    panel(ui, label, t.surface_2, t.hairline, t.r_1);
    draw_text(ui, inset(label, 12, 0), TextStyle::Dense, t.text_1, title);
}

// Beside the table is nowhere: that is how one changes one's mind.
void PlanDragging::refuse_other_phase() {
    const Pointer& pointer = view_.ui.pointer();
    const std::string& task = view_.memory.plan_drag.task;
    const auto own =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.task == task; });
    const auto below = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) {
        return contains(
            {table_.x, row.rect.y, table_.width, row.rect.height}, pointer.x, pointer.y);
    });
    if (own == rows_.end() || below == rows_.end() || below->phase == own->phase) {
        return;
    }
    const domain::Phase* phase = domain::built_in_template().phase(own->phase);
    view_.ui.toast({.key = "other-phase",
                    .text = "\"" + domain::task_title(*view_.project, task) + "\" belongs to " +
                            (phase != nullptr ? phase->title : "its phase") +
                            ". A task can be moved within its phase.",
                    .alert = true});
}

void PlanDragging::end(Rect pane, ScrollState& scroll) {
    constexpr float kDragThreshold = 4;  // pixels
    PlanDrag& drag = view_.memory.plan_drag;
    const Pointer& pointer = view_.ui.pointer();
    if (!drag.task.empty() && view_.ui.semantics().escape_pressed()) {
        drag = {.cancelled = true};
        view_.ui.wake_in(0);
    }
    if (drag.task.empty()) {
        drag.cancelled = drag.cancelled && pointer.down;
        return;
    }
    drag.moved = drag.moved || std::fabs(pointer.y - drag.began_at) > kDragThreshold;
    const Landing there = drag.moved ? landing() : Landing{};
    if (pointer.down) {
        if (drag.moved) {
            draw(there);
            scroll_at_edge(view_.ui, pane, scroll);
        }
        return;
    }
    if (pointer.went_up && there.changes) {
        // What is not allowed is refused by the core, with its sentence.
        view_.send(domain::MoveTask{drag.task, there.before});
    } else if (pointer.went_up && drag.moved && !there.found) {
        refuse_other_phase();
    }
    drag = {};
    view_.ui.wake_in(0);
}

}  // namespace atrium::shell
