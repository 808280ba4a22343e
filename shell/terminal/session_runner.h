// A whole session in a terminal: the creator's lines in, the transcript out. The same engine, guide and
// journal as in the browser.
//
// A line is what the creator says. Lines that begin with "/" act like the workspace's buttons:
//     /undo  /redo  /confirm  /dismiss  /done TASK  /reopen TASK  /skip TASK REASON  /stop
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/domain/engine.h"
#include "core/domain/profile.h"
#include "core/protocol/result.h"
#include "shell/connection.h"
#include "shell/guide_chat.h"
#include "shell/inbox.h"
#include "shell/saver.h"
#include "shell/terminal/http_chat.h"
#include "shell/terminal/state_folder.h"

namespace atrium::shell {

struct SessionOptions {
    std::filesystem::path state;
    std::string proxy;  // empty: the built-in guide
    std::string token;
    std::function<domain::Context()> context;
    std::function<void(std::string_view)> print;  // one line of the transcript, with line breaks
};

class SessionRunner {
 public:
    // Opens the state folder and asks the proxy, if there is one.
    static Result<std::unique_ptr<SessionRunner>> open(SessionOptions options);

    // Saves the profile and starts a project, unless the folder already holds one.
    Result<Done> begin(const domain::CreatorProfile& profile);

    // Carries out one line and prints what follows from it. The error is the person's to correct.
    Result<Done> take_line(std::string_view line);

    // Prints decisions, progress and what comes next.
    void print_summary();

    const domain::Engine& engine() const { return engine_; }

 private:
    SessionRunner(SessionOptions options, domain::LoadedJournal loaded);

    Result<Done> dispatch(const domain::Command& command);
    void carry_out(domain::Output output);
    void settle();
    void print_news();
    Result<domain::Command> command_from_line(std::string_view line) const;
    Result<domain::Command> refit_all() const;

    SessionOptions options_;
    Inbox inbox_;
    domain::Engine engine_;
    StateFolder storage_;
    Saver saver_;
    GuideChat guide_;
    HttpChat claude_;
    Connection connection_;
    std::size_t printed_ = 0;  // events of the history that the transcript shows
};

}  // namespace atrium::shell
