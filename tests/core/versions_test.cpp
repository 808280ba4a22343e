// An answer asked for again, a message sent in other words, a message that waits: what is shown,
// what is sent, and what of it holds.
#include "core/domain/versions.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/domain/guide/guide.h"
#include "tests/core/engine_session.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;
using namespace atrium::protocol;

namespace {

std::vector<std::string> shown_texts(const Session& session) {
    std::vector<std::string> texts;
    // Without the welcome.
    for (std::size_t i = 1; i < session.project().messages.size(); ++i) {
        texts.push_back(session.project().messages[i].text);
    }
    return texts;
}

std::string sent_texts(const MessagesRequest& request) {
    std::string all;
    for (const ChatMessage& message : request.messages) {
        for (const ContentBlock& block : message.content) {
            if (const auto* text = std::get_if<TextBlock>(&block)) {
                all += text->text + "|";
            }
        }
    }
    return all;
}

Versions last_versions(const Session& session) {
    return versions_at(session.project(), session.project().messages.size() - 1);
}

std::string platform_of(const Session& session) {
    const auto* slots = current_slots<PlatformSlots>(session.project());
    return slots != nullptr ? slots->name : "";
}

ToolUseBlock platform_call(const std::string& name, const char* confidence = "0.95") {
    return {"toolu_1",
            "record_decision",
            R"({"category":"platform","slots":{"name":")" + name +
                R"("},"rationale":"Said so.","confidence":)" + confidence + "}"};
}

ToolUseBlock document_call(const std::string& markdown) {
    return {"toolu_2",
            "save_document",
            R"({"kind":"member-promise","title":"Promise","markdown":")" + markdown + R"("})"};
}

// The creator says something and is answered; gives the message of the creator.
MessageId exchange(Session& session, const std::string& said, const std::string& answered) {
    session.run(SendMessage{said});
    const MessageId message = session.last_message().id;
    session.play(answer(answered));
    return message;
}

void answer_again(Session& session, const std::string& answered) {
    session.run(RetryReply{});
    session.play(answer(answered));
}

// The same state when it is loaded as when it was lived through.
void check_reloads(const Session& session) {
    const EventStore reloaded(session.engine.store().history());
    CHECK(reloaded.workspace() == session.engine.workspace());
}

}  // namespace

TEST_CASE("versions: an answer asked for again keeps the former one, and one can step back") {
    Session session;
    exchange(session, "Which platform?", "First answer.");
    session.run(RetryReply{});
    CHECK(shown_texts(session) == std::vector<std::string>{"Which platform?"});
    CHECK(sent_texts(session.requests.back()).find("First answer.") == std::string::npos);
    session.play(answer("Second answer."));
    answer_again(session, "Third answer.");
    CHECK(shown_texts(session) == std::vector<std::string>{"Which platform?", "Third answer."});
    const Versions versions = last_versions(session);
    CHECK(versions.ids.size() == 3);
    CHECK(versions.shown == 2);

    session.run(ShowMessage{versions.ids[0]});
    CHECK(shown_texts(session) == std::vector<std::string>{"Which platform?", "First answer."});
    CHECK(last_versions(session) == Versions{versions.ids, 0});
    check_reloads(session);
    session.run(SendMessage{"And then?"});
    CHECK(sent_texts(session.requests.back()).find("First answer.") != std::string::npos);
    CHECK(sent_texts(session.requests.back()).find("Third answer.") == std::string::npos);
}

TEST_CASE("versions: what an answer recorded goes and comes with it") {
    Session session;
    session.run(SendMessage{"You choose."});
    session.play(tool_round("Good. ", {platform_call("discord"), document_call("One")}));
    session.play(answer("Discord."));
    const BatchId first = session.project().decisions.front().batch;
    session.run(RetryReply{});
    CHECK(platform_of(session).empty());
    CHECK(session.project().documents.empty());
    session.play(tool_round("Well. ", {platform_call("circle"), document_call("Two")}));
    session.play(answer("Circle."));
    CHECK(session.project().decisions.size() == 1);
    CHECK(platform_of(session) == "circle");
    CHECK(session.project().documents.front().versions.size() == 1);
    CHECK(session.engine.store().is_set_aside(first));
    CHECK_FALSE(session.engine.store().can_undo(first));

    session.run(ShowMessage{last_versions(session).ids[0]});
    CHECK(platform_of(session) == "discord");
    CHECK(session.project().decisions.size() == 1);
    CHECK(session.project().documents.front().latest().markdown == "One");
    check_reloads(session);
}

