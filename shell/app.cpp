#include "shell/app.h"

#include <algorithm>
#include <utility>

#include "core/domain/backup.h"
#include "core/domain/engine.h"
#include "core/domain/journal.h"
#include "core/domain/project_plan.h"
#include "core/domain/session_clock.h"
#include "core/domain/versions.h"
#include "shell/appearance.h"
#include "shell/connection.h"
#include "shell/guide_chat.h"
#include "shell/outgoing.h"
#include "shell/saver.h"
#include "shell/ui/ui.h"
#include "shell/usage_feed.h"
#include "shell/views/screens.h"
#include "shell/views/selected_text.h"

namespace atrium::shell {
namespace {

// While a message waits and the server does not answer, it is asked again this often.
constexpr domain::Millis kAskAgainMillis = 20'000;

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace

struct App::Impl {
    Impl(Ports outside, StoredFiles stored)
        : ports(outside),
          journal(domain::load_journal(stored)),
          engine(journal.history),
          saver(ports.storage, journal),
          guide(
              inbox,
              [this]() -> const domain::Workspace& { return engine.workspace(); },
              [this] { return context(); },
              GuideChat::Pace::Reading),
          ui(semantics, ports.platform) {
        carry_out(engine.wake(context()));
        appearance.settings_changed(engine.workspace().settings);
        const std::string report = domain::journal_report(journal.problems);
        if (!report.empty()) {
            ui.toast({.key = "journal", .text = report, .seconds = 0, .alert = true});
        }
    }

    domain::Context context() const {
        const domain::Millis now = ports.platform.now_millis();
        return {now, domain::local_day(now, ports.platform.utc_offset_minutes())};
    }

    domain::Formats formats() const {
        const domain::Settings& settings = engine.workspace().settings;
        return domain::formats_for(settings.formats, settings.clock, language);
    }

    // --- core and ports

    void carry_out(domain::Output output) {
        saver.keep(output.recorded, engine.store().history());
        for (const domain::RecordedEvent& recorded : output.recorded) {
            notice(recorded.event);
        }
        for (domain::Effect& effect : output.effects) {
            std::visit(Overloaded{[this](domain::StartStream& start) { begin_stream(start); },
                                  [this](domain::CancelStream& cancel) {
                                      guide.cancel(cancel.stream);
                                      ports.claude.cancel(cancel.stream);
                                  }},
                       effect);
        }
        changed = true;
    }

    void begin_stream(const domain::StartStream& start) {
        if (start.partner == domain::Partner::Kind::Guide) {
            guide.start(start.stream, start.request);
            return;
        }
        // The rounds that follow a tool call are not counted.
        if (engine.turn() != nullptr && engine.turn()->rounds == 0) {
            connection.count_message();
        }
        ports.claude.start(start.stream, start.request);
    }

    void notice(const domain::Event& event) {
        if (const auto* milestone = std::get_if<domain::MilestoneReached>(&event)) {
            memory.celebrating = milestone->milestone;
            memory.celebrating_since = ui.time();
        } else if (const auto* settings = std::get_if<domain::SettingsChanged>(&event)) {
            appearance.settings_changed(settings->settings);
        }
    }

    void dispatch(const domain::Command& command) {
        if (!may_write) {
            ui.toast({.key = "read-only",
                      .text = "This tab only reads. Take over writing to change something here."});
            return;
        }
        engine.set_partner(connection.partner(engine.workspace().settings));
        Result<domain::Output> output = engine.dispatch(
            with_delivery(command, delivery_now(engine.workspace(), connection)), context());
        if (!output) {
            ui.toast({.key = output.error().code, .text = output.error().message, .alert = true});
            return;
        }
        carry_out(std::move(output).value());
    }

    void grant(const HostWish& wish) {
        switch (wish.kind) {
            case HostWish::Kind::None:
                break;
            case HostWish::Kind::RetrySaving:
                saver.retry();
                break;
            case HostWish::Kind::DownloadBackup:
                ports.platform.save_file("atrium-backup.json",
                                         "application/json",
                                         domain::backup_json(engine.store().history()));
                break;
            case HostWish::Kind::ChooseBackup:
                ports.platform.choose_file(".json");
                break;
            case HostWish::Kind::TakeOver:
                ports.platform.take_over_writing();
                break;
            case HostWish::Kind::ReloadForUpdate:
                ports.platform.reload();
                break;
            case HostWish::Kind::SignIn:
                ports.platform.sign_in(wish.text);
                break;
            case HostWish::Kind::AskProxy:
                ports.platform.ask_proxy();
                break;
            case HostWish::Kind::AskUsage:
                ask_usage();
                break;
            case HostWish::Kind::EraseAll:
                replace_history({});
                break;
        }
    }

