// That words stay whole and apart at every text size and width.
#include <algorithm>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "shell/theme/tokens.h"
#include "shell/ui/choices.h"
#include "tests/shell/drawn_texts.h"
#include "tests/shell/session_screen.h"

using namespace atrium::shell;
using namespace atrium::shell::testing;
namespace domain = atrium::domain;

namespace {

// The text size is one for the whole program; a test leaves it as it was.
struct SizeRestored {
    SizeRestored() = default;
    SizeRestored(const SizeRestored&) = delete;
    SizeRestored& operator=(const SizeRestored&) = delete;

    ~SizeRestored() { set_text_scale(1); }
};

void go_to(SessionScreen& session, const std::string& screen) {
    if (session->find(Role::Button, screen) == nullptr) {
        session->activate(Role::Button, "More");
        session->settle();
        // The entry of the screen that is shown already is of another role.
        if (session->find(Role::MenuItem, screen) == nullptr) {
            session->escape();
        } else {
            session->activate(Role::MenuItem, screen);
        }
    } else {
        session->activate(Role::Button, screen);
    }
    session->settle();
}

void set_size(SessionScreen& session, const char* size) {
    go_to(session, "Settings");
    session->activate(Role::Tab, size);
    session->settle();
}

}  // namespace

TEST_CASE(
    "text size: segments that do not fit beside one another stand in rows inside their place") {
    const SizeRestored restored;
    constexpr SegmentSpec kItems[] = {{"100%"}, {"115%"}, {"130%"}, {"150%"}};
    constexpr Rect kPlace{16, 16, 256, 200};
    int chosen = 0;
    UiScreen screen([&](Ui& ui) { segments(ui, "size", kPlace, "Text size", kItems, chosen); });
    set_text_scale(1.5f);
    screen->frame();
    const Rect first = screen->get(Role::Tab, "100%").rect;
    const Rect last = screen->get(Role::Tab, "150%").rect;
    CHECK(last.y > first.bottom() - 1);
    CHECK(last.right() <= kPlace.right());
    CHECK(screen->get(Role::TabList, "Text size").rect.height ==
          segments_height(kItems, kPlace.width));
}

TEST_CASE("text size: on a narrow plan the dates stand below the title, and both are whole") {
    SessionScreen session(kiln_room().history(), 320, 568);
    go_to(session, "Plan");
    const std::vector<DrawnText> texts = texts_of(session);
    const DrawnText* title = drawn(texts, "Write the member promise");
    REQUIRE(title != nullptr);
    const DrawnText* dates = drawn(texts, "1.5 h  ·  done");
    REQUIRE(dates != nullptr);
    CHECK(dates->box.y >= title->box.bottom() - 1);
    CHECK(dates->box.x == title->box.x);
}

TEST_CASE("text size: at 100 % and 150 % no screen cuts words or puts them on one another") {
    const SizeRestored restored;
    const std::pair<float, float> windows[] = {{1440, 900}, {1024, 768}, {390, 844}, {320, 568}};
    for (const auto& [width, height] : windows) {
        SessionScreen session(kiln_room().history(), width, height);
        for (const char* size : {"100%", "150%"}) {
            set_size(session, size);
            for (const char* screen : {"Settings",
                                       "Plan",
                                       "Decisions",
                                       "Documents",
                                       "Forecast",
                                       "Kit",
                                       "Help",
                                       "Session"}) {
                CAPTURE(width);
                CAPTURE(std::string(size));
                CAPTURE(std::string(screen));
                go_to(session, screen);
                const std::string problems = unreadable(texts_of(session));
                // A launch's own name may be longer than the narrowest header.
                const bool name_only = width == 320 && std::string(screen) == "Session" &&
                                       std::count(problems.begin(), problems.end(), '\n') == 1 &&
                                       problems.rfind("cut: ", 0) == 0;
                CAPTURE(problems);
                CHECK((problems.empty() || name_only));
            }
        }
    }
}
