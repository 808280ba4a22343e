// What stands beside the conversation, and the frame around it, at every width.
#include <doctest/doctest.h>

#include "core/domain/backup.h"
#include "tests/shell/session_screen.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

TEST_CASE("session pane: clock, agenda, progress and decisions have the project's figures") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session->find(Role::Image, "13 min left, minute 17 of 30") != nullptr);
    CHECK(session->find(Role::ListItem, "Launch date, minutes 17–21, now") != nullptr);
    CHECK(session->find(Role::ListItem, "Platform, price and structure, minutes 0–17, done") !=
          nullptr);
    CHECK(session->get(Role::ProgressBar, "Planning").value == "64%");
    CHECK(session->get(Role::ProgressBar, "Timeline").value == "no date yet");
    CHECK(session->find(Role::Button, "Price: $29 a month, 92% sure") != nullptr);
    CHECK(session->find(Role::Button, "First month: Not decided, at minute 21") != nullptr);
    CHECK(session->find(Role::Image, "3 of 5 decisions made") != nullptr);
}

TEST_CASE("session pane: minutes in which the tab is hidden or closed do not count") {
    constexpr std::int64_t kMinute = 60'000;
    SessionScreen session(kiln_room().history());
    session->settle();
    REQUIRE(session.shows("minute 17 of 30"));
    const std::int64_t left = session.platform.now;
    session.app.inbox().post(VisibilityChanged{false});
    session.app.handle_inbox();
    CHECK(session.platform.seen == left);

    SUBCASE("hidden for some minutes: it goes on") {
        session->frame(9 * 60);
        session->settle();
        CHECK(session.shows("minute 17 of 30"));
        CHECK(session->find(Role::Button, "Pause the session") != nullptr);
        session->frame(70);
        CHECK(session.shows("minute 18 of 30"));
    }
    SUBCASE("closed for longer, although it was hidden before: it waits") {
        session.platform.now += 5 * kMinute;
        session.app.inbox().post(VisibilityChanged{false});
        session.app.handle_inbox();
        CHECK(session.platform.seen == left);
        FakePlatform browser = session.platform;
        browser.now = left + 60 * kMinute;
        SessionScreen reopened(session.saved_history(), browser);
        reopened->settle();
        CHECK(reopened.shows("paused at minute 17"));
    }
    SUBCASE("hidden for a moment: nothing is recorded") {
        const std::size_t before = session.saved_history().size();
        session->frame(50);
        session->settle();
        CHECK(session.saved_history().size() == before);
    }
}

TEST_CASE("session pane: Pause stops the clock and Resume starts it") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->click(Role::Button, "Pause the session");
    session->settle();
    CHECK(session.shows("paused at minute 17"));
    session->click(Role::Button, "Resume the session");
    session->settle();
    CHECK(session->find(Role::Button, "Pause the session") != nullptr);
}

TEST_CASE("session pane: a decision's card opens its editor") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->click(Role::Button, "Price: $29 a month");
    session->settle();
    CHECK(session->count(Role::Dialog) == 1);
}

TEST_CASE("session pane: what Claude costs and how many messages are left") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->settle();
    CHECK(session.shows("This session $0.019"));
    CHECK(session.shows("11 of 50 messages today"));
    CHECK(session.shows("Claude connected"));
}

TEST_CASE("plan pane: a tick completes a task and takes it back") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session->get(Role::Checkbox, "Set the price").checked == Toggle::On);
    CHECK(session->get(Role::Checkbox, "Create the space").checked == Toggle::Off);
    session->click(Role::Checkbox, "Create the space");
    session->settle();
    CHECK(session->get(Role::Checkbox, "Create the space").checked == Toggle::On);
    session->click(Role::Checkbox, "Create the space");
    session->settle();
    CHECK(session->get(Role::Checkbox, "Create the space").checked == Toggle::Off);
}

TEST_CASE("plan pane: the first task that can be done is the one that is next") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session->find(Role::Button, "Set the launch date, 0.5 h, now") != nullptr);
    CHECK(session.shows("left before opening"));
    CHECK(session.shows("Away 20 to 27 December"));
}

TEST_CASE(
    "plan pane: a restored backup shows its own tasks, also when it is as long as what was there") {
    std::vector<domain::RecordedEvent> other = kiln_room().history();
    for (domain::RecordedEvent& recorded : other) {
        auto* completed = std::get_if<domain::TaskCompleted>(&recorded.event);
        if (completed != nullptr && completed->task_id == "set-price") {
            completed->task_id = "create-space";
        }
    }
    SessionScreen session(kiln_room().history());
    session->settle();
    session.app.inbox().post(FileChosen{"other.json", domain::backup_json(other)});
    session->settle();
    CHECK(session.shows("Restored other.json."));
    CHECK(session->get(Role::Checkbox, "Set the price").checked == Toggle::Off);
    CHECK(session->get(Role::Checkbox, "Create the space").checked == Toggle::On);
}

