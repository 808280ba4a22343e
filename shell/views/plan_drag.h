// Dragging a task by its handle to another place of its phase. A line shows where it will land;
// Escape and dropping it anywhere else leave the plan as it is, in another phase with a word on why. The keyboard moves tasks with the
// buttons of the task's details.
//
//     PlanDragging dragging(view, table);
//     for (…) dragging.row(task, row, answer.handle_held);
//     dragging.end(area.view(), scroll);
#pragma once

#include <string>
#include <vector>

#include "shell/views/view.h"

namespace atrium::shell {

class PlanDragging {
 public:
    // `table` is as wide as the rows.
    PlanDragging(View& view, Rect table) : view_(view), table_(table) {}

    // Every row, from top to bottom.
    void row(const domain::PlannedTask& task, Rect rect, bool handle_held);

    // Draws what is dragged; asks for the move when it was dropped. `scroll` moves when it is held
    // at the edge of the pane.
    void end(Rect pane, ScrollState& scroll);

 private:
    struct Row {
        std::string task;
        int phase = 0;
        Rect rect;
    };

    // Where the task would land.
    struct Landing {
        bool found = false;    // the pointer is on the task's phase
        bool changes = false;  // and not where the task is already
        std::string before;    // as in domain::MoveTask
        float y = 0;
    };

    Landing landing() const;
    bool is_allowed(const Landing& landing) const;
    void draw(const Landing& landing);
    void refuse_other_phase();

    View& view_;
    Rect table_;
    std::vector<Row> rows_;
};

}  // namespace atrium::shell
