// The conversation as a person meets it: sending, watching an answer come, taking things back.
#include <doctest/doctest.h>

#include "shell/ui/layout.h"
#include "tests/shell/session_screen.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

// A turn of Claude's that has begun.
void ask(SessionScreen& session, const char* text) {
    session.connect();
    session->type("Message", text);
    session->click(Role::Button, "Send");
    session->frame();
    session.claude.begins();
    session->frame();
}

}  // namespace

TEST_CASE("conversation: what was recorded stands under the message with Undo") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session.shows("Structure, 1 tier, 8 spaces, 3 roles, 94%"));
    session->click(Role::Button, "Undo Structure");
    session->settle();
    CHECK(session->find(Role::Button, "Structure: Not decided") != nullptr);
    CHECK(session->find(Role::Button, "Redo Structure") != nullptr);
    session->click(Role::Button, "Redo Structure");
    session->settle();
    CHECK(session->find(Role::Button, "Structure: 1 tier, 8 spaces, 3 roles") != nullptr);
}

TEST_CASE("conversation: what was undone offers Redo while it can, also after other screens") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->activate(Role::Button, "Undo Structure");
    session->settle();
    session->activate(Role::Button, "Undo Price");
    session->settle();
    for (const char* screen : {"Plan", "Documents", "Settings", "Session"}) {
        session->activate(Role::Button, screen);
        session->settle();
    }
    CHECK(session->find(Role::Button, "Redo Price") != nullptr);
    REQUIRE(session->find(Role::Button, "Redo Structure") != nullptr);
    session->activate(Role::Button, "Redo Structure");
    session->settle();
    CHECK(session->find(Role::Button, "Structure: 1 tier, 8 spaces, 3 roles") != nullptr);
    CHECK(session->find(Role::Button, "Price: Not decided") != nullptr);
    CHECK(session->find(Role::Button, "Redo Price") != nullptr);
    // What is decided now has its own Undo: there is nothing to put back any more.
    session->activate(Role::Checkbox, "Plan the first month");
    session->settle();
    CHECK(session->find(Role::Button, "Redo Price") == nullptr);
}

TEST_CASE("conversation: the composer drafts what is next, and what is typed goes along") {
    SessionScreen session(kiln_room().history());
    session->settle();
    const std::string first = session->get(Role::Button, "Draft the ").name;
    session->type("Message", "Keep it short, please");
    session->activate(Role::Button, first);
    session->wait(20);
    CHECK(session.shows(first + ": Keep it short, please"));
    CHECK(session->get(Role::TextField, "Message").value.empty());
    CHECK(session->find(Role::Group, "Draft, ") != nullptr);
    // That document is there now: the next one is offered.
    const std::string second = session->get(Role::Button, "Draft the ").name;
    CHECK(second != first);
    session->activate(Role::Button, second);
    session->wait(20);
    CHECK(session.shows(second + "."));
}

TEST_CASE("conversation: Edit opens the decision") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->click(Role::Button, "Edit Structure");
    session->settle();
    CHECK(session->count(Role::Dialog) == 1);
}

TEST_CASE("conversation: a suggestion that is confirmed becomes a decision") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session.shows("Launch date: Fri 15 Jan 2027?"));
    session->click(Role::Button, "Confirm Launch date: Fri 15 Jan 2027");
    session->settle();
    CHECK_FALSE(session.shows("Suggestion to confirm"));
    CHECK(session.shows("Launch date: Fri 15 Jan 2027, 100% sure"));
}

TEST_CASE("conversation: a quick reply sends its text and the replies go") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->settle();
    session->click(Role::Button, "Take 15 January");
    session->frame();
    session->frame();
    CHECK(session.shows("Take 15 January"));
    CHECK(session->find(Role::Button, "Compare with 8 January") == nullptr);
    CHECK(session->find(Role::Button, "Stop") != nullptr);
}

