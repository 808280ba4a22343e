// What every view is given: the state to read, the commands to send, and the small memory of the
// screen (which tab, what is half typed) that is not worth an event. Views are free functions that
// end in _ui; they never change the workspace.
//
//     void plan_ui(View& view, Rect rect);
//     view.send(domain::CompleteTask{task.id, ""});
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/command.h"
#include "core/domain/context.h"
#include "core/domain/creator_task.h"
#include "core/domain/engine.h"
#include "core/domain/guide/choices.h"
#include "core/domain/progress.h"
#include "core/domain/schedule.h"
#include "core/domain/staleness.h"
#include "core/domain/workspace.h"
#include "shell/connection.h"
#include "shell/saver.h"
#include "shell/ui/gallery.h"
#include "shell/ui/markdown.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text_selection.h"
#include "shell/ui/ui.h"
#include "shell/usage_feed.h"
#include "shell/views/forecast_memory.h"
#include "shell/views/kit_memory.h"
#include "shell/views/session_memory.h"
#include "shell/views/setup_draft.h"
#include "shell/views/usage_memory.h"

namespace atrium::shell {

enum class Screen {
    Session,
    Plan,
    Decisions,
    Documents,
    Forecast,
    Kit,
    Usage,
    Activity,
    Settings,
    Help,
    Gallery
};

// Computed from the workspace when it or the day has changed, not in every frame.
struct Derived {
    std::vector<domain::PlannedTask> tasks;
    std::vector<domain::CreatorTask> creator_tasks;  // the same tasks with their texts and steps
    std::vector<domain::StaleDocument> stale;
    domain::Schedule schedule;
    domain::Progress progress;
    std::int64_t session_cost_nano_usd = 0;
};

// Width decides the arrangement of panes (mockups, Layout).
enum class Arrangement { Phone, Medium, Wide };

// The options of one decision as computed for one state of the history.
struct DecisionChoices {
    std::size_t history = 0;
    domain::DecisionCategory category = domain::DecisionCategory::Platform;
    std::string reason;    // why it matters
    std::string standing;  // why it stands as it does; empty while it is open
    std::vector<domain::guide::Choice> choices;
};

// What a decision touches, in words, kept under the state that it was reckoned from.
struct DecisionEffects {
    std::string key;
    std::vector<std::string> lines;
    std::vector<domain::DocumentId> can_refit;  // documents that can be written anew
};

// The dialog for a task of the creator's own.
struct TaskEditor {
    bool open = false;
    std::string task_id;  // empty: a new one
    std::string title;
    int phase = 1;
    std::string hours;
    std::vector<std::string> prerequisites;
    std::string note;
    std::string wrong_title;  // what the last try to save said
    std::string wrong_hours;
};

// The command palette.
struct PaletteMemory {
    bool open = false;
    bool moved = false;  // the lit entry moved: it comes into view
    std::string text;
    int lit = 0;
    ScrollState scroll;
};

// A task that is being dragged to another place of the plan.
struct PlanDrag {
    std::string task;    // empty: none
    float began_at = 0;  // the pointer's y
    bool moved = false;
    bool cancelled = false;  // by Escape, while the handle is still held
};

// A draft that was asked for in Documents and opens there.
struct AwaitedDraft {
    std::string task;          // empty: none
    std::size_t versions = 0;  // of the task's document when it was asked for
    bool asked = false;        // an answer that may bring it has begun
};

// What the screens remember between frames and forget on reload.
struct ScreenMemory {
    Screen screen = Screen::Session;
    SetupDraft setup;
    SessionMemory session;
    std::string composer;
    ScrollState conversation_scroll;
    TextSelection conversation_selection;  // items as in conversation_selection.h
    VirtualHeights conversation_heights;
    std::map<std::uint64_t, Markdown> answers;  // laid-out Markdown by message id
    Markdown live_answer;
    std::map<std::string, ScrollState> scrolls;  // other scroll areas by key
    std::map<int, bool> phase_open;              // plan phases; missing: open
    PlanDrag plan_drag;
    std::string selected_task;                        // its details are shown; empty: none
    std::optional<domain::DecisionCategory> editing;  // the decision whose edit dialog is open
    std::map<std::string, std::string> edit_fields;   // texts of the open dialog's fields
    std::string edit_error;
    std::string search;
    bool side_shows_plan = false;  // Medium: which tab of the side pane is shown
    bool more_open = false;        // the phone's More sheet, or the header's menu
    domain::DecisionCategory shown_decision = domain::DecisionCategory::Platform;
    DecisionChoices choices;
    bool decision_chosen = false;  // Phone: the decision's page covers the list
    std::uint64_t selected_document = 0;
    AwaitedDraft awaited_draft;
    Markdown document_preview{MarkdownPurpose::Document};
    TextSelection document_selection;  // items are document ids
    std::uint64_t selected_version = 0;
    std::string celebrating;       // milestone id that is being celebrated
    double celebrating_since = 0;  // Ui::time()
    ForecastMemory forecast;
    KitMemory kit;
    UsageMemory usage;
    Gallery gallery;
    PaletteMemory palette;
    DecisionEffects standing_effects;
    DecisionEffects typed_effects;
    TaskEditor task_editor;
    std::map<std::string, std::string> settings_fields;
    int tour_step = 0;  // the tour's card that is shown, from 1; 0: none
    bool confirm_erase = false;
    bool confirm_archive = false;
};

// A wish that is not a command of the core: it concerns this browser.
struct HostWish {
    enum class Kind {
        None,
        RetrySaving,
        DownloadBackup,
        ChooseBackup,
        TakeOver,
        ReloadForUpdate,
        SignIn,    // text: the access token
        AskProxy,  // ask the proxy about itself again
        AskUsage,  // ask it what everybody used
        EraseAll,
    };

    Kind kind = Kind::None;
    std::string text;
};

struct View {
    Ui& ui;
    const domain::Engine& engine;
    const domain::Workspace& workspace;
    const domain::Project* project;  // the active one, or null
    const Derived& derived;
    const Connection& connection;
    const UsageFeed& usage;  // empty but for administrators
    const Saver& saver;
    domain::Context context;
    Arrangement arrangement = Arrangement::Wide;
    bool may_write = true;      // false: another tab holds the workspace, this one only reads
    bool update_ready = false;  // a new version waits for a reload
    int utc_offset_minutes = 0;
    domain::Formats formats;  // how this person writes numbers, money, days and times
    ScreenMemory& memory;

    // What the frame asked for; carried out by the app after drawing, in order.
    std::vector<domain::Command> commands;
    std::vector<HostWish> wishes;

    void send(domain::Command command) { commands.push_back(std::move(command)); }

    void wish(HostWish::Kind kind, std::string text = {}) {
        wishes.push_back({kind, std::move(text)});
    }
};

// "10:16" or "10:16 AM" in the person's own time.
std::string local_time(const View& view, domain::Millis at);

}  // namespace atrium::shell
