// The engine with what its outputs need: the saver keeps what it records, the guide or Claude starts
// the reply that it asks for. Knows nothing of the screen.
//
//     EngineHost host(ports, inbox, domain::load_journal(stored), [](const domain::Event& event) {});
//     host.wake();
//     Result<Done> done = host.dispatch(command);
#pragma once

#include <functional>
#include <vector>

#include "core/domain/engine.h"
#include "core/domain/journal.h"
#include "core/protocol/result.h"
#include "shell/connection.h"
#include "shell/guide_chat.h"
#include "shell/inbox.h"
#include "shell/ports/ports.h"
#include "shell/saver.h"

namespace atrium::shell {

class EngineHost {
 public:
    // Hears every event that is recorded, when it is part of the state.
    using Notice = std::function<void(const domain::Event&)>;

    EngineHost(Ports ports, Inbox& inbox, const domain::LoadedJournal& journal, Notice notice);

    // The present moment, in the person's time zone.
    domain::Context context() const;

    // To be called once after the start, and after replace_history().
    void wake();

    // The person is there: to be called with every frame of the tab that writes. Time in which nobody
    // was there does not count for the session.
    void notice_presence();

    // The page is left or hidden: keeps at once when the person was last there.
    void notice_leaving();

    // Carries out a command and what comes of it. An Error means that nothing changed.
    Result<Done> dispatch(const domain::Command& command);

    // Takes one event of a reply.
    void receive(const StreamArrived& arrived);

    // A restored backup, or nothing at all: the old history goes in the same transaction.
    void replace_history(std::vector<domain::RecordedEvent> history);

    void proxy_answered(const ProxyAnswered& answered);

    // Does what is due by now: the guide's next words, saving again, asking the proxy again.
    void tick(domain::Millis now);

    // Milliseconds until tick() has something to do, negative for never. Hands the guide's words out
    // like tick().
    domain::Millis next_tick_in(domain::Millis now);

    const domain::Engine& engine() const { return engine_; }

    const domain::Workspace& workspace() const { return engine_.workspace(); }

    Connection& connection() { return connection_; }

    Saver& saver() { return saver_; }

 private:
    void carry_out(const domain::Output& output);
    void begin_stream(const domain::StartStream& start);
    bool waits_for_server() const;
    void keep_last_seen();

    Ports ports_;
    Notice notice_;
    domain::Engine engine_;
    Saver saver_;
    GuideChat guide_;
    Connection connection_;
    domain::Millis ask_proxy_at_ = 0;  // 0: not
    bool present_ = false;             // the person sees the workspace
    domain::Millis last_seen_ = 0;     // 0: not yet
    domain::Millis kept_seen_ = 0;     // what the platform keeps of it
};

}  // namespace atrium::shell
