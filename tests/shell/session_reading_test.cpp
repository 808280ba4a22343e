// Selecting and copying in the conversation and in a document's preview.
#include <doctest/doctest.h>

#include "tests/shell/session_talk.h"

using namespace atrium;
using namespace atrium::shell;
using namespace atrium::shell::testing;

namespace {

// The whole name of the first message whose name begins so.
std::string article(const SessionScreen& session, std::string_view beginning) {
    for (const Node& node : session.app.semantics().nodes()) {
        if (node.role == Role::Article && node.name.substr(0, beginning.size()) == beginning) {
            return node.name;
        }
    }
    return "";
}

Rect words(SessionScreen& session, std::string_view beginning) {
    return session->get(Role::Text, beginning).rect;
}

void drag(SessionScreen& session, float x1, float y1, float x2, float y2) {
    session->move_to(x1, y1);
    session->press();
    session->move_to(x2, y2);
    session->release();
    session->settle();
}

}  // namespace

TEST_CASE("reading: Ctrl A on a message and copying give an answer as Markdown") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK(session.app.selected_text().empty());
    const Rect place = words(session, "Yes. A short window");
    session->click_at(place.x + 40, place.y + 10);
    session->key(ImGuiKey_A, true);
    session->settle();
    CHECK(session.app.selected_text() ==
          "Yes. A short window with a real cap is kinder than a long countdown. Open **40 "
          "founding seats at $20** on 15 January and close them on **Friday 29 January**, or "
          "when they are gone. Members keep that price for as long as they stay.");
}

TEST_CASE("reading: the keyboard reaches messages, and one's own are plain words") {
    SessionScreen session(kiln_room().history());
    session->settle();
    const std::string own = article(session, "You, ");
    REQUIRE_FALSE(own.empty());
    int stops = 0;
    for (const Node& node : session.app.semantics().nodes()) {
        stops += node.focus == Focus::TabStop ? 1 : 0;
    }
    CHECK(stops == 1);
    session->focus(Role::Article, own);
    session->settle();
    CHECK(session->get(Role::Article, own).focus == Focus::TabStop);
    session->key(ImGuiKey_A, true);
    session->settle();
    CHECK(session.app.selected_text().find("**") == std::string::npos);
    CHECK_FALSE(session.app.selected_text().empty());
    session->escape();
    CHECK(session.app.selected_text().empty());
}

TEST_CASE("reading: a selection over two messages copies both") {
    SessionScreen session(kiln_room().history());
    session->settle();
    const Rect question = words(session, "Mid January, maybe the 15th.");
    const Rect answer = words(session, "Yes. A short window");
    drag(session, question.x + 1, question.y + 12, answer.x + 26, answer.y + 12);
    const std::string text = session.app.selected_text();
    CHECK(text.substr(0, 62) == "Mid January, maybe the 15th. Can the offer close that month?\n\n");
    CHECK(text.size() > 62);
}

TEST_CASE("reading: Escape gives up the selection before it stops the answer") {
    SessionScreen session(kiln_room().history());
    session.connect();
    session->type("Message", "What now?");
    session->click(Role::Button, "Send");
    session->frame();
    session.claude.begins();
    session.claude.says("First, the words.");
    session->wait(1);
    const Rect question = words(session, "Mid January, maybe the 15th.");
    session->move_to(question.x + 1, question.y + 12);
    session->press();
    session->move_to(question.x + 90, question.y + 12);
    session->release();
    REQUIRE_FALSE(session.app.selected_text().empty());
    session->escape();
    CHECK(session.app.selected_text().empty());
    CHECK(session.claude.cancelled == 0);
    session->escape();
    CHECK(session.claude.cancelled == 1);
}

namespace {

// A question was sent and Claude begins to answer it.
void ask(SessionScreen& session, const std::string& beginning) {
    session.connect();
    session->type("Message", "What now?");
    session->click(Role::Button, "Send");
    session->frame();
    session.claude.begins();
    session.claude.says(beginning);
    session->wait(2);
    session->act(
        {.kind = SemanticAction::Kind::Blur, .id = session->get(Role::TextField, "Message").id});
}

}  // namespace

TEST_CASE("reading: an answer that is being written keeps what is selected, to its end and after") {
    SessionScreen session(kiln_room().history());
    ask(session, "Open the doors on *Friday 15");
    const Rect answer = words(session, "Open the doors");
    drag(session, answer.x + 1, answer.y + 12, answer.x + 600, answer.y + 12);
    CHECK(session.app.selected_text() == "Open the doors on *Friday 15");
    session.claude.says(" January* and close them.\n\n| Seats | Price |\n");
    session->wait(2);
    CHECK(session.app.selected_text() == "Open the doors on *Friday 15*");
    session.claude.says("|---|---|\n| 40 | $20 |\n\nThat is all.");
    session->wait(2);
    CHECK(session.app.selected_text() == "Open the doors on *Friday 15*");
    session.claude.ends();
    session->settle();
    CHECK(session.shows("That is all."));
    CHECK(session.app.selected_text() == "Open the doors on *Friday 15*");
    // And it is the message's own selection: the keys go on in it.
    Headless& screen = session.screen;
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    screen.key(ImGuiKey_RightArrow, true);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    CHECK(session.app.selected_text() == "Open the doors on *Friday 15 January*");
}

