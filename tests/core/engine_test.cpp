#include "core/domain/engine.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/domain/session_clock.h"
#include "tests/core/engine_session.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;
using namespace atrium::protocol;

TEST_CASE("engine: a project begins with a personal welcome and the clock running") {
    Session session;
    REQUIRE(session.project().messages.size() == 1);
    const Message& welcome = session.project().messages[0];
    CHECK(welcome.author == Author::Guide);
    CHECK(welcome.text.find("Maya") != std::string::npos);
    CHECK(welcome.quick_replies.size() >= 2);
    CHECK(session.project().clock.running);
}

TEST_CASE("engine: an answer is kept with its tokens and cost") {
    Session session;
    session.run(SendMessage{"What should I do first?"});
    REQUIRE(session.engine.turn() != nullptr);
    session.play(answer("Decide where to meet."));
    CHECK(session.engine.turn() == nullptr);
    const Message& reply = session.last_message();
    CHECK(reply.author == Author::Claude);
    CHECK(reply.text == "Decide where to meet.");
    CHECK(reply.status == MessageStatus::Complete);
    CHECK(reply.usage.input_tokens == 1000);
    CHECK(reply.usage.output_tokens == 50);
    // 1000 × $2 + 50 × $10 per million.
    CHECK(reply.cost_nano_usd == 2'500'000);
}

TEST_CASE("engine: a tool call is applied at once, answered, and can be undone") {
    Session session;
    session.run(SendMessage{"Discord it is."});
    const MessageId question = session.last_message().id;
    session.play(tool_round("Good. ", {{"toolu_1", "record_decision", kPlatformCall}}));
    const Decision* decision = current_decision(session.project(), DecisionCategory::Platform);
    REQUIRE(decision != nullptr);
    CHECK(decision->message == question);
    CHECK(decision->source == DecisionSource::Ai);
    // The second round carries the call and its result.
    REQUIRE(session.requests.size() == 2);
    const auto& messages = session.requests[1].messages;
    REQUIRE(messages.size() >= 2);
    const auto* result = std::get_if<ToolResultBlock>(&messages.back().content.at(0));
    REQUIRE(result != nullptr);
    CHECK(result->tool_use_id == "toolu_1");
    CHECK_FALSE(result->is_error);
    session.play(answer("Next: the price."));
    CHECK(session.last_message().text == "Good. \n\nNext: the price.");
    session.run(UndoBatch{decision->batch});
    CHECK(current_decision(session.project(), DecisionCategory::Platform) == nullptr);
}

TEST_CASE("engine: a malformed tool call is refused with a reason the model can correct") {
    Session session;
    session.run(SendMessage{"29 a month"});
    session.play(tool_round(
        "",
        {{"toolu_1", "record_decision", R"({"category":"pricing","slots":{"amount":"a lot"}})"}}));
    const auto& block = session.requests.back().messages.back().content.at(0);
    const auto& result = std::get<ToolResultBlock>(block);
    CHECK(result.is_error);
    CHECK_FALSE(result.content.empty());
    CHECK(decisions_made(session.project()) == 0);
}

TEST_CASE("engine: parallel tool calls are all answered, in order") {
    Session session;
    session.run(SendMessage{"Discord, and the promise is written."});
    session.play(tool_round("",
                            {{"a", "record_decision", kPlatformCall},
                             {"b",
                              "complete_task",
                              R"({"task_id":"define-promise","note":"Written.","confidence":0.9})"},
                             {"c", "no_such_tool", "{}"}}));
    const auto& content = session.requests.back().messages.back().content;
    REQUIRE(content.size() == 3);
    CHECK(std::get<ToolResultBlock>(content[0]).tool_use_id == "a");
    CHECK(std::get<ToolResultBlock>(content[2]).is_error);
    CHECK(task_is_done(session.project(), "define-promise"));
}