    // --- everybody's usage, for administrators

    bool shows_usage() const { return memory.screen == Screen::Usage; }

    void ask_usage() {
        // The proxy's today may be a day before ours.
        constexpr int kDaysBack = 30;
        if (!connection.administrator() || usage.asking()) {
            return;
        }
        const domain::Context now = context();
        usage.asked(now.now);
        ports.platform.ask_usage(domain::iso_from_date({now.today.days - kDaysBack}));
    }

    void ask_usage_when_due(domain::Millis now) {
        if (usage.due_in(now, shows_usage()) == 0) {
            ask_usage();
        }
    }

    // --- inbox

    void take(SemanticAction& action) { actions.push_back(std::move(action)); }

    void take(StreamArrived& arrived) {
        carry_out(engine.receive(arrived.stream, arrived.event, context()));
    }

    void take(CommitFinished& finished) {
        saver.commit_finished(finished.ticket, finished.outcome, context().now);
    }

    void take(ClipboardAnswered& answered) {
        ui.toast({.key = "clipboard",
                  .text = answered.copied
                              ? "Copied."
                              : "The browser did not allow copying. Select the text and "
                                "copy it with the keyboard.",
                  .seconds = 3});
    }

    void take(FileChosen& chosen) {
        Result<std::vector<domain::RecordedEvent>> history =
            domain::history_from_backup(chosen.bytes);
        if (!history) {
            ui.toast({.key = "restore", .text = history.error().message, .alert = true});
            return;
        }
        replace_history(std::move(history).value());
        ui.toast({.key = "restore", .text = "Restored " + chosen.name + "."});
    }

    void take(ProxyAnswered& answered) {
        connection.proxy_answered(answered.config_json);
        const domain::Project* project = domain::active_project(engine.workspace());
        const bool asks_again = project != nullptr && !project->waiting.empty() &&
                                connection.state() == Connection::State::Unreachable;
        ask_proxy_at = asks_again ? context().now + kAskAgainMillis : 0;
        if (!connection.administrator()) {
            usage = {};
            memory.screen = shows_usage() ? Screen::Session : memory.screen;
        }
    }

    void take(UsageAnswered& answered) {
        if (connection.administrator()) {
            usage.answered(answered.usage_json, context().now);
        }
    }

    void take(NetworkChanged& network) { connection.network_changed(network.online); }

    void take(WritingChanged& writing) {
        may_write = writing.may_write;
        saver.set_may_write(may_write);
    }

    void take(DraftRecalled& draft) {
        if (may_write && memory.composer.empty()) {
            memory.composer = draft.text;
            kept_draft = std::move(draft.text);
        }
    }

    // A reading tab leaves the writing one's draft alone.
    void keep_draft() {
        if (may_write && memory.composer != kept_draft) {
            kept_draft = memory.composer;
            ports.drafts.keep(kept_draft);
        }
    }

    void take(UpdateReady&) { update_ready = true; }

    void take(PreferencesChanged& preferences) { appearance.preferences_changed(preferences); }

    // A restored backup, or nothing at all: the old history goes in the same transaction.
    void replace_history(std::vector<domain::RecordedEvent> history) {
        engine = domain::Engine(std::move(history));
        saver.replace(engine.store().history());
        memory = ScreenMemory{};
        appearance.settings_changed(engine.workspace().settings);
        carry_out(engine.wake(context()));
    }

    bool handle_inbox() {
        changed = false;
        const domain::Millis now = context().now;
        guide.tick(now);
        if (saver.retry_at() && *saver.retry_at() <= now) {
            saver.retry();
        }
        if (ask_proxy_at != 0 && ask_proxy_at <= now) {
            ask_proxy_at = 0;
            ports.platform.ask_proxy();
        }
        send_waiting();
        // Handling may post again (the guide answers at once), so until nothing is left.
        while (!inbox.empty()) {
            for (OutsideEvent& event : inbox.drain()) {
                std::visit([this](auto& kind) { take(kind); }, event);
                changed = true;
            }
            send_waiting();
        }
        return changed;
    }

    void send_waiting() {
        const domain::MessageId due = next_to_send(engine, connection);
        if (due && may_write) {
            dispatch(domain::SendWaiting{due});
        }
    }

    // --- frame

