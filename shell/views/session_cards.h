// The parts of the session pane: clock with agenda, progress, the five decisions, and what the
// session costs and who answers.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Low screens get less air, and only the present step of the agenda.
struct SideMeasures {
    bool low = false;
    float top = 16;
    float gap = 12;
    float card = 52;  // a decision's
    float card_gap = 8;
};

[[nodiscard]] SideMeasures side_measures(const View& view);

[[nodiscard]] float session_clock_height(const View& view, const SideMeasures& m);
void session_clock_ui(View& view, Rect rect, const SideMeasures& m);

[[nodiscard]] float session_progress_height(const SideMeasures& m);
void session_progress_ui(View& view, Rect rect, const SideMeasures& m);

[[nodiscard]] float session_decisions_height(const SideMeasures& m);
void session_decisions_ui(View& view, Rect rect, const SideMeasures& m);

[[nodiscard]] float session_status_height(const View& view, const SideMeasures& m);
void session_status_ui(View& view, Rect rect, const SideMeasures& m);

}  // namespace atrium::shell
