#include "imgui.h"
#include "shell/ui/paint.h"
#include "shell/views/celebration_ui.h"
#include "shell/views/conversation_live.h"
#include "shell/views/navigation.h"
#include "shell/views/palette.h"
#include "shell/views/screens.h"
#include "shell/views/task_editor.h"
#include "shell/views/tour.h"

namespace atrium::shell {

namespace {

constexpr float kMediumSide = 320;

// A pane's left border; what is right of it.
Rect after_rule(View& view, Rect pane) {
    vertical_rule(view.ui, pane.x, pane.y, pane.height);
    return inset(pane, 1, 0, 0, 0);
}

void session_screen(View& view, Rect rect) {
    switch (view.arrangement) {
        case Arrangement::Phone:
            if (view.memory.session.details_open) {
                session_pane_ui(view, rect);
            } else {
                conversation_ui(view, rect);
            }
            return;
        case Arrangement::Medium: {
            const Rect side = after_rule(view, cut_right(rect, scaled(kMediumSide)));
            conversation_ui(view, rect);
            if (view.memory.side_shows_plan) {
                plan_pane_ui(view, side);
            } else {
                session_pane_ui(view, side);
            }
            return;
        }
        case Arrangement::Wide: {
            const Rect plan = cut_left(rect, scaled(Tokens::w_plan));
            const Rect side = after_rule(view, cut_right(rect, scaled(Tokens::w_side)));
            plan_pane_ui(view, inset(plan, 0, 0, 1, 0));
            vertical_rule(view.ui, plan.right() - 1, plan.y, plan.height);
            conversation_ui(view, rect);
            session_pane_ui(view, side);
            return;
        }
    }
}

void other_screen(View& view, Rect rect) {
    // The screens bring their own ground; this is what shows behind the notices.
    fill(view.ui, rect, tokens().surface_1);
    const float notices = notices_ui(view, rect);
    cut_top(rect, notices > 0 ? notices + 8 : 0);
    const auto main = view.ui.group("main", Role::Main, screen_name(view.memory.screen), rect);
    switch (view.memory.screen) {
        case Screen::Plan:
            return plan_ui(view, rect);
        case Screen::Decisions:
            return decisions_ui(view, rect);
        case Screen::Documents:
            return documents_ui(view, rect);
        case Screen::Forecast:
            return forecast_ui(view, rect);
        case Screen::Kit:
            return kit_ui(view, rect);
        case Screen::Usage:
            return usage_ui(view, rect);
        case Screen::Activity:
            return activity_ui(view, rect);
        case Screen::Settings:
            return settings_ui(view, rect);
        case Screen::Help:
            return help_ui(view, rect);
        case Screen::Gallery:
            return view.memory.gallery.draw(view.ui, rect);
        case Screen::Session:
            return;
    }
}

void current_screen(View& view, Rect rect) {
    if (view.memory.screen == Screen::Session) {
        session_screen(view, rect);
    } else {
        other_screen(view, rect);
    }
}

bool types_text(const View& view) {
    for (const Node& node : view.ui.semantics().nodes()) {
        if (node.id == view.ui.semantics().focused()) {
            return node.role == Role::TextField;
        }
    }
    return false;
}

// Undo and redo belong to the field while somebody types in one.
void shortcuts(View& view) {
    const bool command = ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeySuper;
    if (!command) {
        return;
    }
    if (ImGui::IsKeyPressed(ImGuiKey_K, false)) {
        open_palette(view);
        view.ui.wake_in(0);
    } else if (ImGui::IsKeyPressed(ImGuiKey_Z, false) && view.may_write && !types_text(view)) {
        if (ImGui::GetIO().KeyShift) {
            view.send(domain::Redo{});
        } else {
            view.send(domain::Undo{});
        }
    }
}

}  // namespace

void workspace_ui(View& view) {
    Rect rest = view.ui.screen();
    fill(view.ui, rest, tokens().surface_0);
    view.memory.session.history.follow(view.engine.store());
    follow_answer(view);
    if (view.project == nullptr && view.memory.screen == Screen::Usage) {
        other_screen(view, rest);
    } else if (view.project == nullptr || view.memory.setup.editing) {
        setup_ui(view, rest);
    } else {
        if (view.arrangement == Arrangement::Phone) {
            const Rect bar = cut_bottom(rest, bottom_bar_height());
            celebration_ui(view, inset(rest, 0, tokens().h_bar, 0, 0));
            current_screen(view, rest);
            bottom_bar_ui(view, bar);
        } else {
            rail_ui(view, cut_left(rest, scaled(Tokens::w_rail)));
            celebration_ui(view, inset(rest, 0, tokens().h_bar, 0, 0));
            current_screen(view, rest);
        }
        tour_ui(view);
        shortcuts(view);
    }
    palette_ui(view);
    task_editor_ui(view);
    decision_editor_ui(view);
    confirmations_ui(view);
}

}  // namespace atrium::shell
