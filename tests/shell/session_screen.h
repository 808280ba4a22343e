// The whole workspace before a project that is under way, without pixels, network or disk: what a
// creator would see, driven by role and name.
//
//     SessionScreen session(kiln_room().history());
//     session->type("Message", "Circle it is");
//     session->click(Role::Button, "Send");
//     session.claude.says("Recorded.");
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/domain/event_store.h"
#include "core/domain/journal.h"
#include "imgui.h"
#include "shell/app.h"
#include "tests/core/sample_workspace.h"
#include "tests/shell/headless.h"

namespace atrium::shell::testing {

// Acknowledges every commit after the frame in which it came.
class InstantStorage : public StoragePort {
 public:
    bool fails = false;

    void commit(StorageCommit commit) override {
        waiting_.push_back(commit.ticket);
        for (auto& [path, content] : commit.put) {
            files_[path] = content;
        }
        for (const std::string& path : commit.remove) {
            files_.erase(path);
        }
    }

    // What a reload would find beside what the session was opened with.
    const StoredFiles& files() const { return files_; }

    // True when there was something to acknowledge.
    bool acknowledge(Inbox& inbox) {
        const std::vector<std::uint64_t> tickets = std::exchange(waiting_, {});
        for (const std::uint64_t ticket : tickets) {
            if (fails) {
                inbox.post(CommitFinished{ticket, Error{"storage-full", "The disk is full.", ""}});
            } else {
                inbox.post(CommitFinished{ticket, Done{}});
            }
        }
        return !tickets.empty();
    }

 private:
    std::vector<std::uint64_t> waiting_;
    StoredFiles files_;
};

class KeptDraft : public DraftPort {
 public:
    std::string text;

    void keep(std::string_view draft) override { text = draft; }
};

// Says what the test says, in the stream that was started last.
class ScriptedClaude : public ChatPort {
 public:
    Inbox* inbox = nullptr;
    StreamId stream = 0;
    int cancelled = 0;

    void start(StreamId id, const protocol::MessagesRequest&) override { stream = id; }

    void cancel(StreamId) override { ++cancelled; }

    void begins() {
        post(protocol::MessageStarted{"msg_1", "claude-sonnet-5-5", {}});
        post(protocol::BlockStarted{0, protocol::TextBlock{""}});
    }

    void says(const std::string& text) { post(protocol::TextDelta{0, text}); }

    void ends() {
        post(protocol::BlockStopped{0});
        protocol::UsageReport usage;
        usage.input_tokens = 1200;
        usage.output_tokens = 312;
        post(protocol::MessageDelta{protocol::StopReason::EndTurn, "", usage});
        post(protocol::MessageStopped{});
    }

    // The tool call that saves a document; the answer goes on in the next round.
    void drafts(const std::string& kind, const std::string& task, const std::string& markdown) {
        post(protocol::BlockStopped{0});
        post(protocol::BlockStarted{1, protocol::ToolUseBlock{"toolu_1", "save_document", "{}"}});
        post(protocol::InputJsonDelta{1,
                                      R"({"kind":")" + kind + R"(","title":"Guidelines",)" +
                                          R"("markdown":")" + markdown + R"(","task_id":")" + task +
                                          R"("})"});
        post(protocol::BlockStopped{1});
        post(protocol::MessageDelta{protocol::StopReason::ToolUse, "", {}});
        post(protocol::MessageStopped{});
    }

    void fails(const std::string& type) {
        post(protocol::StreamError{type, "The reply broke.", 0, std::nullopt});
    }

 private:
    void post(protocol::StreamEvent event) { inbox->post(StreamArrived{stream, std::move(event)}); }
};

inline StoredFiles stored(const std::vector<domain::RecordedEvent>& history) {
    domain::Journal journal{domain::LoadedJournal{}};
    return journal.append(history, history).put;
}

class SessionScreen {
 public:
    InstantStorage storage;
    ScriptedClaude claude;
    FakePlatform platform;
    KeptDraft draft;
    double next_frame_in = -1;  // what the app said last
    App app;
    Headless screen;

    explicit SessionScreen(const std::vector<domain::RecordedEvent>& history,
                           float width = 1440,
                           float height = 900,
                           const std::string& language = "en-GB")
        : SessionScreen(history, at_noon(language), width, height) {}

    // Opened in a browser that keeps something of an earlier visit beside the journal.
    SessionScreen(const std::vector<domain::RecordedEvent>& history,
                  const FakePlatform& browser,
                  float width = 1440,
                  float height = 900)
        : platform(browser),
          app({claude, storage, platform, draft}, stored(history)),
          screen([this](std::vector<SemanticAction> actions) { return draw(std::move(actions)); },
                 app.semantics(),
                 width,
                 height) {
        claude.inbox = &app.inbox();
        opened_with_ = stored(history);
        screen.frame();
        screen.frame();
    }

    // From now on Claude answers.
    void connect() {
        app.inbox().post(ProxyAnswered{std::string(
            R"({"claude":true,"default_model":"claude-sonnet-5-5","messages_per_day":50,)"
            R"("messages_today":11,"models":[{"id":"claude-sonnet-5-5",)"
            R"("label":"Claude Sonnet 5.5"}]})")});
        screen.frame();
    }

    Headless* operator->() { return &screen; }

    // What a reload would find.
    std::vector<domain::RecordedEvent> saved_history() const {
        StoredFiles files = storage.files();
        files.insert(opened_with_.begin(), opened_with_.end());
        return domain::load_journal(files).history;
    }

    void watch_texts(std::vector<DrawnText>* seen) { app.watch_texts(seen); }

    bool shows(std::string_view text) const {
        for (const Node& node : app.semantics().nodes()) {
            if (node.name.find(text) != std::string::npos) {
                return true;
            }
        }
        return false;
    }

 private:
    double draw(std::vector<SemanticAction> actions) {
        milliseconds_ += static_cast<double>(ImGui::GetIO().DeltaTime) * 1000;
        platform.now = kBegin + static_cast<std::int64_t>(milliseconds_);
        for (SemanticAction& action : actions) {
            app.inbox().post(std::move(action));
        }
        next_frame_in = app.frame().next_frame_in;
        if (storage.acknowledge(app.inbox())) {
            next_frame_in = 0;
        }
        return next_frame_in;
    }

    // Minute 17 of the session.
    static constexpr std::int64_t kBegin = domain::testing::kNoon + 17 * 60'000;

    double milliseconds_ = 0;
    StoredFiles opened_with_;

    static FakePlatform at_noon(const std::string& language) {
        FakePlatform platform;
        platform.spoken = language;
        platform.now = kBegin;
        return platform;
    }
};

inline domain::Message creator_message(std::uint64_t id, std::string text, int minute) {
    domain::Message message;
    message.id = domain::MessageId{id};
    message.text = std::move(text);
    message.at = domain::testing::kNoon + minute * 60'000LL;
    return message;
}

inline domain::Message claude_answer(std::uint64_t id, std::string text, int minute) {
    domain::Message message = creator_message(id, std::move(text), minute);
    message.author = domain::Author::Claude;
    message.model = "claude-sonnet-5-5";
    message.in_reply_to = domain::MessageId{id - 1};
    message.usage.output_tokens = 312;
    message.cost_nano_usd = 6'200'000;
    return message;
}

// The launch of the reference pictures: three decisions made, one suggested, five tasks done.
domain::EventStore kiln_room();

// A launch that has just begun: the demo creator's, with nothing said or decided.
domain::EventStore fresh_launch();

}  // namespace atrium::shell::testing