TEST_CASE("plan pane: a phase folds") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->click(Role::Button, "Build");
    session->settle();
    CHECK(session->find(Role::Checkbox, "Create the space") == nullptr);
}

TEST_CASE("frame: the rail leads to every screen and back") {
    SessionScreen session(kiln_room().history());
    for (const char* screen :
         {"Plan", "Decisions", "Documents", "Activity", "Settings", "Help", "Session"}) {
        session->settle();
        session->activate(Role::Button, screen);
        session->settle();
        CHECK(session->get(Role::Button, screen).selected == Toggle::On);
        CHECK(session->count(Role::Main) == 1);
        CHECK(session->get(Role::Main, screen).name == screen);
    }
    CHECK(session->find(Role::Log, "Conversation") != nullptr);
}

TEST_CASE("frame: in the middle width one side pane shows the session or the plan") {
    SessionScreen session(kiln_room().history(), 1024, 768);
    session->settle();
    CHECK(session->find(Role::Image, "13 min left") != nullptr);
    CHECK(session->find(Role::Checkbox, "Set the price") == nullptr);
    const Role segment = session->find(Role::Radio, "Plan") != nullptr ? Role::Radio : Role::Tab;
    session->click(segment, "Plan");
    session->settle();
    CHECK(session->find(Role::Checkbox, "Set the price") != nullptr);
    CHECK(session->find(Role::Image, "13 min left") == nullptr);
}

TEST_CASE("frame: on a phone there is one pane, the step at hand and a bar at the bottom") {
    SessionScreen session(kiln_room().history(), 390, 844);
    session->settle();
    CHECK(session.shows("Now: launch date"));
    CHECK(session->find(Role::Checkbox, "Set the price") == nullptr);
    session->click(Role::Button, "13 min left, session details");
    session->settle();
    CHECK(session->find(Role::Image, "13 min left, minute 17 of 30") != nullptr);
    session->click(Role::Button, "Back");
    session->settle();
    session->activate(Role::Button, "More");
    session->settle();
    CHECK(session->count(Role::Button) > 0);
}

TEST_CASE("frame: a milestone is celebrated once and goes by itself") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session->count(Role::Status) == 0);
    session->click(Role::Button, "Confirm Launch date");
    session->frame();
    // The decision has ticked its own task.
    session->activate(Role::Checkbox, "Plan the first month");
    session->frame();
    session->frame();
    CHECK(session.shows("Foundation complete"));
    session->wait(7);
    CHECK_FALSE(session.shows("Foundation complete. "));
}

TEST_CASE("frame: a celebration lies below a dialog") {
    SessionScreen session(fresh_launch().history());
    session->settle();
    session->type("Message", "Circle it is.");
    session->frame();
    session->submit("Message");
    session->wait(0.5f);
    const Node* milestone = session->find(Role::Region, "Milestone");
    REQUIRE(milestone != nullptr);
    CHECK(milestone->layer < static_cast<int>(Layer::Dialog));
    const Rect close = session->get(Role::Button, "Close").rect;
    session->activate(Role::Button, "Price: Not decided");
    session->frame();
    REQUIRE(session->find(Role::Dialog, "Price") != nullptr);
    session->click_at(close.x + close.width / 2, close.y + close.height / 2);
    CHECK(session->find(Role::Region, "Milestone") != nullptr);
}

TEST_CASE("frame: the initials open the creator's profile") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->activate(Role::Button, "Your profile");
    session->settle();
    CHECK(session->get(Role::TextField, "What may we call you?").value == "Maya Okafor");
    session->activate(Role::Button, "Close");
    session->settle();
    CHECK(session->find(Role::Heading, "Settings") != nullptr);
}

TEST_CASE("frame: what rests asks for no frames") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->click(Role::Button, "Pause the session");
    session->settle();
    CHECK(session.next_frame_in < 0);
}

TEST_CASE("frame: Documents says that there is a new draft until it is looked at or undone") {
    SessionScreen session(kiln_room().history());
    const auto news = [&] {
        return session->get(Role::Button, "Documents").description;
    };
    session->settle();
    CHECK(news().empty());
    session->type("Message", "Draft the guidelines.");
    session->frame();
    session->submit("Message");
    session->wait(20);
    CHECK(news() == "new draft");
    session->activate(Role::Button, "Undo");
    session->settle();
    CHECK(news().empty());
}