TEST_CASE("reading: an answer that is stopped keeps what was selected of it") {
    SessionScreen session(kiln_room().history());
    ask(session, "Open the doors on **Friday 15");
    const Rect answer = words(session, "Open the doors");
    for (int click = 0; click < 2; ++click) {
        session->click_at(answer.x + 8, answer.y + 12);
    }
    CHECK(session.app.selected_text() == "Open");
    session->activate(Role::Button, "Stop");
    session->settle();
    CHECK(session.app.selected_text() == "Open");
}

TEST_CASE("reading: while text is being dragged over the conversation does not follow the answer") {
    SessionScreen session(kiln_room().history());
    ask(session, "Open the doors.");
    const Rect before = words(session, "Open the doors");
    session->move_to(before.x + 1, before.y + 12);
    session->press();
    session->move_to(before.x + 60, before.y + 12);
    std::string more;
    for (int i = 0; i < 40; ++i) {
        more += "\n\nline " + std::to_string(i);
    }
    session.claude.says(more);
    session->wait(3);
    CHECK(words(session, "Open the doors").y == before.y);
    session->release();
    session->wait(1);
    CHECK(words(session, "Open the doors").y == before.y);
    CHECK(session.app.selected_text().substr(0, 4) == "Open");
}

TEST_CASE("reading: a selection reaches over what is written into what waits, in the order seen") {
    SessionScreen session(kiln_room().history());
    go_offline(session);
    send(session, "When do I open?");
    send(session, "And for how much?");
    session.app.inbox().post(NetworkChanged{true});
    session->settle();
    session.connect();
    session->frame();
    session.claude.begins();
    session.claude.says("In **January**.");
    session->wait(2);
    const Rect answer = words(session, "In January.");
    const Rect waits = words(session, "And for how much?");
    drag(session, answer.x + 1, answer.y + 12, waits.x + 30, waits.y + 12);
    const std::string text = session.app.selected_text();
    CHECK(text.substr(0, 20) == "In **January**.\n\nAnd");
    session.claude.ends();
    session->wait(1);
    REQUIRE_FALSE(session.shows("Waits for the connection"));
    CHECK(session.app.selected_text() == text);
}

TEST_CASE("reading: Shift with arrows is the selection's only while no control has the focus") {
    SessionScreen session(kiln_room().history());
    session->settle();
    CHECK_FALSE(session.app.selection_takes_keys());
    const Rect answer = words(session, "Yes. A short window");
    drag(session, answer.x + 1, answer.y + 12, answer.x + 26, answer.y + 12);
    REQUIRE(session.app.selected_text() == "Yes");
    CHECK(session.app.selection_takes_keys());
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    session->key(ImGuiKey_RightArrow);
    CHECK(session.app.selected_text() == "Yes.");
    session->focus(Role::TextField, "Message");
    CHECK_FALSE(session.app.selection_takes_keys());
    session->key(ImGuiKey_RightArrow, true);
    CHECK(session.app.selected_text() == "Yes.");
    session->focus(Role::Button, "Kit");
    session->key(ImGuiKey_RightArrow);
    CHECK(session.app.selected_text() == "Yes.");
    session->focus(Role::Article, article(session, "You, "));
    session->key(ImGuiKey_RightArrow);
    CHECK(session.app.selected_text() == "Yes. ");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
}

TEST_CASE("reading: a part of a document's preview is copied as Markdown") {
    domain::EventStore store = kiln_room();
    store.append({domain::DocumentSaved{domain::DocumentId{90},
                                        "price-page",
                                        "Price page",
                                        "set-price",
                                        "## Join\n\n- For **$29** a month\n- Leave when you like\n",
                                        "creator"}},
                 domain::testing::kNoon + 17 * 60'000);
    SessionScreen session(store.history());
    session->activate(Role::Button, "Documents");
    session->settle();
    session->activate(Role::Button, "Price page");
    session->settle();
    const Rect item = words(session, "\xe2\x80\xa2 For $29 a month");
    for (int click = 0; click < 3; ++click) {
        session->click_at(item.x + 8, item.y + 10);
    }
    session->settle();
    CHECK(session.app.selected_text() == "- For **$29** a month");
    session->activate(Role::Button, "Session");
    session->settle();
    CHECK(session.app.selected_text().empty());
}
