#include "shell/engine_host.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <variant>

#include "shell/outgoing.h"
#include "shell/sooner.h"

namespace atrium::shell {
namespace {

// While a message waits and the server does not answer, it is asked again this often.
constexpr domain::Millis kAskAgainMillis = 20'000;

// For a page that ends without a word: as much of the session's time may be lost.
constexpr domain::Millis kKeepSeenMillis = 15'000;

domain::Millis until(domain::Millis at, domain::Millis now) {
    return std::max<domain::Millis>(0, at - now);
}

}  // namespace

EngineHost::EngineHost(Ports ports,
                       Inbox& inbox,
                       const domain::LoadedJournal& journal,
                       Notice notice)
    : ports_(ports),
      notice_(std::move(notice)),
      engine_(journal.history),
      saver_(ports.storage, journal),
      guide_(
          inbox,
          [this]() -> const domain::Workspace& { return engine_.workspace(); },
          [this] { return context(); },
          GuideChat::Pace::Reading) {
    if (ports_.platform.claude_was_there()) {
        connection_.expect_claude();
    }
}

domain::Context EngineHost::context() const {
    const domain::Millis now = ports_.platform.now_millis();
    return {now, domain::local_day(now, ports_.platform.utc_offset_minutes())};
}

void EngineHost::wake() {
    const domain::Context now = context();
    carry_out(engine_.wake(now, ports_.platform.last_seen()));
    // A tab may open behind another one; until it is seen nothing counts.
    last_seen_ = now.now;
}

void EngineHost::notice_presence() {
    const domain::Context now = context();
    if (last_seen_ != 0) {
        carry_out(engine_.come_back(last_seen_, now));
    }
    present_ = true;
    last_seen_ = now.now;
    if (std::abs(last_seen_ - kept_seen_) >= kKeepSeenMillis) {
        keep_last_seen();
    }
}

void EngineHost::notice_leaving() {
    // A hidden page that is closed later was left before.
    if (present_) {
        notice_presence();
        keep_last_seen();
        present_ = false;
    }
}

void EngineHost::keep_last_seen() {
    const domain::Project* project = domain::active_project(workspace());
    if (project != nullptr && project->clock.running) {
        kept_seen_ = last_seen_;
        ports_.platform.remember_seen(kept_seen_);
    }
}

Result<Done> EngineHost::dispatch(const domain::Command& command) {
    engine_.set_partner(connection_.partner(workspace().settings));
    Result<domain::Output> output =
        engine_.dispatch(with_delivery(command, delivery_now(workspace(), connection_)), context());
    if (!output) {
        return output.error();
    }
    carry_out(output.value());
    if (ask_proxy_at_ == 0 && waits_for_server()) {
        ask_proxy_at_ = context().now;
    }
    return Done{};
}

void EngineHost::receive(const StreamArrived& arrived) {
    carry_out(engine_.receive(arrived.stream, arrived.event, context()));
}

void EngineHost::replace_history(std::vector<domain::RecordedEvent> history) {
    engine_ = domain::Engine(std::move(history));
    saver_.replace(engine_.store().history());
    // What was seen was another work.
    present_ = false;
    last_seen_ = 0;
    kept_seen_ = 0;
    ports_.platform.remember_seen(0);
}

void EngineHost::proxy_answered(const ProxyAnswered& answered) {
    connection_.proxy_answered(answered.config_json);
    ports_.platform.remember_claude(connection_.expects_claude());
    ask_proxy_at_ = waits_for_server() ? context().now + kAskAgainMillis : 0;
}

bool EngineHost::waits_for_server() const {
    const domain::Project* project = domain::active_project(workspace());
    return project != nullptr && !project->waiting.empty() &&
           connection_.state() == Connection::State::Unreachable;
}

void EngineHost::tick(domain::Millis now) {
    guide_.tick(now);
    if (saver_.retry_at() && *saver_.retry_at() <= now) {
        saver_.retry();
    }
    if (ask_proxy_at_ != 0 && ask_proxy_at_ <= now) {
        ask_proxy_at_ = 0;
        ports_.platform.ask_proxy();
    }
}

domain::Millis EngineHost::next_tick_in(domain::Millis now) {
    domain::Millis next = guide_.tick(now);
    if (saver_.retry_at()) {
        next = sooner(next, until(*saver_.retry_at(), now));
    }
    if (ask_proxy_at_ != 0) {
        next = sooner(next, until(ask_proxy_at_, now));
    }
    return next;
}

void EngineHost::carry_out(const domain::Output& output) {
    saver_.keep(output.recorded, engine_.store().history());
    for (const domain::RecordedEvent& recorded : output.recorded) {
        notice_(recorded.event);
    }
    for (const domain::Effect& effect : output.effects) {
        if (const auto* start = std::get_if<domain::StartStream>(&effect)) {
            begin_stream(*start);
        } else if (const auto* cancel = std::get_if<domain::CancelStream>(&effect)) {
            guide_.cancel(cancel->stream);
            ports_.claude.cancel(cancel->stream);
        }
    }
}

void EngineHost::begin_stream(const domain::StartStream& start) {
    if (start.partner == domain::Partner::Kind::Guide) {
        guide_.start(start.stream, start.request);
        return;
    }
    // The rounds that follow a tool call are not counted.
    if (engine_.turn() != nullptr && engine_.turn()->rounds == 0) {
        connection_.count_message();
    }
    ports_.claude.start(start.stream, start.request);
}

}  // namespace atrium::shell
