// Plan: every task with its dates, on a time axis where there is room, and one task in full.
#include <algorithm>
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
constexpr float kPhaseRow = 36;

struct Number {
    std::string name;
    std::string value;
    std::string note;
    Color note_color = 0;
};

std::vector<Number> numbers(const View& view) {
    const Tokens& t = tokens();
    const domain::Schedule& plan = view.derived.schedule;
    const double weekly = view.workspace.profile ? view.workspace.profile->hours_per_week : 0;
    std::vector<Number> all = {
        {"Left before opening",
         domain::hours_text(plan.hours_before_opening, view.formats),
         "of work",
         t.text_3},
        {"Your week", domain::hours_text(weekly, view.formats), "for this", t.text_3},
    };
    if (!plan.target) {
        all.push_back({"Earliest opening",
                       domain::short_date(plan.earliest_opening, view.formats),
                       "",
                       t.text_3});
        return all;
    }
    all.push_back({"Doors open", domain::short_date(*plan.target, view.formats), "", t.text_3});
    const double spare = domain::in_halves(plan.hours_to_spare);
    const Color color = plan.state == domain::TimelineState::OnTrack  ? t.success
                        : plan.state == domain::TimelineState::AtRisk ? t.warning
                                                                      : t.danger;
    all.push_back({spare < 0 ? "Short by" : "Spare hours",
                   domain::hours_text(std::abs(spare), view.formats),
                   domain::timeline_state_label(plan.state),
                   color});
    return all;
}

constexpr float kNumberHeight = 44;
constexpr float kNumberGap = 33;  // a rule stands in the middle
constexpr float kNumberRowGap = 12;

float number_width(const Number& number) {
    const float note = text_width(TextStyle::Dense, number.note);
    const float value = text_width(TextStyle::Title, number.value) + (note > 0 ? 6 + note : 0);
    return std::max(text_width(TextStyle::Meta, number.name), value) + 2;
}

void number_ui(View& view, Rect cell, const Number& number) {
    const Tokens& t = tokens();
    const float value = text_width(TextStyle::Title, number.value);
    const float note = text_width(TextStyle::Dense, number.note);
    label(view.ui, cut_top(cell, 16, 2), TextStyle::Meta, t.text_3, number.name);
    label(view.ui, Rect{cell.x, cell.y, value + 1, 28}, TextStyle::Title, t.text_1, number.value);
    if (note > 0) {
        label(view.ui,
              Rect{cell.x + value + 6, cell.y + 3, note + 1, 24},
              TextStyle::Dense,
              number.note_color,
              number.note);
    }
}

// The figures side by side, in as many rows as they need; a rule between two of one row. Calls
// use(number, cell) for each; returns the height.
template <typename Use>
float place_numbers(View& view, Rect rect, Use use) {
    float x = rect.x;
    float y = rect.y;
    for (const Number& number : numbers(view)) {
        const float width = number_width(number);
        if (x > rect.x && x + width > rect.right()) {
            x = rect.x;
            y += kNumberHeight + kNumberRowGap;
        }
        use(number, Rect{x, y, width, kNumberHeight});
        x += width + kNumberGap;
    }
    return y + kNumberHeight - rect.y;
}

float numbers_height(View& view, float width) {
    return place_numbers(view, {0, 0, width, 0}, [](const Number&, Rect) {});
}

void numbers_row(View& view, Rect rect) {
    place_numbers(view, rect, [&](const Number& number, Rect cell) {
        if (cell.x > rect.x) {
            vertical_rule(view.ui, cell.x - std::ceil(kNumberGap / 2), cell.y, cell.height);
        }
        number_ui(view, cell, number);
    });
}

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