    void refresh_derived(const domain::Context& now) {
        const std::size_t length = engine.store().history().size();
        if (length == derived_length && now.today == derived_day && length != 0) {
            return;
        }
        derived_length = length;
        derived_day = now.today;
        derived = {};
        if (const domain::Project* project = domain::active_project(engine.workspace())) {
            derived.tasks = domain::project_tasks(engine.workspace(), *project);
            derived.creator_tasks = domain::creator_tasks(engine.workspace(), *project);
            derived.stale = domain::stale_documents(*project, formats());
            derived.schedule = domain::project_schedule(engine.workspace(), *project, now);
            derived.progress = domain::project_progress(engine.workspace(), *project, now);
            derived.session_cost_nano_usd = domain::conversation_cost_nano_usd(*project);
        }
    }

    FrameResult frame() {
        handle_inbox();
        const domain::Context now = context();
        refresh_derived(now);
        ui.begin_frame(std::exchange(actions, {}));
        View view{ui,
                  engine,
                  engine.workspace(),
                  domain::active_project(engine.workspace()),
                  derived,
                  connection,
                  usage,
                  saver,
                  now,
                  arrangement_for(ui.screen().width / text_scale()),
                  may_write,
                  update_ready,
                  ports.platform.utc_offset_minutes(),
                  formats(),
                  memory,
                  {},
                  {}};
        workspace_ui(view);
        double next = ui.end_frame();
        const bool wanted = !view.commands.empty() || !view.wishes.empty();
        for (const domain::Command& command : view.commands) {
            dispatch(command);
        }
        for (const HostWish& wish : view.wishes) {
            grant(wish);
        }
        keep_draft();
        ask_usage_when_due(now.now);
        if (appearance.apply(ports.platform) || wanted || !inbox.empty()) {
            return {0};
        }
        return {sooner(next, next_own_deadline(now.now))};
    }

    // Seconds until the guide, a retry, the clock or the usage screen needs the app again; negative
    // for never.
    double next_own_deadline(domain::Millis now) {
        double next = -1;
        const domain::Millis guide_wait = guide.tick(now);
        if (guide_wait >= 0) {
            next = sooner(next, static_cast<double>(guide_wait) / 1000);
        }
        if (saver.retry_at()) {
            next = sooner(
                next,
                static_cast<double>(std::max<domain::Millis>(0, *saver.retry_at() - now)) / 1000);
        }
        if (ask_proxy_at != 0) {
            const domain::Millis wait = std::max<domain::Millis>(0, ask_proxy_at - now);
            next = sooner(next, static_cast<double>(wait) / 1000);
        }
        const domain::Project* project = domain::active_project(engine.workspace());
        const domain::Millis minute =
            project != nullptr ? domain::until_next_minute(project->clock, now) : 0;
        if (minute > 0) {
            next = sooner(next, static_cast<double>(minute) / 1000);
        }
        if (shows_usage() && !usage.asking()) {
            next = sooner(next, static_cast<double>(usage.due_in(now, true)) / 1000);
        }
        return next;
    }

    static double sooner(double a, double b) { return a < 0 ? b : b < 0 ? a : std::min(a, b); }

    static Arrangement arrangement_for(float width) {
        constexpr float kPhoneWidth = 720;
        constexpr float kWideWidth = 1200;
        return width < kPhoneWidth  ? Arrangement::Phone
               : width < kWideWidth ? Arrangement::Medium
                                    : Arrangement::Wide;
    }

    Ports ports;
    Inbox inbox;
    domain::LoadedJournal journal;
    domain::Engine engine;
    Saver saver;
    GuideChat guide;
    Connection connection;
    UsageFeed usage;
    Appearance appearance;
    const std::string language = ports.platform.language();
    Semantics semantics;
    Ui ui;
    std::vector<SemanticAction> actions;
    ScreenMemory memory;
    Derived derived;
    std::size_t derived_length = 0;
    domain::Date derived_day;
    std::string kept_draft;
    domain::Millis ask_proxy_at = 0;  // 0: not
    bool may_write = true;
    bool update_ready = false;
    bool changed = false;
};

App::App(Ports ports, StoredFiles stored)
    : impl_(std::make_unique<Impl>(ports, std::move(stored))) {}

App::~App() = default;

Inbox& App::inbox() {
    return impl_->inbox;
}

bool App::handle_inbox() {
    return impl_->handle_inbox();
}

FrameResult App::frame() {
    return impl_->frame();
}

std::string App::selected_text() const {
    return shell::selected_text(impl_->memory, domain::active_project(impl_->engine.workspace()));
}

const Semantics& App::semantics() const {
    return impl_->semantics;
}

Semantics& App::semantics() {
    return impl_->semantics;
}

}  // namespace atrium::shell
