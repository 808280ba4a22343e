#include <string>

#include <doctest/doctest.h>

#include "shell/ui/buttons.h"
#include "shell/ui/scroll.h"
#include "tests/shell/headless.h"

using namespace atrium::shell;

namespace {

struct Rows {
    ScrollState scroll;
    VirtualHeights heights;
    std::size_t count = 100;
    float height = 50;
    std::size_t drawn = 0;
    bool follow = false;

    void draw(Ui& ui) {
        drawn = 0;
        ScrollArea area(ui, "rows", {0, 0, 400, 500}, scroll, {.follow_tail = follow});
        virtual_list(area,
                     heights,
                     {.count = count,
                      .estimate = 80,
                      .measure = [this](std::size_t, float) { return height; },
                      .draw =
                          [this, &ui](std::size_t row, Rect rect) {
                              ++drawn;
                              const auto scope = ui.push(static_cast<std::uint64_t>(row));
                              button(ui, "row", rect, {.label = "Row " + std::to_string(row)});
                          }},
                     area.view());
    }
};

}  // namespace

TEST_CASE("scroll: the wheel moves by exactly its pixels and stops at both ends") {
    Rows rows;
    UiScreen screen([&](Ui& ui) { rows.draw(ui); });
    screen->move_to(200, 200);
    screen->wheel(37);
    CHECK(rows.scroll.offset == doctest::Approx(37));
    screen->wheel(-500);
    CHECK(rows.scroll.offset == 0);
    for (int i = 0; i < 10; ++i) {
        screen->wheel(100000);
    }
    CHECK(rows.scroll.offset == doctest::Approx(rows.scroll.content_height - 500));
    CHECK(rows.scroll.at_end);
}

TEST_CASE("scroll: ten thousand rows draw only those in sight") {
    Rows rows;
    rows.count = 10000;
    UiScreen screen([&](Ui& ui) { rows.draw(ui); });
    screen->frame();
    CHECK(rows.drawn < 25);
    rows.scroll.scroll_to(200000);
    screen->settle();
    CHECK(rows.drawn < 25);
    CHECK(rows.scroll.offset > 150000);
}

TEST_CASE("scroll: the tail is followed until the reader scrolls up, and again at the end") {
    Rows rows;
    rows.follow = true;
    UiScreen screen([&](Ui& ui) { rows.draw(ui); });
    screen->settle();
    CHECK(rows.scroll.at_end);
    rows.count = 110;
    screen->settle();
    CHECK(rows.scroll.offset == doctest::Approx(rows.scroll.content_height - 500));
    screen->move_to(200, 200);
    screen->wheel(-300);
    const float reading = rows.scroll.offset;
    rows.count = 120;
    screen->settle();
    CHECK(rows.scroll.offset == doctest::Approx(reading));
    rows.scroll.scroll_to_end();
    screen->settle();
    CHECK(rows.scroll.at_end);
    rows.count = 130;
    screen->settle();
    CHECK(rows.scroll.offset == doctest::Approx(rows.scroll.content_height - 500));
}

TEST_CASE("scroll: what gets the focus comes into view") {
    Rows rows;
    UiScreen screen([&](Ui& ui) { rows.draw(ui); });
    screen->frame();
    const Node below = screen->get(Role::Button, "Row 13");
    CHECK(below.rect.height == 0);  // drawn for the keyboard, but out of sight
    screen->focus(Role::Button, "Row 13");
    screen->settle();
    const Rect now = screen->get(Role::Button, "Row 13").rect;
    CHECK(now.height > 0);
    CHECK(now.bottom() <= 500);
}

TEST_CASE("scroll: a finger drags the content, throws it, and does not press what it started on") {
    Rows rows;
    int pressed = 0;
    UiScreen screen([&](Ui& ui) {
        rows.draw(ui);
        pressed += ui.semantics().nodes().empty() ? 1 : 0;
    });
    screen->use_touch(true);
    screen->move_to(200, 400);
    screen->press();
    for (float y = 400; y >= 200; y -= 20) {
        screen->move_to(200, y);
    }
    const float dragged = rows.scroll.offset;
    CHECK(dragged > 150);
    screen->release();
    screen->settle();
    CHECK(rows.scroll.offset > dragged);
    CHECK(rows.scroll.velocity == 0);
    CHECK(pressed == 0);
}

TEST_CASE("heights: prefix sums stay right under changes, and rows are found by position") {
    VirtualHeights heights;
    heights.resize(1000, 10);
    CHECK(heights.total() == 10000);
    heights.set(3, 40);
    heights.set(999, 1);
    CHECK(heights.total() == 10021);
    CHECK(heights.top(4) == 70);
    CHECK(heights.row_at(0) == 0);
    CHECK(heights.row_at(69.5f) == 3);
    CHECK(heights.row_at(70) == 4);
    CHECK(heights.row_at(1e9f) == 999);
}
