#include "shell/views/task_detail.h"

#include <algorithm>
#include <string>

#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/fields.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/conversation_composer.h"
#include "shell/views/plan_rows.h"
#include "shell/views/task_editor.h"
#include "shell/views/typed_number.h"

namespace atrium::shell {
namespace {

constexpr float kPadding = 24;

class Detail {
 public:
    Detail(View& view, const domain::CreatorTask& own, const domain::PlannedTask& task, Flow flow)
        : view_(view), own_(own), spec_(own.spec), task_(task), flow_(flow) {}

    float draw() {
        text(TextStyle::Title, tokens().text_1, "title", spec_.title);
        flow_.skip(4);
        text(TextStyle::Dense, tokens().text_2, "when", when());
        flow_.skip(16);
        actions();
        flow_.skip(16);
        text(TextStyle::Read, tokens().text_1, "guidance", spec_.guidance);
        section("You will have", spec_.deliverable);
        section("Done when", spec_.definition_of_done);
        checks();
        platform_note();
        section("For you", lines(own_.steps));
        section("Money", spec_.cost_note);
        flow_.skip(20);
        hours();
        return flow_.used();
    }

 private:
    void text(TextStyle style, Color color, const char* key, const std::string& words) {
        const Rect place = flow_.next(paragraph_height(view_.ui, style, words, flow_.width()));
        paragraph(view_.ui, key, place.x, place.y, place.width, style, color, words);
    }

    void section(const char* title, const std::string& words) {
        if (words.empty()) {
            return;
        }
        flow_.skip(20);
        heading(view_.ui, flow_.next(scaled(20)), 3, TextStyle::BodyMedium, tokens().text_1, title);
        flow_.skip(4);
        text(TextStyle::Body, tokens().text_2, title, words);
    }

    void checks() {
        flow_.skip(8);
        for (const std::string& check : spec_.checks) {
            flow_.skip(4);
            const float height =
                paragraph_height(view_.ui, TextStyle::Body, check, flow_.width() - scaled(16) - 8);
            Rect row = flow_.next(height);
            const Rect sign = cut_left(row, scaled(16), 8);
            const Rect line{sign.x, sign.y, sign.width, line_height(TextStyle::Body)};
            if (task_.done) {
                icon(view_.ui, line, kIconCheck, 14, tokens().accent);
            } else {
                circle(view_.ui,
                       line.x + line.width / 2,
                       line.y + line.height / 2,
                       2,
                       tokens().text_3);
            }
            paragraph(
                view_.ui, check, row.x, row.y, row.width, TextStyle::Body, tokens().text_2, check);
        }
    }

    void platform_note() {
        const auto* platform = domain::current_slots<domain::PlatformSlots>(*view_.project);
        if (platform == nullptr || platform->name == "discord") {
            section("On Discord", spec_.discord_note);
        }
        if (platform == nullptr || platform->name == "circle") {
            section("On Circle", spec_.circle_note);
        }
    }

    static std::string lines(const std::vector<std::string>& texts) {
        std::string all;
        for (const std::string& text : texts) {
            all += (all.empty() ? "" : " ") + text;
        }
        return all;
    }

    std::string when() const {
        if (task_.done) {
            const auto record = view_.project->tasks.find(task_.id);
            return record != view_.project->tasks.end() && !record->second.note.empty()
                       ? "Done. " + record->second.note
                       : "Done.";
        }
        if (task_.skipped) {
            const auto record = view_.project->tasks.find(task_.id);
            const std::string reason =
                record != view_.project->tasks.end() ? record->second.skip_reason : "";
            return reason.empty() ? "Skipped." : "Skipped: " + reason;
        }
        const domain::ScheduledTask* planned = view_.derived.schedule.task(task_.id);
        if (planned == nullptr) {
            return domain::hours_text(task_.hours, view_.formats);
        }
        std::string words = domain::hours_text(task_.hours, view_.formats) + ", planned for " +
                            day_range(planned->start, planned->end, view_.formats);
        if (planned->due && *planned->due < planned->end) {
            words += ", due " + domain::short_day(*planned->due, view_.formats);
        }
        return words;
    }

    void actions() {
        Wrap wrap(flow_.next(scaled(32)), tokens().h_2, 8);
        const ButtonSpec done{
            .label = task_.done      ? "Not done yet"
                     : task_.skipped ? "Back into the plan"
                                     : "Mark as done",
            .kind = task_.done || task_.skipped ? ButtonKind::Line : ButtonKind::Primary,
            .icon = task_.done || task_.skipped ? kIconRotateCcw : kIconCheck};
        const ButtonSpec draft{.label = "Draft it with me", .icon = kIconPenLine};
        const ButtonSpec ask{.label = "Ask for help", .icon = kIconMessageCircle};
        const ButtonSpec skip{.label = "Skip", .kind = ButtonKind::Quiet};
        if (button(view_.ui, "done", wrap.next(button_width(done)), done)) {
            toggle_task(view_, task_);
        }
        const bool can_talk = view_.engine.turn() == nullptr;
        if (can_talk && can_draft(view_, task_.id) &&
            button(view_.ui, "draft", wrap.next(button_width(draft)), draft)) {
            draft_with_me(view_, task_.id);
            view_.memory.screen = Screen::Session;
        }
        if (can_talk && button(view_.ui, "ask", wrap.next(button_width(ask)), ask)) {
            view_.send(domain::SendMessage{"How do I do this: " + spec_.title + "?"});
            view_.memory.screen = Screen::Session;
        }
        if (!task_.done && !task_.skipped &&
            button(view_.ui, "skip", wrap.next(button_width(skip)), skip)) {
            view_.send(domain::SkipTask{task_.id, ""});
        }
        own_actions(wrap);
        move_buttons(wrap);
        flow_.skip(wrap.used() - scaled(32));
    }

