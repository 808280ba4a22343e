// A conversation with the built-in guide for tests: the real engine, the real stream, no clock.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "core/domain/engine.h"
#include "core/domain/guide/guide_stream.h"
#include "tests/core/sample_workspace.h"

namespace atrium::domain::testing {

class Conversation {
 public:
    explicit Conversation(CreatorProfile profile = demo_profile(kToday)) {
        carry_out(SaveProfile{std::move(profile)});
        carry_out(StartProject{"A launch"});
    }

    // What came of one message.
    struct Turn {
        std::vector<Decision> decisions;
        std::vector<std::string> tasks;
        std::vector<Suggestion> suggestions;
        std::vector<std::string> documents;
        std::vector<std::string> plan;  // words of the changes of the plan
        std::string text;
    };

    Turn say(std::string_view text) {
        ++minute_;
        turn_ = Turn{};
        carry_out(SendMessage{std::string(text)});
        turn_.text = last().text;
        return turn_;
    }

    // Something done outside the conversation: a form, a button.
    void act(const Command& command) {
        ++minute_;
        carry_out(command);
    }

    // Takes the quick reply at a place, as a press of the button would.
    Turn press(std::size_t reply) {
        const std::vector<std::string> replies = last().quick_replies;
        REQUIRE(reply < replies.size());
        return say(replies[reply]);
    }

    const Project& project() const { return *active_project(engine_.workspace()); }

    const Workspace& workspace() const { return engine_.workspace(); }

    const Message& last() const { return project().messages.back(); }

    Context context() const { return context_at(minute_); }

    std::string decided(DecisionCategory category) const {
        const Decision* decision = current_decision(project(), category);
        return decision == nullptr ? "" : decision_label(decision->slots);
    }

 private:
    void carry_out(const Command& command) {
        const Result<Output> output = engine_.dispatch(command, context());
        REQUIRE_MESSAGE(output, (output ? std::string() : output.error().message));
        settle(output.value());
    }

    void settle(const Output& output) {
        for (const RecordedEvent& recorded : output.recorded) {
            note(recorded.event);
        }
        for (const Effect& effect : output.effects) {
            const auto* start = std::get_if<StartStream>(&effect);
            if (start == nullptr) {
                continue;
            }
            const auto events = guide_stream(engine_.workspace(), start->request, context());
            for (const protocol::StreamEvent& event : events) {
                settle(engine_.receive(start->stream, event, context()));
            }
        }
    }

    void note(const Event& event) {
        if (const auto* decision = std::get_if<DecisionRecorded>(&event)) {
            turn_.decisions.push_back(decision->decision);
        } else if (const auto* task = std::get_if<TaskCompleted>(&event)) {
            turn_.tasks.push_back(task->task_id);
        } else if (const auto* suggestion = std::get_if<SuggestionMade>(&event)) {
            turn_.suggestions.push_back(suggestion->suggestion);
        } else if (const auto* document = std::get_if<DocumentSaved>(&event)) {
            turn_.documents.push_back(document->kind);
        } else if (const auto* change = std::get_if<PlanChangeNoted>(&event)) {
            turn_.plan.push_back(change->words);
        }
    }

    Engine engine_;
    Turn turn_;
    int minute_ = 0;
};

}  // namespace atrium::domain::testing
