#include "shell/ui/paint.h"
#include "shell/views/conversation_composer.h"
#include "shell/views/conversation_header.h"
#include "shell/views/conversation_list.h"
#include "shell/views/screens.h"

namespace atrium::shell {

namespace {

// Escape stops an answer, unless it closes something first.
void stop_on_escape(View& view) {
    const SessionMemory& session = view.memory.session;
    const bool closes_something =
        session.menu_open || session.renaming || session.find.open || session.editor.message ||
        session.message_menu || session.pinned_open || view.memory.tour_step > 0 ||
        view.memory.more_open || view.memory.editing || view.memory.confirm_archive ||
        view.memory.confirm_erase || !view.memory.conversation_selection.empty();
    if (view.ui.semantics().escape_pressed() && view.engine.turn() != nullptr &&
        !closes_something) {
        view.send(domain::StopReply{});
    }
}

}  // namespace

void conversation_ui(View& view, Rect rect) {
    courtyard(view.ui, rect);
    const auto main = view.ui.group("conversation", Role::Main, "Session", rect);
    stop_on_escape(view);
    conversation_header_ui(view, rect);
    cut_top(rect, notices_ui(view, rect));
    const Rect foot = cut_bottom(rect, conversation_foot_height(view, rect.width));
    conversation_list_ui(view, rect);
    conversation_foot_ui(view, foot);
    view.ui.place_toasts(rect);
}

}  // namespace atrium::shell