    // A task of the creator's own can also be changed and taken out.
    void own_actions(Wrap& wrap) {
        const domain::AddedTask* added = domain::added_task(*view_.project, task_.id);
        if (added == nullptr) {
            return;
        }
        const ButtonSpec change{.label = "Change", .icon = kIconPencil};
        const ButtonSpec remove{.label = "Remove", .kind = ButtonKind::Quiet};
        if (button(view_.ui, "change", wrap.next(button_width(change)), change)) {
            open_task_editor(view_, *added);
        }
        if (button(view_.ui, "remove", wrap.next(button_width(remove)), remove)) {
            view_.send(domain::RemoveTask{task_.id});
        }
    }

    // The ids of the task's phase in the plan's order.
    std::vector<std::string> neighbours() const {
        std::vector<std::string> ids;
        for (const domain::PlannedTask& task : view_.derived.tasks) {
            if (task.phase == task_.phase) {
                ids.push_back(task.id);
            }
        }
        return ids;
    }

    void move_buttons(Wrap& wrap) {
        const std::vector<std::string> ids = neighbours();
        const auto here = std::find(ids.begin(), ids.end(), task_.id);
        const auto at = static_cast<std::size_t>(here - ids.begin());
        const IconButtonSpec up{.icon = kIconArrowUp,
                                .name = "Earlier in its phase",
                                .disabled = at == 0 || !view_.may_write};
        const IconButtonSpec down{.icon = kIconArrowDown,
                                  .name = "Later in its phase",
                                  .disabled = at + 1 >= ids.size() || !view_.may_write};
        if (icon_button(view_.ui, "up", wrap.next(tokens().h_2), up)) {
            view_.send(domain::MoveTask{task_.id, ids[at - 1]});
        }
        if (icon_button(view_.ui, "down", wrap.next(tokens().h_2), down)) {
            view_.send(domain::MoveTask{task_.id, at + 2 < ids.size() ? ids[at + 2] : ""});
        }
    }

    void hours() {
        std::string& typed = view_.memory.edit_fields["hours " + task_.id];
        const std::string estimate = domain::hours_text(task_.hours, view_.formats);
        const FieldSpec spec{
            .label = "Hours",
            .why = "Our estimate. Change it where you know better; the dates follow.",
            .placeholder = estimate,
            .unit = "hours",
            .kind = FieldKind::Decimal,
            .max_length = 6,
            .submits_on_enter = true};
        const float width = std::min(scaled(240), flow_.width());
        const Rect place = flow_.next(field_height(view_.ui, spec, width));
        const FieldAnswer answer =
            field(view_.ui, "hours", Rect{place.x, place.y, width, place.height}, typed, spec);
        if ((answer.submitted || answer.left) && !typed.empty()) {
            // What is no number is refused by the core, with its sentence.
            view_.send(
                domain::EstimateTask{task_.id, typed_number(typed, view_.formats).value_or(0)});
            typed.clear();
        }
    }

    View& view_;
    const domain::CreatorTask& own_;
    const domain::TaskSpec& spec_;
    const domain::PlannedTask& task_;
    Flow flow_;
};

}  // namespace

void task_detail_ui(View& view, Rect rect) {
    const auto own = std::find_if(
        view.derived.creator_tasks.begin(),
        view.derived.creator_tasks.end(),
        [&](const domain::CreatorTask& task) { return task.spec.id == view.memory.selected_task; });
    if (own == view.derived.creator_tasks.end()) {
        return;
    }
    const domain::TaskSpec* spec = &own->spec;
    auto pane = view.ui.group("detail", Role::Region, spec->title, rect);
    Rect head = cut_top(rect, tokens().h_bar);
    horizontal_rule(view.ui, head.x, head.bottom() - 1, head.width);
    head = inset(head, kPadding, 0);
    if (icon_button(view.ui,
                    "close",
                    cut_right(head, scaled(32)),
                    {.icon = kIconX, .name = "Close the task"})) {
        view.memory.selected_task.clear();
        return;
    }
    const domain::Phase* phase = domain::built_in_template().phase(spec->phase);
    label(view.ui, head, TextStyle::DenseMedium, tokens().text_3, phase->title);
    for (const domain::PlannedTask& task : view.derived.tasks) {
        if (task.id == spec->id) {
            auto scope = view.ui.push(task.id);
            ScrollArea area(view.ui, "scroll", rect, view.memory.scrolls["task " + task.id]);
            const Rect content = area.content();
            const float used = Detail(view,
                                      *own,
                                      task,
                                      Flow(Rect{content.x + kPadding,
                                                content.y + kPadding,
                                                content.width - 2 * kPadding,
                                                0}))
                                   .draw();
            area.end(used + 2 * kPadding);
        }
    }
}

}  // namespace atrium::shell
