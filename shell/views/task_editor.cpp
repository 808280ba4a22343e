#include "shell/views/task_editor.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "core/protocol/ascii.h"
#include "shell/ui/buttons.h"
#include "shell/ui/fields.h"
#include "shell/ui/overlays.h"
#include "shell/views/typed_number.h"

namespace atrium::shell {

namespace {

constexpr float kWidth = 480;
constexpr float kInner = kWidth - 2 * 24;
constexpr float kGap = 16;
constexpr int kMostTitle = 120;
constexpr int kMostNote = 500;

void open_with(View& view, TaskEditor editor) {
    editor.open = true;
    view.memory.task_editor = std::move(editor);
}

int phase_index(const TaskEditor& editor) {
    const auto& phases = domain::built_in_template().phases;
    const auto found = std::find_if(phases.begin(), phases.end(), [&](const domain::Phase& phase) {
        return phase.number == editor.phase;
    });
    return static_cast<int>(found - phases.begin());
}

void phase_field(View& view, Rect rect, TaskEditor& editor) {
    const auto& phases = domain::built_in_template().phases;
    std::vector<std::string_view> titles;
    for (const domain::Phase& phase : phases) {
        titles.push_back(phase.title);
    }
    int selected = phase_index(editor);
    if (select(view.ui, "phase", rect, titles, selected, {.label = "Phase"})) {
        editor.phase = phases[static_cast<std::size_t>(selected)].number;
    }
}

bool has_title(const TaskEditor& editor) {
    return !ascii::is_blank(editor.title);
}

// False, with a sentence below the field, where something is missing or the hours are no number.
bool save(View& view, TaskEditor& editor) {
    const std::optional<double> hours = typed_number(editor.hours, view.formats);
    editor.wrong_title = has_title(editor) ? "" : "Please say what is to be done.";
    editor.wrong_hours = hours && *hours > 0 ? "" : "Please give hours, such as 1.5.";
    if (!editor.wrong_title.empty() || !editor.wrong_hours.empty()) {
        return false;
    }
    if (editor.task_id.empty()) {
        view.send(domain::AddTask{editor.title, editor.phase, *hours, {}, editor.note});
    } else {
        view.send(domain::EditTask{
            editor.task_id, editor.title, editor.phase, *hours, editor.prerequisites, editor.note});
    }
    return true;
}

}  // namespace

void open_task_editor(View& view, int phase) {
    open_with(view, {.phase = phase, .hours = "1"});
}

void open_task_editor(View& view, const domain::AddedTask& task) {
    open_with(view,
              {.task_id = task.id,
               .title = task.title,
               .phase = task.phase,
               .hours = number_to_type(task.hours, view.formats),
               .prerequisites = task.prerequisites,
               .note = task.note});
}

void task_editor_ui(View& view) {
    TaskEditor& editor = view.memory.task_editor;
    if (!editor.open || view.project == nullptr) {
        return;
    }
    const FieldSpec title{.label = "What is to be done?",
                          .why = "One line.",
                          .error = editor.wrong_title,
                          .max_length = kMostTitle};
    const FieldSpec hours{.label = "Hours",
                          .why = "Your estimate.",
                          .error = editor.wrong_hours,
                          .kind = FieldKind::Decimal,
                          .max_length = 6};
    const FieldSpec note{.label = "Note",
                         .why = "Optional.",
                         .kind = FieldKind::Multiline,
                         .area_height = 72,
                         .max_length = kMostNote};
    const float line = field_height(view.ui, title, scaled(kInner));
    const float area = field_height(view.ui, note, scaled(kInner));
    Dialog dialog(view.ui,
                  "task-editor",
                  {.title = editor.task_id.empty() ? "Add a task" : "Change this task",
                   .width = kWidth,
                   .body_height = 2 * line + area + 2 * kGap});
    Flow flow(dialog.body(), kGap);
    field(view.ui, "title", flow.next(line), editor.title, title);
    const Rect row = flow.next(line);
    phase_field(view, column(row, 0, 2, kGap), editor);
    field(view.ui, "hours", column(row, 1, 2, kGap), editor.hours, hours);
    field(view.ui, "note", flow.next(area), editor.note, note);
    Rect buttons = dialog.buttons();
    const ButtonSpec add{.label = editor.task_id.empty() ? "Add it" : "Save",
                         .kind = ButtonKind::Primary,
                         .size = ButtonSize::Large};
    const bool saves =
        button(view.ui, "save", cut_right(buttons, button_width(add), 8), add) || dialog.entered();
    const bool cancels = cancel_button(view.ui, buttons);
    if ((saves && save(view, editor)) || cancels || dialog.dismissed()) {
        editor.open = false;
    }
}

}  // namespace atrium::shell
