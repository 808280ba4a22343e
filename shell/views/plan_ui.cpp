// Plan: every task with its dates, on a time axis where there is room, and one task in full.
#include <algorithm>
#include <cmath>
#include <string>

#include "core/domain/number_text.h"
#include "core/domain/plan_hours.h"
#include "core/domain/plan_template.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/paint.h"
#include "shell/ui/plan_list.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/conversation_composer.h"
#include "shell/views/plan_drag.h"
#include "shell/views/plan_numbers.h"
#include "shell/views/plan_rows.h"
#include "shell/views/plan_timeline.h"
#include "shell/views/screens.h"
#include "shell/views/task_detail.h"
#include "shell/views/task_editor.h"

namespace atrium::shell {
namespace {

constexpr float kDetailWidth = 400;
constexpr float kTableWidth = 440;
constexpr float kHeadHeight = 52;
constexpr float kRow = 28;
constexpr float kTwoLineRow = 44;
constexpr float kPhaseRow = 36;
constexpr float kTouchRow = 44;
constexpr float kNarrowestAxis = 320;

std::string dates_of(const View& view, const domain::PlannedTask& task) {
    if (task.done) {
        return "done";
    }
    if (task.skipped) {
        return "skipped";
    }
    const domain::ScheduledTask* planned = view.derived.schedule.task(task.id);
    return planned == nullptr ? "" : day_range(planned->start, planned->end, view.formats);
}

std::string hours_and_dates(const View& view, const domain::PlannedTask& task) {
    return domain::hours_text(task.hours, view.formats) + "  ·  " + dates_of(view, task);
}

// How the rows of the table stand in a width.
struct RowShape {
    float phase = 0;  // heights
    float task = 0;
    bool dates_below = false;  // a title and its dates do not fit beside one another
};

RowShape row_shape(const View& view, float width) {
    const bool touch = view.ui.touch();
    const bool below = std::any_of(
        view.derived.tasks.begin(), view.derived.tasks.end(), [&](const domain::PlannedTask& task) {
            const std::string title = domain::task_title(*view.project, task.id);
            const std::string right = hours_and_dates(view, task);
            const PlanRowSpec spec{.label = title, .hours = right, .movable = view.may_write};
            return plan_row_width(spec, touch) > width;
        });
    const float words = plan_row_label_width(width, view.may_write, touch);
    const bool wraps = std::any_of(
        view.derived.tasks.begin(), view.derived.tasks.end(), [&](const domain::PlannedTask& task) {
            return text_width(TextStyle::Dense, domain::task_title(*view.project, task.id)) > words;
        });
    const float least = touch ? kTouchRow : 0;
    const float second = wraps ? line_height(TextStyle::Dense) : 0;
    return {std::max(scaled(kPhaseRow), least),
            std::max(scaled(below ? kTwoLineRow : kRow) + (below ? second : 0), least),
            below};
}

// A row of the table: tick, title, and hours with dates at the right or below.
void table_row(View& view,
               PlanDragging& dragging,
               Rect row,
               const RowShape& shape,
               const domain::PlannedTask& task,
               const domain::PlannedTask* current) {
    const std::string& dragged = view.memory.plan_drag.task;
    const std::string right = hours_and_dates(view, task);
    const PlanRowAnswer answer =
        plan_row(view.ui,
                 task.id,
                 row,
                 {.label = domain::task_title(*view.project, task.id),
                  .hours = right,
                  .state = tick_state(view, task, current),
                  .selected = task.id == view.memory.selected_task || task.id == dragged,
                  .hours_below = shape.dates_below,
                  .movable = view.may_write});
    dragging.row(task, row, answer.handle_held);
    if (answer.ticked) {
        toggle_task(view, task);
    } else if (answer.opened) {
        view.memory.selected_task = task.id;
    }
}

// The part of the time axis beside a row.
Rect beside(const TimeAxis& axis, Rect row) {
    return {axis.rect.x, row.y, axis.rect.width, row.height};
}

void phase_rows(View& view,
                PlanDragging& dragging,
                Flow& flow,
                const RowShape& shape,
                int phase,
                const TimeAxis* axis) {
    const domain::PlannedTask* current = current_task(view.derived.tasks);
    for (const domain::PlannedTask& task : view.derived.tasks) {
        if (task.phase != phase) {
            continue;
        }
        const Rect row = flow.next(shape.task);
        table_row(view, dragging, row, shape, task, current);
        if (axis != nullptr) {
            timeline_bar(view, *axis, beside(*axis, row), task);
        }
    }
}

void rows_with_timeline(
    View& view, PlanDragging& dragging, Rect table, const RowShape& shape, const TimeAxis* axis) {
    Flow flow(table);
    for (const domain::Phase& phase : domain::built_in_template().phases) {
        const auto scope = view.ui.push(phase.id);
        const auto chosen = view.memory.phase_open.find(phase.number);
        const bool open = chosen == view.memory.phase_open.end() || chosen->second;
        const Rect head = flow.next(shape.phase);
        const std::string note = phase_note(view.derived.tasks, phase.number, view.formats);
        if (phase_header(
                view.ui, "header", head, {.label = phase.title, .note = note, .open = open})) {
            view.memory.phase_open[phase.number] = !open;
        }
        if (axis != nullptr) {
            timeline_phase(view, *axis, beside(*axis, head), phase.number);
        }
        auto list = view.ui.group("tasks", Role::List, phase.title, head);
        if (open) {
            phase_rows(view, dragging, flow, shape, phase.number, axis);
        }
        flow.skip(4);
        if (axis != nullptr) {
            horizontal_rule(view.ui, table.x, flow.y() - 1, axis->rect.right() - table.x);
        }
    }
}

float rows_height(const View& view, const RowShape& shape) {
    float height = 0;
    for (const domain::Phase& phase : domain::built_in_template().phases) {
        height += shape.phase + 4;
        const auto chosen = view.memory.phase_open.find(phase.number);
        if (chosen == view.memory.phase_open.end() || chosen->second) {
            height +=
                shape.task * static_cast<float>(std::count_if(
                                 view.derived.tasks.begin(),
                                 view.derived.tasks.end(),
                                 [&](const auto& task) { return task.phase == phase.number; }));
        }
    }
    return height;
}

void table_ui(View& view, Rect rect) {
    const Tokens& t = tokens();
    ScrollState& scroll = view.memory.scrolls["plan"];
    ScrollArea area(view.ui, "plan", rect, scroll);
    const float padding = view.arrangement == Arrangement::Phone ? 8.0f : 24.0f;
    Rect content = inset(area.content(), padding, 0);
    content.y += 16;
    const bool has_axis = content.width > scaled(kTableWidth + kNarrowestAxis);
    const RowShape shape = row_shape(view, has_axis ? scaled(kTableWidth) : content.width);
    const float rows = rows_height(view, shape);
    if (!has_axis) {
        const Rect table{content.x, content.y, content.width, rows};
        PlanDragging dragging(view, table);
        rows_with_timeline(view, dragging, table, shape, nullptr);
        dragging.end(rect, scroll);
        area.end(rows + 40);
        return;
    }
    const Rect box{content.x, content.y, content.width, scaled(kHeadHeight) + rows + 8};
    panel(view.ui, box, t.surface_2, t.hairline, t.r_3);
    const Rect left{box.x, box.y, scaled(kTableWidth), box.height};
    const float captions = box.y + scaled(kHeadHeight - 24);
    draw_text(view.ui,
              Rect{left.x + 16, captions, 200, scaled(20)},
              TextStyle::MetaMedium,
              t.text_3,
              "Task");
    draw_text(view.ui,
              Rect{left.x, captions, left.width - 24, scaled(20)},
              TextStyle::MetaMedium,
              t.text_3,
              "Hours and dates",
              Align::Right);
    vertical_rule(view.ui, left.right(), box.y, box.height);
    const TimeAxis axis =
        time_axis(view, Rect{left.right() + 9, box.y, box.right() - left.right() - 17, box.height});
    view.ui.push_clip(box);
    timeline_ground(view, axis, scaled(kHeadHeight), box.bottom());
    horizontal_rule(view.ui, box.x, box.y + scaled(kHeadHeight) - 1, box.width);
    const Rect table{left.x, box.y + scaled(kHeadHeight), left.width, rows};
    PlanDragging dragging(view, table);
    rows_with_timeline(view, dragging, table, shape, &axis);
    timeline_lines(view, axis, scaled(kHeadHeight), box.bottom());
    dragging.end(rect, scroll);
    view.ui.pop_clip();
    area.end(box.height + 40);
}

}  // namespace

void plan_ui(View& view, Rect rect) {
    if (view.project == nullptr) {
        return;
    }
    const bool has_detail = !view.memory.selected_task.empty();
    if (has_detail && view.arrangement == Arrangement::Phone) {
        task_detail_ui(view, rect);
        return;
    }
    if (has_detail) {
        Rect detail = cut_right(rect, std::min(scaled(kDetailWidth), std::round(rect.width / 2)));
        fill(view.ui, detail, tokens().surface_0);
        vertical_rule(view.ui, detail.x, detail.y, detail.height);
        task_detail_ui(view, detail);
    }
    courtyard(view.ui, rect);
    const float padding = view.arrangement == Arrangement::Phone ? 16.0f : 24.0f;
    Rect head = pane_head(view.ui, rect, "Plan", padding);
    const ButtonSpec add{.label = "Add a task", .icon = kIconPlus, .disabled = !view.may_write};
    if (button(view.ui, "add", cut_right(head, button_width(add)), add)) {
        const domain::PlannedTask* current = current_task(view.derived.tasks);
        open_task_editor(view, current == nullptr ? 1 : current->phase);
    }
    const float numbers_width = rect.width - 2 * padding;
    const float numbers = plan_numbers_height(view, numbers_width);
    plan_numbers_ui(view, inset(cut_top(rect, numbers + 28), padding, 14));
    const std::string& note = domain::built_in_template().hours_note;
    if (!note.empty() && text_width(TextStyle::Meta, note) <= rect.width - 2 * padding) {
        const Rect foot = inset(cut_bottom(rect, scaled(32)), padding, 0);
        label(view.ui, foot, TextStyle::Meta, tokens().text_3, note);
    }
    table_ui(view, rect);
}

}  // namespace atrium::shell
