// The whole state of a creator's workspace. It is only ever changed by apply() (apply.h), one event
// after the other; everything that can be computed (progress, schedule, readiness) is not in here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/domain/action.h"
#include "core/domain/date.h"
#include "core/domain/decision.h"
#include "core/domain/document.h"
#include "core/domain/formats.h"
#include "core/domain/ids.h"
#include "core/domain/message.h"
#include "core/domain/profile.h"

namespace atrium::domain {

enum class DecisionSource { User, Guide, Ai, Manual };

struct Decision {
    DecisionId id;
    DecisionSlots slots;
    std::string rationale;
    double confidence = 1;
    DecisionSource source = DecisionSource::User;
    MessageId message;  // the creator's message it came from; none for a manual edit
    Millis at = 0;
    Date on;        // the creator's local day, from which a stated duration counts
    BatchId batch;  // filled in when applied: what Undo takes back

    bool operator==(const Decision&) const = default;
};

enum class CompletedVia { Manual, AiAuto, AiConfirmed };

// What the creator changed about one task of the plan; tasks without a record are open and untouched.
struct TaskRecord {
    bool done = false;
    CompletedVia via = CompletedVia::Manual;
    Millis at = 0;
    MessageId message;
    double confidence = 1;
    std::string note;
    BatchId batch;
    bool skipped = false;
    std::string skip_reason;
    std::optional<double> hours;  // the creator's own estimate

    bool operator==(const TaskRecord&) const = default;
};

// A task of the creator's own, beside the template's; its id is "own-" and a number.
struct AddedTask {
    std::string id;
    std::string title;
    int phase = 1;
    double hours = 1;
    std::vector<std::string> prerequisites;  // ids of the same or an earlier phase
    std::string note;
    std::string author;  // "creator", "guide" or a model's name

    bool operator==(const AddedTask&) const = default;
};

// What the partner changed about the plan on a message of the creator: the line with Undo.
struct PlanNote {
    MessageId message;
    std::string words;  // "Skipped: Run a beta week"
    double confidence = 1;
    BatchId batch;  // filled in when applied: what Undo takes back

    bool operator==(const PlanNote&) const = default;
};

// An action that is not certain enough to apply by itself.
struct Suggestion {
    enum class State { Open, Confirmed, Dismissed };

    SuggestionId id;
    std::variant<ProposedDecision, ProposedTask, ProposedPlanChange> action;
    MessageId message;
    State state = State::Open;

    bool operator==(const Suggestion&) const = default;
};

// The 30-minute session. Time counts while it runs.
struct SessionClock {
    bool running = false;
    Millis elapsed = 0;        // of the finished stretches
    Millis running_since = 0;  // of the present one

    bool operator==(const SessionClock&) const = default;
};

// A figure of the forecast that the creator has replaced by an own one.
struct OwnFigure {
    double value = 0;
    Date on;  // the creator's local day

    bool operator==(const OwnFigure&) const = default;
};

// A part of the conversation that is not shown because another version has its place (versions.h).
struct Branch {
    MessageId after;                // the message before it; none at the beginning
    std::vector<Message> messages;  // never empty

    bool operator==(const Branch&) const = default;
};

// A figure by its key of assumptions.h.
struct CaseFigure {
    std::string key;
    double value = 0;

    bool operator==(const CaseFigure&) const = default;
};

// Figures of the forecast that the creator keeps under a name, beside low, base and high.
struct SavedCase {
    std::string name;
    std::vector<CaseFigure> figures;

    bool operator==(const SavedCase&) const = default;
};

enum class ProjectStatus { Planning, Building, Prelaunch, Live, Paused, Completed, Abandoned };

struct Project {
    ProjectId id;
    std::string name;
    ProjectStatus status = ProjectStatus::Planning;
    bool archived = false;
    Date start;
    std::vector<Message> messages;    // the conversation as it is shown
    std::vector<Branch> branches;     // its other versions
    std::vector<Message> waiting;     // written without a connection, in the order of sending
    std::vector<MessageId> pinned;    // in the order of pinning, also of other versions
    std::vector<Decision> decisions;  // in order of recording; the last of a category is current
    std::map<std::string, TaskRecord> tasks;
    std::vector<AddedTask> added_tasks;   // in order of adding
    std::vector<std::string> task_order;  // every task's id, once a task was moved
    std::vector<PlanNote> plan_notes;
    std::vector<Suggestion> suggestions;
    std::vector<Document> documents;
    SessionClock clock;
    std::vector<std::string> milestones;           // already celebrated
    std::map<std::string, OwnFigure> own_figures;  // by the ids of assumptions.h
    std::vector<SavedCase> saved_cases;            // in order of saving, each name once

    bool operator==(const Project&) const = default;
};

enum class ThemeChoice { System, Dark, Light, Contrast };
enum class MotionChoice { System, Reduced };
enum class PartnerChoice { Automatic, GuideOnly };

struct Settings {
    ThemeChoice theme = ThemeChoice::System;
    MotionChoice motion = MotionChoice::System;
    PartnerChoice partner = PartnerChoice::Automatic;
    double text_scale = 1;
    std::string model;  // empty: the proxy's default
    FormatChoice formats = FormatChoice::Automatic;
    ClockChoice clock = ClockChoice::Automatic;

    bool operator==(const Settings&) const = default;
};

struct Workspace {
    std::optional<CreatorProfile> profile;
    std::vector<Project> projects;
    ProjectId active;
    Settings settings;
    bool tour_seen = false;  // taken or declined; no setting, because Undo does not bring it back
    std::uint64_t last_id = 0;

    bool operator==(const Workspace&) const = default;
};

// The active project, or null before the first one was started and after it was archived.
const Project* active_project(const Workspace& workspace);
Project* active_project(Workspace& workspace);

// The decision that holds for a category, or null.
const Decision* current_decision(const Project& project, DecisionCategory category);

// The slots of the decision that holds, or null: `current_slots<PricingSlots>(project)`.
template <typename Slots>
const Slots* current_slots(const Project& project) {
    for (auto decision = project.decisions.rbegin(); decision != project.decisions.rend();
         ++decision) {
        if (const Slots* slots = std::get_if<Slots>(&decision->slots)) {
            return slots;
        }
    }
    return nullptr;
}

int decisions_made(const Project& project);

// Among the messages that are shown.
const Message* find_message(const Project& project, MessageId id);

bool is_pinned(const Project& project, MessageId id);

const Document* find_document(const Project& project, DocumentId id);

// What a task delivered in this kind, or null.
const Document* find_document(const Project& project,
                              std::string_view kind,
                              std::string_view task_id);

bool task_is_done(const Project& project, std::string_view task_id);

// The day on which the doors are to open: the stated date, or the stated duration counted from the
// day of the decision. None while it is undecided.
std::optional<Date> target_date(const Project& project);

// The day that was meant when it was said: on it, or so many weeks or days later.
std::optional<Date> opening_day(const TimelineSlots& slots, Date said_on);

}  // namespace atrium::domain
