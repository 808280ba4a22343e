#include <cmath>

#include "core/domain/number_text.h"
#include "core/domain/plan_hours.h"
#include "core/domain/plan_template.h"
#include "shell/ui/cards.h"
#include "shell/ui/paint.h"
#include "shell/ui/plan_list.h"
#include "shell/ui/progress.h"
#include "shell/ui/text.h"
#include "shell/views/conversation_composer.h"
#include "shell/views/plan_rows.h"
#include "shell/views/screens.h"
#include "shell/views/side_head.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

using domain::PlannedTask;

void task_row(View& view, Rect rect, const PlannedTask& task, const PlannedTask* current) {
    const std::string title = domain::task_title(*view.project, task.id);
    const std::string hours = domain::hours_text(task.hours, view.formats);
    const bool open = !task.done && !task.skipped;
    // Fingers cannot point without pressing; they find it in the task's details.
    const bool drafts =
        open && !view.ui.touch() && view.engine.turn() == nullptr && can_draft(view, task.id);
    const PlanRowAnswer answer =
        plan_row(view.ui,
                 task.id,
                 rect,
                 {.label = title,
                  .hours = hours,
                  .state = tick_state(view, task, current),
                  .selected = false,
                  .action = drafts ? std::string_view("Draft") : std::string_view(),
                  .action_icon = kIconPenLine});
    if (answer.ticked) {
        toggle_task(view, task);
    } else if (answer.action) {
        draft_with_me(view, task.id);
    } else if (answer.opened) {
        view.memory.selected_task = task.id;
        view.memory.screen = Screen::Plan;
    }
}

// A finished phase folds by itself; what the person opened or closed stays so.
bool phase_is_open(const View& view, int phase, const PlannedTask* current) {
    const auto chosen = view.memory.phase_open.find(phase);
    if (chosen != view.memory.phase_open.end()) {
        return chosen->second;
    }
    return phase < domain::kOpeningPhase || (current != nullptr && current->phase == phase);
}

void rows_ui(View& view, Rect rect) {
    const std::vector<PlannedTask>& tasks = view.derived.tasks;
    const PlannedTask* current = current_task(tasks);
    ScrollArea area(view.ui, "plan-rows", rect, view.memory.scrolls["plan-pane"]);
    const auto list = view.ui.group("plan", Role::List, "Tasks", rect);
    Flow flow(inset(area.content(), 0, 8, 0, 0));
    for (const domain::Phase& phase : domain::built_in_template().phases) {
        const bool open = phase_is_open(view, phase.number, current);
        const std::string note = phase_note(tasks, phase.number, view.formats);
        const auto scope = view.ui.push(phase.id);
        const auto item =
            view.ui.group("phase", Role::ListItem, phase.title, {rect.x, flow.y(), rect.width, 0});
        if (phase_header(view.ui,
                         "header",
                         flow.next(tokens().h_3),
                         {.label = phase.title, .note = note, .open = open})) {
            view.memory.phase_open[phase.number] = !open;
        }
        if (!open) {
            continue;
        }
        const auto rows = view.ui.group("tasks", Role::List, phase.title, rect);
        for (const PlannedTask& task : tasks) {
            if (task.phase == phase.number) {
                task_row(view, flow.next(tokens().h_2), task, current);
            }
        }
    }
    area.end(8 + flow.used() + 8);
}

struct WeekWords {
    std::string title = "Next week";
    std::string value = "nothing planned";
    float percent = 0;
};

WeekWords week_words(const View& view) {
    WeekWords words;
    for (const domain::WeekLoad& week : view.derived.schedule.weeks) {
        const bool is_present = week.monday <= view.context.today;
        if (week.monday.days + 7 <= view.context.today.days) {
            continue;
        }
        words.title = is_present ? "This week" : "Next week";
        words.value = domain::week_text(week.planned_hours, week.possible_hours, view.formats);
        words.percent = week.possible_hours > 0
                            ? static_cast<float>(100 * week.planned_hours / week.possible_hours)
                            : 0;
        // Friday's plan is next week's: from then on the present week has little left to say.
        constexpr int kFriday = 4;
        if (!is_present || domain::weekday(view.context.today) < kFriday) {
            break;
        }
    }
    return words;
}

std::string next_absence(const View& view) {
    const domain::Absence* next = nullptr;
    if (view.workspace.profile) {
        for (const domain::Absence& away : view.workspace.profile->away) {
            const bool is_next =
                away.last >= view.context.today && (next == nullptr || away.first < next->first);
            next = is_next ? &away : next;
        }
    }
    return next == nullptr ? "" : away_text(*next, view.formats);
}

float week_height(const std::string& absence) {
    const float note = absence.empty() ? 0 : 8 + line_height(TextStyle::Meta);
    return 16 + scaled(20) + 8 + 6 + note + 16;
}

void week_ui(View& view, Rect rect, const std::string& absence) {
    const Tokens& t = tokens();
    horizontal_rule(view.ui, rect.x, rect.y, rect.width);
    rect = inset(rect, 16);
    const WeekWords words = week_words(view);
    Rect line = cut_top(rect, scaled(20), 8);
    const float title = std::ceil(text_width(TextStyle::DenseMedium, words.title));
    draw_text(view.ui, cut_left(line, title, 8), TextStyle::DenseMedium, t.text_1, words.title);
    draw_text(view.ui, line, TextStyle::Meta, t.text_2, words.value, Align::Right);
    meter(view.ui,
          "week",
          cut_top(rect, 6, 8),
          {.name = words.title, .percent = words.percent, .words = words.value});
    if (!absence.empty()) {
        label(view.ui, rect, TextStyle::Meta, t.text_3, absence, Align::Left, "away");
    }
}

}  // namespace

void plan_pane_ui(View& view, Rect rect) {
    const Tokens& t = tokens();
    fill(view.ui, rect, t.surface_0);
    const auto pane = view.ui.group("plan-pane", Role::Complementary, "Plan", rect);
    const Rect head = side_head(view, rect, "Plan");
    const double left = view.derived.schedule.hours_before_opening;
    const std::string words = left > 0
                                  ? domain::hours_text(left, view.formats) + " left before opening"
                                  : std::string("ready to open");
    label(view.ui, head, TextStyle::Meta, t.text_3, words, Align::Right, "hours-left");
    const std::string absence = next_absence(view);
    week_ui(view, cut_bottom(rect, week_height(absence)), absence);
    rows_ui(view, rect);
}

}  // namespace atrium::shell