TEST_CASE("engine: a confidence between 0.60 and 0.85 asks, below it nothing happens") {
    Session session;
    session.run(SendMessage{"Maybe Discord."});
    std::string call = kPlatformCall;
    session.play(
        tool_round("", {{"a", "record_decision", call.replace(call.find("0.95"), 4, "0.70")}}));
    CHECK(decisions_made(session.project()) == 0);
    REQUIRE(session.project().suggestions.size() == 1);
    session.play(answer("Shall I note it?"));
    session.run(ConfirmSuggestion{session.project().suggestions[0].id});
    CHECK(current_slots<PlatformSlots>(session.project())->name == "discord");
    CHECK(session.error_of(ConfirmSuggestion{session.project().suggestions[0].id}) ==
          "suggestion-closed");

    Session doubtful;
    doubtful.run(SendMessage{"Hm."});
    call = kPlatformCall;
    doubtful.play(
        tool_round("", {{"a", "record_decision", call.replace(call.find("0.95"), 4, "0.40")}}));
    CHECK(doubtful.project().suggestions.empty());
    CHECK(decisions_made(doubtful.project()) == 0);
}

TEST_CASE("engine: quick replies end the turn without another round") {
    Session session;
    session.run(SendMessage{"Hello"});
    session.play(
        tool_round("Where should they meet?",
                   {{"a", "suggest_next_steps", R"({"suggestions":["Discord","Circle"]})"}}));
    CHECK(session.engine.turn() == nullptr);
    CHECK(session.requests.size() == 1);
    CHECK(session.last_message().quick_replies == std::vector<std::string>{"Discord", "Circle"});
}

TEST_CASE("engine: a model that calls tools without an end is stopped") {
    Session session;
    session.run(SendMessage{"Go"});
    int rounds = 0;
    while (session.engine.turn() != nullptr && rounds < 50) {
        session.play(tool_round("", {{"a", "complete_task", R"({"task_id":"nonsense"})"}}));
        ++rounds;
    }
    CHECK(rounds == atrium::domain::kMaxToolRounds);
    CHECK(session.last_message().problem_code == "tool-limit");
}

TEST_CASE("engine: a cut stream keeps the text, says why, and can be tried again") {
    Session session;
    session.run(SendMessage{"Hello"});
    session.feed(MessageStarted{});
    session.feed(BlockStarted{0, TextBlock{}});
    session.feed(TextDelta{0, "Half a sen"});
    session.feed(StreamError{"cut_off", "closed"});
    CHECK(session.last_message().text == "Half a sen");
    CHECK(session.last_message().status == MessageStatus::Failed);
    CHECK(session.last_message().problem_code == "cut-off");
    session.run(RetryReply{});
    // The failed attempt is not sent along as if it had been said.
    CHECK(session.requests.back().messages.back().role == Role::User);
    session.play(answer("A whole sentence."));
    CHECK(session.last_message().status == MessageStatus::Complete);
}

TEST_CASE("engine: a reply that breaks costs what its day's prices say") {
    Session session;
    session.run(SendMessage{"Hello"});
    UsageReport usage;
    usage.cache_read_tokens = 1'000'000;
    session.feed(MessageStarted{"msg_1", "claude-sonnet-5-5", usage});
    session.feed(StreamError{"cut_off", "closed"});
    // Since 2026-10-07 a million cached tokens are $0.10, before it was $0.20.
    CHECK(session.last_message().cost_nano_usd == 100'000'000);
}

TEST_CASE("engine: stop keeps the partial text and ignores what still arrives") {
    Session session;
    session.run(SendMessage{"Hello"});
    const std::uint64_t stream = session.last_stream;
    session.feed(BlockStarted{0, TextBlock{}});
    session.feed(TextDelta{0, "So far"});
    session.run(StopReply{});
    CHECK(session.cancelled == std::vector<std::uint64_t>{stream});
    CHECK(session.last_message().text == "So far");
    CHECK(session.last_message().status == MessageStatus::Stopped);
    const std::size_t count = session.project().messages.size();
    session.feed(TextDelta{0, "late"});
    session.feed(MessageStopped{});
    CHECK(session.project().messages.size() == count);
}

