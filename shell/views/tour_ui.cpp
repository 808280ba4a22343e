#include <array>
#include <string_view>

#include "shell/ui/coach_mark.h"
#include "shell/views/navigation.h"
#include "shell/views/tour.h"

namespace atrium::shell {

namespace {

// A node on the screen, by its role and the end of its name.
struct Target {
    Role role;
    std::string_view name;
};

struct Step {
    std::string_view title;
    std::string_view text;
    std::string_view phone_text;    // empty: the same
    std::array<Target, 2> targets;  // the second where the first is not shown, as on a phone
};

constexpr std::array kSteps = {
    Step{"Talk here",
         "Answer in your own words, ask, or press a suggested reply. Enter sends.",
         "",
         {{{Role::TextField, "Message"}, {Role::TextField, "Message"}}}},
    Step{"Five decisions",
         "What you commit to is recorded here and under your message, with Undo. The plan of 22 "
         "tasks and its dates follow.",
         "",
         {{{Role::Region, "Decisions"}, {Role::Image, "decisions made"}}}},
    Step{
        "Thirty minutes",
        "The clock runs while you talk and says what is due now. Pause whenever you like; nothing "
        "is lost when the time is up.",
        "The minutes that are left. Press it for the clock, what is due now, and Pause; nothing is "
        "lost when the time is up.",
        {{{Role::Group, "Session clock"}, {Role::Button, "session details"}}}},
    Step{"Find everything",
         "Plan, Decisions, Documents and Forecast are here. Ctrl K finds every screen, task, "
         "decision and action by its name.",
         "Plan, Decisions and Documents are here, the others behind More. With a keyboard, Ctrl K "
         "finds everything by its name.",
         {{{Role::Navigation, "Main"}, {Role::Navigation, "Main"}}}},
    Step{"Take it with you",
         "The kit is plan, calendar, forecast and every document in one ZIP, at any time. Help "
         "shows you this tour again.",
         "Behind More: the kit, with plan, calendar, forecast and every document in one ZIP. Help "
         "shows you this tour again.",
         {{{Role::Button, "Kit"}, {Role::Button, "More"}}}},
};

Rect find(const View& view, Target target) {
    for (const Node& node : view.ui.semantics().nodes()) {
        if (node.role == target.role && std::string_view(node.name).ends_with(target.name)) {
            return node.rect;
        }
    }
    return {};
}

Rect target_of(const View& view, const Step& step) {
    const Rect first = find(view, step.targets[0]);
    return first.width > 0 && first.height > 0 ? first : find(view, step.targets[1]);
}

// Escape closes these first.
bool something_lies_over(const View& view) {
    const ScreenMemory& memory = view.memory;
    return memory.palette.open || memory.task_editor.open || memory.editing || memory.more_open ||
           memory.confirm_archive || memory.confirm_erase || memory.session.menu_open ||
           memory.session.renaming || memory.session.find.open || memory.session.editor.message ||
           memory.session.message_menu || memory.session.pinned_open;
}

void end_tour(View& view) {
    view.memory.tour_step = 0;
    view.ui.semantics().request_focus(view.memory.session.composer);
    view.ui.wake_in(0);
}

}  // namespace

bool offers_tour(const View& view) {
    return view.project != nullptr && view.may_write && !view.workspace.tour_seen &&
           view.memory.tour_step == 0 && view.memory.screen == Screen::Session &&
           view.workspace.projects.size() == 1 && domain::decisions_made(*view.project) == 0;
}

void start_tour(View& view) {
    go_to(view, Screen::Session);
    view.memory.side_shows_plan = false;
    view.memory.tour_step = 1;
    if (view.may_write) {
        view.send(domain::NoteTourSeen{});
    }
    view.ui.wake_in(0);
}

void tour_ui(View& view) {
    int& number = view.memory.tour_step;
    if (number == 0 || view.memory.screen != Screen::Session) {
        return;
    }
    const Step& step = kSteps[static_cast<std::size_t>(number - 1)];
    const bool phone = view.arrangement == Arrangement::Phone && !step.phone_text.empty();
    const CoachAnswer answer = coach_mark(view.ui,
                                          "tour",
                                          {.target = target_of(view, step),
                                           .title = step.title,
                                           .text = phone ? step.phone_text : step.text,
                                           .step = number,
                                           .steps = static_cast<int>(kSteps.size())});
    const bool last = number == static_cast<int>(kSteps.size());
    const bool escaped = view.ui.semantics().escape_pressed() && !something_lies_over(view);
    if (escaped || answer == CoachAnswer::Skip || (answer == CoachAnswer::Next && last)) {
        end_tour(view);
    } else if (answer != CoachAnswer::None) {
        number += answer == CoachAnswer::Next ? 1 : -1;
        view.ui.wake_in(0);
    }
}

}  // namespace atrium::shell