TEST_CASE("versions: what the creator's words recorded stays when the answer is asked for again") {
    Session session;
    exchange(session, "We're going with Discord.", "Fine.");
    REQUIRE(platform_of(session) == "discord");
    session.run(RetryReply{});
    CHECK(platform_of(session) == "discord");
    session.play(tool_round("", {platform_call("discord")}));
    session.play(answer("Noted."));
    CHECK(session.project().decisions.size() == 1);
    check_reloads(session);
}

TEST_CASE("versions: what was undone by hand stays undone when its answer comes back") {
    Session session;
    session.run(SendMessage{"You choose."});
    session.play(tool_round("", {platform_call("discord")}));
    session.play(answer("Discord."));
    session.run(Undo{});
    answer_again(session, "Hm.");
    CHECK(session.error_of(Redo{}) == "nothing-to-redo");
    session.run(ShowMessage{last_versions(session).ids[0]});
    CHECK(platform_of(session).empty());
    session.run(Redo{});
    CHECK(platform_of(session) == "discord");
    check_reloads(session);
}

TEST_CASE("versions: a message in other words keeps what followed it as a version") {
    Session session;
    const MessageId discord = exchange(session, "We're going with Discord.", "Fine.");
    exchange(session, "And the price?", "$29.");
    session.run(RecordDecision{PricingSlots{29.0, "USD", "month", {}}, ""});
    session.run(EditMessage{discord, "We're going with Circle."});
    CHECK(shown_texts(session) == std::vector<std::string>{"We're going with Circle."});
    CHECK(platform_of(session).empty());
    // Made by hand: it belongs to no message.
    CHECK(current_slots<PricingSlots>(session.project()) != nullptr);
    session.play(answer("Circle then."));
    CHECK(platform_of(session) == "circle");

    const Versions versions = versions_at(session.project(), 1);
    CHECK(versions.ids.size() == 2);
    CHECK(versions.shown == 1);
    session.run(ShowMessage{discord});
    CHECK(shown_texts(session) ==
          std::vector<std::string>{"We're going with Discord.", "Fine.", "And the price?", "$29."});
    CHECK(platform_of(session) == "discord");
    check_reloads(session);
}

TEST_CASE("versions: a message within a version that is set aside is shown with all around it") {
    Session session;
    const MessageId one = exchange(session, "One", "Answer one");
    exchange(session, "Two", "Answer two");
    const MessageId answer_two = session.last_message().id;
    answer_again(session, "Answer two again");
    session.run(EditMessage{one, "Another one"});
    session.play(answer("Answer to another one"));
    session.run(ShowMessage{answer_two});
    CHECK(shown_texts(session) ==
          std::vector<std::string>{"One", "Answer one", "Two", "Answer two"});
    CHECK(last_versions(session).ids.size() == 2);
    CHECK(versions_at(session.project(), 1).ids.size() == 2);
    check_reloads(session);
}

TEST_CASE("versions: the guide says the same in other words when it is asked again") {
    Session session;
    const auto asked = [&] {
        const auto reply =
            guide_answer(session.engine.workspace(), "Hm, no idea what you mean", context_at(1));
        return reply.text;
    };
    session.run(SendMessage{"Hm, no idea what you mean"});
    const std::string first = asked();
    session.play(answer(first));
    session.run(RetryReply{});
    CHECK(asked() != first);
}

TEST_CASE("versions: an answer that failed at once is no version to step back to") {
    Session session;
    session.run(SendMessage{"Hello"});
    session.feed(StreamError{"network_error", "x"});
    answer_again(session, "Hello.");
    CHECK(last_versions(session).ids.size() == 1);
    CHECK(session.project().messages.size() == 3);
}

TEST_CASE("versions: an answer whose new version never came is shown again after a reload") {
    Session session;
    exchange(session, "Hello", "Good morning.");
    session.run(RetryReply{});
    Engine reloaded(session.engine.store().history());
    CHECK(active_project(reloaded.workspace())->messages.size() == 2);
    CHECK(reloaded.wake(context_at(1)).recorded.size() == 1);
    CHECK(active_project(reloaded.workspace())->messages.back().text == "Good morning.");
    CHECK(reloaded.wake(context_at(1)).recorded.empty());
}

TEST_CASE("versions: an unanswered question can be asked again after a reload") {
    Session session;
    session.run(SendMessage{"Hello"});
    Engine reloaded(session.engine.store().history());
    const auto output = reloaded.dispatch(RetryReply{}, context_at(1));
    REQUIRE(output);
    CHECK(output.value().recorded.empty());
    REQUIRE(reloaded.turn() != nullptr);
    CHECK(reloaded.turn()->question == session.last_message().id);
}

