#include "shell/app.h"

#include <utility>
#include <variant>
#include <vector>

#include "core/domain/backup.h"
#include "core/domain/journal.h"
#include "core/domain/session_clock.h"
#include "shell/appearance.h"
#include "shell/derived_state.h"
#include "shell/engine_host.h"
#include "shell/outgoing.h"
#include "shell/sooner.h"
#include "shell/ui/text_watch.h"
#include "shell/ui/ui.h"
#include "shell/usage_feed.h"
#include "shell/views/screens.h"
#include "shell/views/selected_text.h"

namespace atrium::shell {

struct App::Impl {
    Impl(Ports outside, const domain::LoadedJournal& journal)
        : ports(outside),
          host(ports, inbox, journal, [this](const domain::Event& event) { notice(event); }),
          ui(semantics, ports.platform) {
        host.wake();
        appearance.settings_changed(host.workspace().settings);
        const std::string report = domain::journal_report(journal.problems);
        if (!report.empty()) {
            ui.toast({.key = "journal", .text = report, .seconds = 0, .alert = true});
        }
    }

    domain::Formats formats() const {
        const domain::Settings& settings = host.workspace().settings;
        return domain::formats_for(settings.formats, settings.clock, language);
    }

    // --- what happens, and what is asked for

    void notice(const domain::Event& event) {
        if (const auto* milestone = std::get_if<domain::MilestoneReached>(&event)) {
            memory.celebrating = milestone->milestone;
            memory.celebrating_since = ui.time();
        } else if (const auto* settings = std::get_if<domain::SettingsChanged>(&event)) {
            appearance.settings_changed(settings->settings);
        }
    }

    // True when it was carried out.
    bool dispatch(const domain::Command& command) {
        if (!may_write) {
            ui.toast({.key = "read-only",
                      .text = "This tab is read-only. Take over to make changes here."});
            return false;
        }
        const Result<Done> done = host.dispatch(command);
        if (!done) {
            ui.toast({.key = done.error().code, .text = done.error().message, .alert = true});
        }
        return static_cast<bool>(done);
    }

    void grant(const HostWish& wish) {
        switch (wish.kind) {
            case HostWish::Kind::None:
                break;
            case HostWish::Kind::RetrySaving:
                host.saver().retry();
                break;
            case HostWish::Kind::DownloadBackup:
                ports.platform.save_file("atrium-backup.json",
                                         "application/json",
                                         domain::backup_json(host.engine().store().history()));
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
        if (!host.connection().administrator() || usage.asking()) {
            return;
        }
        const domain::Context now = host.context();
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

    void take(StreamArrived& arrived) { host.receive(arrived); }

    void take(CommitFinished& finished) {
        host.saver().commit_finished(finished.ticket, finished.outcome, host.context().now);
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
        host.proxy_answered(answered);
        if (!host.connection().administrator()) {
            usage = {};
            memory.screen = shows_usage() ? Screen::Session : memory.screen;
        }
    }

    void take(UsageAnswered& answered) {
        if (host.connection().administrator()) {
            usage.answered(answered.usage_json, host.context().now);
        }
    }

    void take(NetworkChanged& network) { host.connection().network_changed(network.online); }

    void take(WritingChanged& writing) {
        may_write = writing.may_write;
        host.saver().set_may_write(may_write);
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

    void take(PointerPressed& pressed) { ui.expect_press(pressed.at); }

    void take(VisibilityChanged& visibility) {
        if (!visibility.visible && may_write) {
            host.notice_leaving();
        }
    }

    void take(UpdateReady&) { update_ready = true; }

    void take(PreferencesChanged& preferences) { appearance.preferences_changed(preferences); }

    void replace_history(std::vector<domain::RecordedEvent> history) {
        host.replace_history(std::move(history));
        memory = ScreenMemory{};
        derived = DerivedState{};
        appearance.settings_changed(host.workspace().settings);
        host.wake();
    }

    bool handle_inbox() {
        host.tick(host.context().now);
        bool changed = send_waiting();
        // Handling may post again (the guide answers at once), so until nothing is left.
        while (!inbox.empty()) {
            for (OutsideEvent& event : inbox.drain()) {
                std::visit([this](auto& kind) { take(kind); }, event);
            }
            changed = true;
            send_waiting();
        }
        return changed;
    }

    // True when a message was sent.
    bool send_waiting() {
        const domain::MessageId due = next_to_send(host.engine(), host.connection());
        return due && may_write && dispatch(domain::SendWaiting{due});
    }

    // --- frame

    FrameResult frame() {
        handle_inbox();
        if (may_write) {
            host.notice_presence();
        }
        const domain::Context now = host.context();
        ui.begin_frame(std::exchange(actions, {}));
        View view{ui,
                  host.engine(),
                  host.workspace(),
                  domain::active_project(host.workspace()),
                  derived.of(host.engine(), formats(), now),
                  host.connection(),
                  usage,
                  host.saver(),
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

    // Seconds until the host, the clock or the usage screen needs the app again; negative for never.
    double next_own_deadline(domain::Millis now) {
        domain::Millis next = host.next_tick_in(now);
        const domain::Project* project = domain::active_project(host.workspace());
        const domain::Millis minute =
            project != nullptr ? domain::until_next_minute(project->clock, now) : 0;
        if (minute > 0) {
            next = sooner(next, minute);
        }
        if (shows_usage() && !usage.asking()) {
            next = sooner(next, usage.due_in(now, true));
        }
        return next < 0 ? -1 : static_cast<double>(next) / 1000;
    }

    static Arrangement arrangement_for(float width) {
        constexpr float kPhoneWidth = 720;
        constexpr float kWideWidth = 1200;
        return width < kPhoneWidth  ? Arrangement::Phone
               : width < kWideWidth ? Arrangement::Medium
                                    : Arrangement::Wide;
    }

    Ports ports;
    Inbox inbox;
    EngineHost host;
    UsageFeed usage;
    Appearance appearance;
    const std::string language = ports.platform.language();
    Semantics semantics;
    Ui ui;
    std::vector<SemanticAction> actions;
    ScreenMemory memory;
    DerivedState derived;
    std::string kept_draft;
    bool may_write = true;
    bool update_ready = false;
};

App::App(Ports ports, const StoredFiles& stored)
    : impl_(std::make_unique<Impl>(ports, domain::load_journal(stored))) {}

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
    return shell::selected_text(impl_->memory, domain::active_project(impl_->host.workspace()));
}

bool App::selection_takes_keys() const {
    const TextSelection* selection = shown_selection(impl_->memory);
    return selection != nullptr && selection->takes_keys;
}

const Semantics& App::semantics() const {
    return impl_->semantics;
}

Semantics& App::semantics() {
    return impl_->semantics;
}

void App::watch_texts(std::vector<DrawnText>* seen) {
    shell::watch_texts(impl_->ui, seen);
}

}  // namespace atrium::shell
