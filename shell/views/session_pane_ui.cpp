
#include "core/domain/session_clock.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"
#include "shell/views/screens.h"
#include "shell/views/session_cards.h"
#include "shell/views/side_head.h"

namespace atrium::shell {

namespace {

void pause_button_ui(View& view, Rect head) {
    const bool running = view.project->clock.running;
    const ButtonSpec spec{.label = running ? "Pause" : "Resume",
                          .kind = ButtonKind::Quiet,
                          .icon = running ? kIconPause : kIconClock,
                          .disabled = !view.may_write,
                          .name = running ? "Pause the session" : "Resume the session"};
    head.width += 8;
    if (button(view.ui, "pause", cut_right(head, button_width(spec)), spec)) {
        if (running) {
            view.send(domain::PauseSession{});
        } else {
            view.send(domain::ResumeSession{});
        }
    }
}

}  // namespace

void session_pane_ui(View& view, Rect rect) {
    const Tokens& t = tokens();
    fill(view.ui, rect, t.surface_0);
    const bool alone = view.arrangement == Arrangement::Phone;
    const auto pane =
        view.ui.group("session-pane", alone ? Role::Main : Role::Complementary, "Session", rect);
    const SideMeasures m = side_measures(view);
    pause_button_ui(view, side_head(view, rect, "Session"));
    session_status_ui(view, cut_bottom(rect, session_status_height(view, m)), m);

    ScrollArea area(view.ui, "session-cards", rect, view.memory.scrolls["session-pane"]);
    Flow flow(inset(area.content(), 16, m.top, 16, 0), m.gap);
    session_clock_ui(view, flow.next(session_clock_height(view, m)), m);
    session_progress_ui(view, flow.next(session_progress_height(m)), m);
    session_decisions_ui(view, flow.next(session_decisions_height(m)), m);
    area.end(m.top + flow.used() + m.gap);
}

}  // namespace atrium::shell
