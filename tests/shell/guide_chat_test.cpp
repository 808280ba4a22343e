// The guide's pace.
#include "shell/guide_chat.h"

#include <doctest/doctest.h>

#include "core/domain/engine.h"
#include "tests/shell/session_screen.h"

namespace atrium::shell {

namespace {

// The round that speaks: what the first one recorded has its results.
protocol::MessagesRequest second_round() {
    protocol::MessagesRequest request;
    request.messages.push_back(
        {protocol::Role::User, {protocol::ToolResultBlock{.tool_use_id = "tool_1"}}});
    return request;
}

// A guide in a project that is under way, and what it posts.
struct AskedGuide {
    const domain::Engine engine{testing::kiln_room().history()};
    domain::Context context = domain::testing::context_at(20);
    int looks = 0;  // at the workspace
    Inbox inbox;
    GuideChat guide{inbox,
                    [this]() -> const domain::Workspace& {
                        ++looks;
                        return engine.workspace();
                    },
                    [this] { return context; },
                    GuideChat::Pace::Reading};

    AskedGuide() { guide.start(1, second_round()); }
};

}  // namespace

TEST_CASE("guide chat: a clock that is set back delays no word") {
    AskedGuide asked;
    asked.context.now += asked.guide.tick(asked.context.now);
    const domain::Millis now = asked.context.now;
    const domain::Millis wait = asked.guide.tick(now);
    REQUIRE(wait > 0);

    constexpr domain::Millis kHour = 3'600'000;
    CHECK(asked.guide.tick(now - kHour) <= wait);
    CHECK(asked.guide.tick(now - kHour + 60'000) < 0);
}

TEST_CASE("guide chat: the frame that asks does not wait for the answer") {
    AskedGuide asked;
    const domain::Millis wait = asked.guide.tick(asked.context.now);
    CHECK(wait > 0);
    CHECK(asked.looks == 0);

    asked.context.now += wait;
    asked.guide.tick(asked.context.now);
    CHECK(asked.looks == 1);
    CHECK_FALSE(asked.inbox.empty());
}

TEST_CASE("guide chat: a reply that is stopped before it is thought of never comes") {
    AskedGuide asked;
    asked.guide.cancel(1);
    CHECK(asked.guide.tick(asked.context.now + 60'000) < 0);
    CHECK(asked.inbox.empty());
}

}  // namespace atrium::shell
