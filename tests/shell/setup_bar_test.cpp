// The bar of the setup: steps and buttons keep apart, in as many words as there is room for.
#include <utility>

#include <doctest/doctest.h>

#include "tests/shell/drawn_texts.h"
#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

bool apart(Rect a, Rect b) {
    const Rect both = intersection(a, b);
    return both.width <= 0 || both.height <= 0;
}

}  // namespace

TEST_CASE("setup bar: its steps never run under its buttons") {
    const std::pair<float, float> windows[] = {{1440, 900}, {1024, 768}, {390, 844}, {320, 568}};
    for (const auto& [width, height] : windows) {
        CAPTURE(width);
        SessionScreen session({}, width, height);
        const Rect steps = session->get(Role::List, "Steps").rect;
        const Rect demo = session->get(Role::Button, "Use the demo creator").rect;
        const Rect restore = session->get(Role::Button, "Restore a backup").rect;
        CHECK(apart(steps, demo));
        CHECK(apart(demo, restore));
        CHECK(steps.x >= 16 + 24);
        CHECK(restore.right() <= width);
        CHECK(unreadable(texts_of(session)) == "");
    }
}

TEST_CASE("setup bar: on the narrowest phone the buttons are icons") {
    SessionScreen session({}, 320, 568);
    CHECK(drawn(texts_of(session), "Demo") == nullptr);
    CHECK(session->get(Role::Button, "Use the demo creator").rect.width == 32);
    SessionScreen wider({}, 390, 844);
    CHECK(drawn(texts_of(wider), "Demo") != nullptr);
}

TEST_CASE("setup: the arrow of Back stands at the edge of the content") {
    SessionScreen session({});
    session->activate(Role::Button, "Use the demo creator");
    session->settle();
    const DrawnText* title = nullptr;
    const std::vector<DrawnText> texts = texts_of(session);
    title = drawn(texts, "Your voice");
    REQUIRE(title != nullptr);
    const float edge =
        drawn(texts, "So that what we draft together sounds like you and nobody else.")->box.x;
    // The button's padding and border are before its arrow.
    CHECK(session->get(Role::Button, "Back").rect.x + 17 == doctest::Approx(edge).epsilon(0.01));
}