TEST_CASE("conversation: nothing can be sent while there is nothing to send") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session->get(Role::Button, "Send").disabled);
    session->type("Message", "  \n ");
    session->frame();
    CHECK(session->get(Role::Button, "Send").disabled);
    session->type("Message", "Hello");
    session->frame();
    CHECK_FALSE(session->get(Role::Button, "Send").disabled);
}

TEST_CASE("conversation: Enter sends and empties the field") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->type("Message", "When do I open?");
    session->frame();
    session->submit("Message");
    session->frame();
    session->frame();
    CHECK(session->get(Role::TextField, "Message").value.empty());
    CHECK(session.claude.stream != 0);
}

TEST_CASE("conversation: an answer appears bit by bit, is announced, and ends with its cost") {
    SessionScreen session(kiln_room().history());
    session->settle();
    (void)session.app.semantics().take_announcements();
    ask(session, "When do I open?");
    CHECK(session->get(Role::Log, "Conversation").busy);
    CHECK(session.app.semantics().take_announcements() ==
          std::vector<std::string>{"Atrium is writing."});

    session.claude.says("Open on Friday, when the kiln is cold and the shelves are full again.");
    session->frame(1.0f / 60);
    CHECK_FALSE(session.shows("full again"));
    session->wait(0.6f);
    CHECK(session.shows("full again"));

    session.claude.ends();
    session->settle();
    CHECK_FALSE(session->get(Role::Log, "Conversation").busy);
    CHECK(session.shows("312 tokens · $0.0"));
    const std::vector<std::string> said = session.app.semantics().take_announcements();
    REQUIRE(said.size() == 1);
    CHECK(said[0].find("Open on Friday") == 0);
}

TEST_CASE("conversation: Escape stops an answer and keeps what has come") {
    SessionScreen session(kiln_room().history());
    ask(session, "When do I open?");
    session.claude.says("Open on Friday");
    session->wait(0.6f);
    session->escape();
    session->settle();
    CHECK(session.claude.cancelled == 1);
    CHECK(session.shows("Open on Friday"));
    CHECK(session.shows("Stopped"));
    CHECK(session->find(Role::Button, "Try again") != nullptr);
    CHECK(session->find(Role::Button, "Send") != nullptr);
}

TEST_CASE("conversation: a failed answer says why and what to do") {
    SessionScreen session(kiln_room().history());
    ask(session, "When do I open?");
    session.claude.fails("overloaded_error");
    session->settle();
    CHECK(session.shows("Claude is overloaded right now."));
    CHECK(session->find(Role::Button, "Try again") != nullptr);
    session->click(Role::Button, "Go on with the guide");
    session->frame();
    session->wait(3);
    CHECK(session.shows("Built-in guide · "));
}

TEST_CASE("conversation: Copy gives the answer's text to the clipboard") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->activate(Role::Button, "Copy");
    session->frame();
    REQUIRE(session.platform.copied.size() == 1);
    CHECK(session.platform.copied[0].size() > 20);
}

TEST_CASE("conversation: a reading tab can neither write nor undo") {
    SessionScreen session(kiln_room().history());
    session.app.inbox().post(WritingChanged{false});
    session->settle();
    CHECK(session->get(Role::TextField, "Message").disabled);
    CHECK(session->get(Role::Button, "Undo").disabled);
    CHECK(session->find(Role::Button, "Undo Structure") == nullptr);
    session->click(Role::Button, "Take over");
    session->frame();
    CHECK(session.platform.taken_over == 1);
}

TEST_CASE("conversation: a failed save is said with a way out") {
    SessionScreen session(kiln_room().history());
    session.storage.fails = true;
    session->settle();
    session->click(Role::Checkbox, "Create the space");
    session->frame();
    session->frame();
    CHECK(session.shows("Not saved"));
    CHECK(session.shows("The disk is full."));
    session.storage.fails = false;
    session->click(Role::Button, "Retry saving");
    session->settle();
    CHECK(session.shows("Saved in this browser"));
}