TEST_CASE("engine: each end of a stream has its own words") {
    const auto code_after = [](const StreamEvent& event) {
        Session session;
        session.run(SendMessage{"Hello"});
        session.feed(event);
        CHECK_FALSE(session.last_message().problem.empty());
        return session.last_message().problem_code;
    };
    CHECK(code_after(StreamError{"overloaded_error", "Overloaded", 529}) == "overloaded");
    CHECK(code_after(StreamError{"rate_limit_error", "x", 429, 30}) == "rate-limited");
    CHECK(code_after(StreamError{"rate_limit_error", "50 a day.", 429, 40'000}) == "daily-limit");
    CHECK(code_after(StreamError{"network_error", "x"}) == "offline");
    CHECK(code_after(StreamError{"authentication_error", "x", 401}) == "not-signed-in");
    CHECK(code_after(StreamError{"api_error", "x", 500}) == "failed");
    const auto code_at_end = [](StopReason reason) {
        Session session;
        session.run(SendMessage{"Hello"});
        session.play(round_of("Some text", {}, reason));
        return session.last_message().problem_code;
    };
    CHECK(code_at_end(StopReason::MaxTokens) == "length-limit");
    CHECK(code_at_end(StopReason::Refusal) == "refused");
    CHECK(code_at_end(StopReason::ContextWindowExceeded) == "conversation-full");
    CHECK(code_at_end(StopReason::EndTurn).empty());
}

TEST_CASE("engine: a pause of the model goes on in another round") {
    Session session;
    session.run(SendMessage{"Hello"});
    session.play(round_of("First part.", {}, StopReason::PauseTurn));
    REQUIRE(session.engine.turn() != nullptr);
    session.play(answer("Second part."));
    CHECK(session.last_message().text == "First part.\n\nSecond part.");
}

TEST_CASE("engine: the detector looks at the creator's words when the model recorded nothing") {
    Session session;
    session.run(SendMessage{"We're going with Discord."});
    session.play(answer("Fine."));
    const Decision* decision = current_decision(session.project(), DecisionCategory::Platform);
    REQUIRE(decision != nullptr);
    CHECK(decision->source == DecisionSource::User);
    // And not when the model has acted already.
    Session acted;
    acted.run(SendMessage{"We're going with Discord."});
    acted.play(tool_round("", {{"a", "record_decision", kPlatformCall}}));
    acted.play(answer("Noted."));
    CHECK(acted.project().decisions.size() == 1);
}

TEST_CASE("engine: sending while an answer is written stops that answer first") {
    Session session;
    session.run(SendMessage{"One"});
    session.feed(BlockStarted{0, TextBlock{}});
    session.feed(TextDelta{0, "Answer to o"});
    session.run(SendMessage{"Two"});
    CHECK(session.cancelled.size() == 1);
    const auto& messages = session.project().messages;
    CHECK(messages[messages.size() - 2].status == MessageStatus::Stopped);
    CHECK(messages.back().text == "Two");
}

TEST_CASE("engine: bad commands change nothing and say why") {
    Session session;
    const Workspace before = session.engine.workspace();
    CHECK(session.error_of(SendMessage{"  \n"}) == "message-empty");
    CHECK(session.error_of(SendMessage{std::string(200'000, 'x')}) == "message-too-long");
    CHECK(session.error_of(StartProject{"Another"}) == "project-active");
    CHECK(session.error_of(CompleteTask{"no-such-task", ""}) == "task-unknown");
    CHECK(session.error_of(EstimateTask{"run-beta", -1}) == "hours-invalid");
    CHECK(session.error_of(Undo{}) == "nothing-to-undo");
    CHECK(session.error_of(Redo{}) == "nothing-to-redo");
    CHECK(session.error_of(ReopenProject{ProjectId{77}}) == "project-active");
    CreatorProfile profile = sample_profile();
    profile.hours_per_week = -3;
    CHECK(session.error_of(SaveProfile{profile}) == "profile-invalid");
    CHECK(session.engine.workspace() == before);
}

TEST_CASE(
    "engine: milestones are reached once, also when a decision is taken back and made again") {
    Session session;
    session.run(RecordDecision{PlatformSlots{"discord"}, ""});
    const auto reached = session.project().milestones;
    REQUIRE(reached.size() == 1);
    session.run(Undo{});
    session.run(RecordDecision{PlatformSlots{"circle"}, ""});
    CHECK(session.project().milestones == reached);
}

TEST_CASE("engine: a session left without Pause is paused when it was last seen") {
    Session session;
    session.minute = 7;
    session.run(SendMessage{"Hello"});
    session.play(answer("Hi."));
    Engine reloaded(session.engine.store().history());
    const Output output = reloaded.wake(context_at(3 * 24 * 60));
    CHECK(output.recorded.size() == 1);
    const Project& project = *active_project(reloaded.workspace());
    CHECK_FALSE(project.clock.running);
    CHECK(project.clock.elapsed == 7 * 60'000);
}

TEST_CASE("engine: a short absence does not count, and the session goes on") {
    Session session;
    session.minute = 7;
    session.run(SendMessage{"Hello"});
    session.play(answer("Hi."));
    Engine reloaded(session.engine.store().history());
    const Output output = reloaded.wake(context_at(16), context_at(8).now);
    CHECK(output.recorded.size() == 2);
    const SessionClock& clock = active_project(reloaded.workspace())->clock;
    CHECK(clock.running);
    CHECK(clock.elapsed == 8 * 60'000);
    CHECK(session_minute(clock, context_at(17).now) == 9);
    // A replay of what was recorded gives the same clock.
    const Engine replayed(reloaded.store().history());
    CHECK(active_project(replayed.workspace())->clock == clock);
}

TEST_CASE("engine: a session whose minutes are used up is left as it is") {
    Session session;
    session.minute = 7;
    session.run(SendMessage{"Hello"});
    session.play(answer("Hi."));
    Engine reloaded(session.engine.store().history());
    CHECK(reloaded.come_back(context_at(31).now, context_at(50)).recorded.empty());
    CHECK(reloaded.come_back(context_at(7).now, context_at(8)).recorded.empty());
}

TEST_CASE("engine: the request has the rules first, the state second and alternating roles") {
    Session session;
    session.run(SendMessage{"Hello"});
    const MessagesRequest& request = session.requests.back();
    REQUIRE(request.system.size() == 2);
    CHECK(request.system[0].cache_breakpoint);
    CHECK(request.system[0].text.find("define-promise") != std::string::npos);
    CHECK(request.system[0].text.find("Maya") == std::string::npos);
    CHECK(request.system[1].text.find("Maya") != std::string::npos);
    CHECK(request.tools.size() >= 4);
    CHECK_FALSE(request.temperature.has_value());
    REQUIRE_FALSE(request.messages.empty());
    CHECK(request.messages.front().role == Role::User);
    CHECK(request.messages.back().role == Role::User);
    for (std::size_t i = 1; i < request.messages.size(); ++i) {
        CHECK(request.messages[i].role != request.messages[i - 1].role);
    }
}

TEST_CASE("engine: a long history is cut to its newest part") {
    Session session;
    for (int i = 0; i < 40; ++i) {
        session.run(SendMessage{"Question " + std::to_string(i) + std::string(2'000, '.')});
        session.play(answer(std::string(2'000, 'a')));
    }
    session.run(SendMessage{"The last question"});
    std::size_t characters = 0;
    for (const ChatMessage& message : session.requests.back().messages) {
        characters += std::get<TextBlock>(message.content[0]).text.size();
    }
    CHECK(characters < 70'000);
    CHECK(characters > 40'000);
    const auto& newest = session.requests.back().messages.back();
    CHECK(std::get<TextBlock>(newest.content[0]).text == "The last question");
}
