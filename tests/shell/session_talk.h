// What tests of the conversation do again and again: Claude answers, the network goes, a message is
// sent.
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "tests/shell/session_screen.h"

namespace atrium::shell::testing {

// The phone that has least room.
inline constexpr float kNarrow = 320;

inline void say(SessionScreen& session, const std::string& text) {
    session.claude.begins();
    session.claude.says(text);
    session.claude.ends();
    session->settle();
}

// Claude answers, and the answer so far is asked for again with another one.
inline void answer_again(SessionScreen& session, const std::string& text) {
    session.connect();
    session->settle();
    session->activate(Role::Button, "Answer again");
    session->frame();
    session->frame();
    say(session, text);
}

inline void go_offline(SessionScreen& session) {
    session.connect();
    session.app.inbox().post(NetworkChanged{false});
    session->settle();
}

inline void send(SessionScreen& session, const char* text) {
    session->type("Message", text);
    session->frame();
    session->submit("Message");
    session->frame();
    session->frame();
}

// Every button of the conversation lies within the screen.
inline void check_fits(SessionScreen& session, float width) {
    for (const Node& node : session.app.semantics().nodes()) {
        if (node.role == Role::Button && node.rect.width > 0) {
            CAPTURE(node.name);
            CHECK(node.rect.x >= 0);
            CHECK(node.rect.right() <= width);
        }
    }
}

}  // namespace atrium::shell::testing