TEST_CASE("conversation: find goes through the hits") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->click(Role::Button, "Find in the conversation");
    session->settle();
    session->type("Find in the conversation", "january");
    session->settle();
    CHECK(session.shows("3 of 3"));
    session->click(Role::Button, "Previous match");
    session->settle();
    CHECK(session.shows("2 of 3"));
    session->escape();
    session->settle();
    CHECK(session->find(Role::Button, "Previous match") == nullptr);
}

TEST_CASE("conversation: ten thousand messages cost no more rows than ten") {
    domain::EventStore store = domain::testing::started_store();
    std::vector<domain::Event> events;
    for (std::uint64_t id = 100; id < 10'100; id += 2) {
        events.emplace_back(domain::MessageAdded{creator_message(id, "And then?", 1)});
        events.emplace_back(
            domain::MessageAdded{claude_answer(id + 1, "Then **this** comes, at last.", 1)});
    }
    store.append(std::move(events), domain::testing::kNoon);
    SessionScreen session(store.history());
    session->settle();
    CHECK(session->count(Role::Article) > 4);
    CHECK(session->count(Role::Article) < 40);
}

TEST_CASE("conversation: the project can be renamed") {
    SessionScreen session(kiln_room().history());
    session->settle();
    session->click(Role::Button, "Launch menu");
    session->settle();
    session->click(Role::MenuItem, "Rename");
    session->settle();
    session->type("Name", std::string(200, 'x'));
    session->settle();
    session->click(Role::Button, "Rename");
    session->settle();
    CHECK(session->get(Role::Heading, std::string(200, 'x')).rect.width < 700);
}

TEST_CASE("conversation: who has scrolled up stays there and is told of new messages") {
    SessionScreen session(kiln_room().history(), 1440, 700);
    session->settle();
    ask(session, "When do I open?");
    session->move_to(700, 300);
    session->wheel(-2000);
    session->settle();
    const float before = session->get(Role::Article, "You, 12:05").rect.y;
    session.claude.says("Open on Friday.");
    session.claude.ends();
    session->settle();
    CHECK(session->get(Role::Article, "You, 12:05").rect.y == before);
    session->click(Role::Button, "1 new message");
    session->settle();
    CHECK(session->find(Role::Button, "1 new message") == nullptr);
    CHECK(session.shows("Open on Friday."));
}

TEST_CASE("conversation: the way to the end never lies over what is read") {
    for (const float width : {390.0f, 320.0f, 1000.0f, 1440.0f}) {
        CAPTURE(width);
        SessionScreen session(kiln_room().history(), width, 600);
        session->settle();
        session->move_to(width / 2, 300);
        session->wheel(-40);
        session->settle();
        // A few lines are no way to go.
        CHECK(session->find(Role::Button, "To the end") == nullptr);
        session->wheel(-2000);
        session->settle();
        const Rect button = session->get(Role::Button, "To the end").rect;
        for (const Node& node : session.app.semantics().nodes()) {
            const bool text = node.role == Role::Article || node.role == Role::Text;
            if (text && node.rect.width > 0) {
                CAPTURE(node.name);
                const Rect both = intersection(node.rect, button);
                CHECK((both.width <= 0 || both.height <= 0));
            }
        }
        session->click(Role::Button, "To the end");
        session->settle();
        CHECK(session->find(Role::Button, "To the end") == nullptr);
    }
}

TEST_CASE("conversation: with reduced motion an answer's text is there as soon as it comes") {
    SessionScreen session(kiln_room().history());
    session.app.inbox().post(PreferencesChanged{true, false, true});
    session->settle();
    ask(session, "When do I open?");
    session.claude.says("Open on Friday, when the kiln is cold and the shelves are full again.");
    session->frame();
    CHECK(session.shows("full again"));
}
