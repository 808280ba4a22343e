#include "shell/views/celebration_ui.h"

#include <algorithm>
#include <cmath>

#include "core/domain/plan_template.h"
#include "core/domain/progress.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/paint.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

constexpr double kShownSeconds = 6;
constexpr float kWidth = 400;
constexpr float kHeight = 168;

// Titles and sentences of every milestone there is: a finished plan has passed them all.
domain::Milestone milestone_of(const std::string& id) {
    std::vector<domain::PlannedTask> tasks = domain::planned_tasks(domain::built_in_template());
    for (domain::PlannedTask& task : tasks) {
        task.done = true;
    }
    const int all = static_cast<int>(domain::kDecisionCategories.size());
    for (domain::Milestone& milestone : domain::passed_milestones(tasks, all)) {
        if (milestone.id == id) {
            return milestone;
        }
    }
    return {};
}

}  // namespace

// Several decisions made at once are not the first one alone.
domain::Milestone as_reached(const View& view, domain::Milestone milestone) {
    const int made = domain::decisions_made(*view.project);
    if (milestone.id == "first-decision" && made > 1) {
        milestone.title = std::to_string(made) + " decisions made";
        milestone.sentence = std::to_string(made) + " of the five decisions are made.";
    }
    return milestone;
}

void celebration_ui(View& view, Rect area) {
    const std::string id = view.memory.celebrating;
    if (id.empty() || view.project == nullptr) {
        return;
    }
    const double shown = view.ui.time() - view.memory.celebrating_since;
    const domain::Milestone passed = as_reached(view, milestone_of(id));
    if (shown > kShownSeconds || passed.title.empty()) {
        view.memory.celebrating.clear();
        return;
    }
    view.ui.wake_in(kShownSeconds - shown);
    float& announced = view.ui.memory(view.ui.id(id), 0);
    if (announced == 0) {
        announced = 1;
        view.ui.semantics().announce(passed.title + ". " + passed.sentence);
    }
    // Below dialogs, and drawn before the screen: below its menus.
    const auto layer = view.ui.on_layer(Layer::Menu);
    const auto scope = view.ui.push(id);
    const float risen = view.ui.arrival(view.ui.id("arrival"), tokens().m_base);
    const float width = std::min(scaled(kWidth), area.width - 32);
    // On the phone one line under the header: answer and replies stay in sight.
    const bool line = view.arrangement == Arrangement::Phone;
    const float height =
        line ? milestone_line_height(view.ui, passed.sentence, width) : scaled(kHeight);
    const Rect box{std::round(area.x + (area.width - width) / 2),
                   area.y + (line ? 4.0f : 12.0f) - (1 - risen) * 4,
                   width,
                   height};
    const auto group = view.ui.group("milestone", Role::Region, "Milestone", box);
    view.ui.block(box);
    shadow(view.ui, box, tokens().r_3);
    const FiveArches five = five_arches(*view.project);
    if (line) {
        milestone_line(view.ui, box, passed.title, passed.sentence, five.states);
    } else {
        milestone(view.ui, box, passed.title, passed.sentence, five.states, shown);
    }
    stroke(view.ui, box, tokens().accent_line, tokens().r_2);
    const Rect corner{box.right() - 8 - tokens().h_1, box.y + 8, tokens().h_1, tokens().h_1};
    if (icon_button(view.ui,
                    "close",
                    corner,
                    {.icon = kIconX, .name = "Close", .size = ButtonSize::Small})) {
        view.memory.celebrating.clear();
    }
}

}  // namespace atrium::shell
