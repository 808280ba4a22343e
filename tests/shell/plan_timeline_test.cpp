// The time axis of the plan: its days are whole and no line runs through them; and what the panel of a
// task shows before it is done.
#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "imgui.h"
#include "shell/theme/tokens.h"
#include "shell/ui/text.h"
#include "tests/shell/drawn_texts.h"
#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

void open_plan(SessionScreen& session) {
    session->activate(Role::Button, "Plan");
    session->settle();
}

// The y of the highest point of this colour at this x; the screen's height where there is none.
float top_of(Color color, float left, float right) {
    float top = 1e6f;
    const ImDrawData* data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i) {
        for (const ImDrawVert& vertex : data->CmdLists[i]->VtxBuffer) {
            if (vertex.col == color && vertex.pos.x >= left && vertex.pos.x <= right) {
                top = std::min(top, vertex.pos.y);
            }
        }
    }
    return top;
}

}  // namespace

TEST_CASE("timeline: today's line begins below the days, and each day is whole") {
    SessionScreen session(kiln_room().history());
    open_plan(session);
    const std::vector<DrawnText> texts = texts_of(session);
    const DrawnText* today = drawn(texts, "Today");
    REQUIRE(today != nullptr);
    const DrawnText* first = drawn(texts, "23 Nov");
    REQUIRE(first != nullptr);
    const float line = top_of(tokens().sun, today->box.x - 20, today->box.right() + 20);
    CHECK(line >= first->box.bottom());
    CHECK(line < 400);
    for (const DrawnText& text : texts) {
        if (text.box.y == first->box.y) {
            CAPTURE(text.text);
            CHECK(text.box.width >= text_width(TextStyle::Micro, text.text) - 1);
        }
    }
}

TEST_CASE("task panel: before a task is done plain bullets stand before what makes it done") {
    SessionScreen session(kiln_room().history());
    open_plan(session);
    session->activate(Role::Button, "Plan the first month");
    session->settle();
    const Rect head = session->get(Role::Heading, "Done when").rect;
    float left = 1e6f;
    float right = 0;
    const ImDrawData* data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i) {
        for (const ImDrawVert& vertex : data->CmdLists[i]->VtxBuffer) {
            const bool beside = vertex.pos.x >= head.x && vertex.pos.x <= head.x + 16 &&
                                vertex.pos.y > head.bottom() && vertex.pos.y < head.y + 160;
            if (vertex.col == tokens().text_3 && beside) {
                left = std::min(left, vertex.pos.x);
                right = std::max(right, vertex.pos.x);
            }
        }
    }
    CHECK(right > left);
    CHECK(right - left <= 6);  // a check mark is 14 wide
}
