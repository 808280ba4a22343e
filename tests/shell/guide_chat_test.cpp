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

}  // namespace

TEST_CASE("guide chat: a clock that is set back delays no word") {
    const domain::Engine engine(testing::kiln_room().history());
    domain::Context context = domain::testing::context_at(20);
    Inbox inbox;
    GuideChat guide(
        inbox,
        [&]() -> const domain::Workspace& { return engine.workspace(); },
        [&] { return context; },
        GuideChat::Pace::Reading);
    guide.start(1, second_round());
    context.now += guide.tick(context.now);
    const domain::Millis wait = guide.tick(context.now);
    REQUIRE(wait > 0);

    constexpr domain::Millis kHour = 3'600'000;
    CHECK(guide.tick(context.now - kHour) <= wait);
    CHECK(guide.tick(context.now - kHour + 60'000) < 0);
}

TEST_CASE("guide chat: the frame that asks does not wait for the answer") {
    const domain::Engine engine(testing::kiln_room().history());
    domain::Context context = domain::testing::context_at(20);
    int looks = 0;
    Inbox inbox;
    GuideChat guide(
        inbox,
        [&]() -> const domain::Workspace& {
            ++looks;
            return engine.workspace();
        },
        [&] { return context; },
        GuideChat::Pace::Reading);
    guide.start(1, second_round());
    const domain::Millis wait = guide.tick(context.now);
    CHECK(wait > 0);
    CHECK(looks == 0);

    context.now += wait;
    guide.tick(context.now);
    CHECK(looks == 1);
    CHECK_FALSE(inbox.empty());
}

TEST_CASE("guide chat: a reply that is stopped before it is thought of never comes") {
    const domain::Engine engine(testing::kiln_room().history());
    domain::Context context = domain::testing::context_at(20);
    Inbox inbox;
    GuideChat guide(
        inbox,
        [&]() -> const domain::Workspace& { return engine.workspace(); },
        [&] { return context; },
        GuideChat::Pace::Reading);
    guide.start(1, second_round());
    guide.cancel(1);
    CHECK(guide.tick(context.now + 60'000) < 0);
    CHECK(inbox.empty());
}

}  // namespace atrium::shell