TEST_CASE(
    "versions: the welcome cannot be asked for again, nor changed while an answer is written") {
    Session session;
    CHECK(session.error_of(RetryReply{}) == "nothing-to-retry");
    exchange(session, "Hello", "Good morning.");
    const MessageId first = session.last_message().id;
    CHECK(session.error_of(EditMessage{first, "Mine"}) == "message-unknown");
    CHECK(session.error_of(EditMessage{MessageId{77}, "Mine"}) == "message-unknown");
    CHECK(session.error_of(EditMessage{session.project().messages[1].id, " "}) == "message-empty");
    CHECK(session.error_of(ShowMessage{MessageId{77}}) == "message-unknown");
    session.run(RetryReply{});
    CHECK(session.error_of(RetryReply{}) == "nothing-to-retry");
    CHECK(session.error_of(ShowMessage{first}) == "reply-running");
}

TEST_CASE("versions: editing while an answer is written stops that answer first") {
    Session session;
    session.run(SendMessage{"Hello"});
    session.feed(BlockStarted{0, TextBlock{}});
    session.feed(TextDelta{0, "Good mor"});
    const MessageId hello = session.project().messages[1].id;
    session.run(EditMessage{hello, "Good evening"});
    CHECK(session.cancelled.size() == 1);
    CHECK(shown_texts(session) == std::vector<std::string>{"Good evening"});
    session.play(answer("Good evening."));
    session.run(ShowMessage{hello});
    CHECK(shown_texts(session) == std::vector<std::string>{"Hello", "Good mor"});
    CHECK(session.last_message().status == MessageStatus::Stopped);
}

TEST_CASE("pins: a message is pinned once, also when another version of it is shown") {
    Session session;
    exchange(session, "Hello", "Good morning.");
    const MessageId first = session.last_message().id;
    session.run(PinMessage{first});
    session.run(PinMessage{first});
    CHECK(session.project().pinned == std::vector<MessageId>{first});
    answer_again(session, "Hello yourself.");
    session.run(PinMessage{session.last_message().id});
    CHECK(session.project().pinned.size() == 2);
    CHECK(find_in_versions(session.project(), first)->text == "Good morning.");
    check_reloads(session);
    session.run(UnpinMessage{first});
    CHECK(session.project().pinned == std::vector<MessageId>{session.last_message().id});
    CHECK(session.error_of(PinMessage{MessageId{77}}) == "message-unknown");
    CHECK(session.error_of(Undo{}) == "nothing-to-undo");
}

TEST_CASE("waiting: a message waits outside the conversation until it is sent") {
    Session session;
    session.run(SendMessage{"One", Delivery::WhenConnected});
    session.run(SendMessage{"Two", Delivery::WhenConnected});
    CHECK(session.engine.turn() == nullptr);
    CHECK(session.requests.empty());
    CHECK(shown_texts(session).empty());
    REQUIRE(session.project().waiting.size() == 2);
    CHECK(session.project().waiting[0].status == MessageStatus::PendingOffline);
    check_reloads(session);

    session.run(SendWaiting{session.project().waiting[0].id});
    CHECK(session.last_message().text == "One");
    CHECK(session.last_message().status == MessageStatus::Complete);
    CHECK(sent_texts(session.requests.back()).find("Two") == std::string::npos);
    session.play(answer("Answer one"));
    session.run(SendWaiting{session.project().waiting[0].id});
    session.play(answer("Answer two"));
    CHECK(shown_texts(session) ==
          std::vector<std::string>{"One", "Answer one", "Two", "Answer two"});
    CHECK(session.project().waiting.empty());
    check_reloads(session);
}

TEST_CASE("waiting: a message that is cancelled is gone") {
    Session session;
    session.run(SendMessage{"One", Delivery::WhenConnected});
    const MessageId one = session.project().waiting[0].id;
    session.run(WithdrawMessage{one});
    CHECK(session.project().waiting.empty());
    CHECK(session.error_of(WithdrawMessage{one}) == "message-unknown");
    CHECK(session.error_of(SendWaiting{one}) == "message-unknown");
    check_reloads(session);
}

TEST_CASE("waiting: other words for a message can wait, and cancelling brings back the former") {
    Session session;
    const MessageId hello = exchange(session, "Hello", "Good morning.");
    session.run(EditMessage{hello, "Good evening", Delivery::WhenConnected});
    CHECK(shown_texts(session).empty());
    // Nothing is brought back under it by a reload.
    Engine reloaded(session.engine.store().history());
    CHECK(reloaded.wake(context_at(1)).recorded.empty());
    session.run(WithdrawMessage{session.project().waiting[0].id});
    CHECK(shown_texts(session) == std::vector<std::string>{"Hello", "Good morning."});
}