// A row of the table: tick, title, and hours with dates at the right.
void table_row(View& view,
               PlanDragging& dragging,
               Rect row,
               const domain::PlannedTask& task,
               const domain::PlannedTask* current) {
    const std::string& dragged = view.memory.plan_drag.task;
    const std::string right =
        domain::hours_text(task.hours, view.formats) + "  ·  " + dates_of(view, task);
    const PlanRowAnswer answer =
        plan_row(view.ui,
                 task.id,
                 row,
                 {.label = domain::task_title(*view.project, task.id),
                  .hours = right,
                  .state = tick_state(view, task, current),
                  .selected = task.id == view.memory.selected_task || task.id == dragged,
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

void phase_rows(View& view, PlanDragging& dragging, Flow& flow, int phase, const TimeAxis* axis) {
    const domain::PlannedTask* current = current_task(view.derived.tasks);
    for (const domain::PlannedTask& task : view.derived.tasks) {
        if (task.phase != phase) {
            continue;
        }
        const Rect row = flow.next(view.ui.touch() ? 44 : kRow);
        table_row(view, dragging, row, task, current);
        if (axis != nullptr) {
            timeline_bar(view, *axis, beside(*axis, row), task);
        }
    }
}

void rows_with_timeline(View& view, PlanDragging& dragging, Rect table, const TimeAxis* axis) {
    Flow flow(table);
    for (const domain::Phase& phase : domain::built_in_template().phases) {
        const auto scope = view.ui.push(phase.id);
        const auto chosen = view.memory.phase_open.find(phase.number);
        const bool open = chosen == view.memory.phase_open.end() || chosen->second;
        const Rect head = flow.next(view.ui.touch() ? 44 : kPhaseRow);
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
            phase_rows(view, dragging, flow, phase.number, axis);
        }
        flow.skip(4);
        if (axis != nullptr) {
            horizontal_rule(view.ui, table.x, flow.y() - 1, axis->rect.right() - table.x);
        }
    }
}

float rows_height(const View& view) {
    const float phase_row = view.ui.touch() ? 44 : kPhaseRow;
    const float task_row = view.ui.touch() ? 44 : kRow;
    float height = 0;
    for (const domain::Phase& phase : domain::built_in_template().phases) {
        height += phase_row + 4;
        const auto chosen = view.memory.phase_open.find(phase.number);
        if (chosen == view.memory.phase_open.end() || chosen->second) {
            height += task_row * static_cast<float>(std::count_if(
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
    const bool has_axis = content.width > kTableWidth + 320;
    const float rows = rows_height(view);
    if (!has_axis) {
        const Rect table{content.x, content.y, content.width, rows};
        PlanDragging dragging(view, table);
        rows_with_timeline(view, dragging, table, nullptr);
        dragging.end(rect, scroll);
        area.end(rows + 40);
        return;
    }
    const Rect box{content.x, content.y, content.width, kHeadHeight + rows + 8};
    panel(view.ui, box, t.surface_2, t.hairline, t.r_3);
    Rect left{box.x, box.y, kTableWidth, box.height};
    draw_text(
        view.ui, Rect{left.x + 16, left.y + 28, 200, 20}, TextStyle::MetaMedium, t.text_3, "Task");
    draw_text(view.ui,
              Rect{left.x, left.y + 28, left.width - 24, 20},
              TextStyle::MetaMedium,
              t.text_3,
              "Hours and dates",
              Align::Right);
    vertical_rule(view.ui, left.right(), box.y, box.height);
    const TimeAxis axis =
        time_axis(view, Rect{left.right() + 9, box.y, box.right() - left.right() - 17, box.height});
    view.ui.push_clip(box);
    timeline_ground(view, axis, kHeadHeight, box.bottom());
    horizontal_rule(view.ui, box.x, box.y + kHeadHeight - 1, box.width);
    const Rect table{left.x, box.y + kHeadHeight, left.width, rows};
    PlanDragging dragging(view, table);
    rows_with_timeline(view, dragging, table, &axis);
    timeline_lines(view, axis, kHeadHeight, box.bottom());
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
        Rect detail = cut_right(rect, std::min(kDetailWidth, rect.width / 2));
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
    const float numbers = numbers_height(view, numbers_width);
    numbers_row(view, inset(cut_top(rect, numbers + 28), padding, 14));
    const std::string& note = domain::built_in_template().hours_note;
    if (!note.empty() && view.arrangement != Arrangement::Phone) {
        const Rect foot = inset(cut_bottom(rect, 32), padding, 0);
        label(view.ui, foot, TextStyle::Meta, tokens().text_3, note);
    }
    table_ui(view, rect);
}

}  // namespace atrium::shell
