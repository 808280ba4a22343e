// What has happened. Events are the state: a workspace is what apply() makes of them in order, and
// the journal is nothing but their JSON lines. A kind is never changed, only added to; events about
// a project concern the one that is active when they are applied.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/domain/workspace.h"
#include "core/protocol/result.h"

namespace atrium::domain {

struct ProfileSaved {
    CreatorProfile profile;
    bool operator==(const ProfileSaved&) const = default;
};

struct ProjectStarted {
    ProjectId id;
    std::string name;
    Date start;
    bool operator==(const ProjectStarted&) const = default;
};

struct ProjectRenamed {
    std::string name;
    bool operator==(const ProjectRenamed&) const = default;
};

struct ProjectStatusChanged {
    ProjectStatus status = ProjectStatus::Planning;
    bool operator==(const ProjectStatusChanged&) const = default;
};

struct ProjectArchived {
    ProjectId id;
    bool operator==(const ProjectArchived&) const = default;
};

struct ProjectReopened {
    ProjectId id;
    bool operator==(const ProjectReopened&) const = default;
};

// The creator wrote something, or an answer ended (complete, stopped or failed). One that is pending
// waits outside the conversation until MessageSent.
struct MessageAdded {
    Message message;
    bool operator==(const MessageAdded&) const = default;
};

struct DecisionRecorded {
    Decision decision;
    bool operator==(const DecisionRecorded&) const = default;
};

struct TaskCompleted {
    std::string task_id;
    CompletedVia via = CompletedVia::Manual;
    MessageId message;
    double confidence = 1;
    std::string note;
    bool operator==(const TaskCompleted&) const = default;
};

struct TaskReopened {
    std::string task_id;
    bool operator==(const TaskReopened&) const = default;
};

struct TaskSkipped {
    std::string task_id;
    std::string reason;
    bool operator==(const TaskSkipped&) const = default;
};

struct TaskRestored {
    std::string task_id;
    bool operator==(const TaskRestored&) const = default;
};

struct TaskEstimated {
    std::string task_id;
    double hours = 0;
    bool operator==(const TaskEstimated&) const = default;
};

struct TaskAdded {
    AddedTask task;
    bool operator==(const TaskAdded&) const = default;
};

struct TaskEdited {
    AddedTask task;
    bool operator==(const TaskEdited&) const = default;
};

struct TaskRemoved {
    std::string task_id;
    bool operator==(const TaskRemoved&) const = default;
};

struct TaskMoved {
    std::string task_id;
    std::string before;  // empty: to the end of its phase
    bool operator==(const TaskMoved&) const = default;
};

// Stands beside the event of a change that the partner made, in the same batch.
struct PlanChangeNoted {
    MessageId message;
    std::string words;
    double confidence = 1;
    bool operator==(const PlanChangeNoted&) const = default;
};

struct SuggestionMade {
    Suggestion suggestion;
    bool operator==(const SuggestionMade&) const = default;
};

struct SuggestionResolved {
    SuggestionId id;
    Suggestion::State state = Suggestion::State::Dismissed;
    bool operator==(const SuggestionResolved&) const = default;
};

// A new document, or a further version of an existing one.
struct DocumentSaved {
    DocumentId id;
    DocumentKind kind;
    std::string title;
    std::string task_id;
    std::string markdown;
    std::string author;
    // What the version was written under; missing: the decisions that stand when it is applied.
    // Kept, because a decision that is undone later leaves no other trace.
    std::optional<std::vector<DecisionSlots>> under;
    MessageId message;  // the creator's message that asked for it; none when saved by hand
    bool operator==(const DocumentSaved&) const = default;
};

// The newest version holds although decisions have changed.
struct DocumentAccepted {
    DocumentId id;
    std::vector<DecisionSlots> under;
    bool operator==(const DocumentAccepted&) const = default;
};

struct SessionResumed {
    bool operator==(const SessionResumed&) const = default;
};

struct SessionPaused {
    bool operator==(const SessionPaused&) const = default;
};

struct MilestoneReached {
    std::string milestone;
    bool operator==(const MilestoneReached&) const = default;
};

struct SettingsChanged {
    Settings settings;
    bool operator==(const SettingsChanged&) const = default;
};

// Takes a batch out of the history (EventStore replays without it), or puts it back.
struct BatchUndone {
    BatchId batch;
    bool operator==(const BatchUndone&) const = default;
};

struct BatchRedone {
    BatchId batch;
    bool operator==(const BatchRedone&) const = default;
};

// The creator's own figure for the forecast; without a value the published one holds again.
struct AssumptionChanged {
    std::string key;
    std::optional<double> value;
    Date on;
    bool operator==(const AssumptionChanged&) const = default;
};

// From this message on the conversation was set aside, to make place for another version.
struct MessagesSetAside {
    MessageId from;
    bool operator==(const MessagesSetAside&) const = default;
};

// A message that was set aside is shown again, and what had its place is set aside.
struct MessageShown {
    MessageId id;
    bool operator==(const MessageShown&) const = default;
};

struct MessagePinned {
    MessageId id;
    bool operator==(const MessagePinned&) const = default;
};

struct MessageUnpinned {
    MessageId id;
    bool operator==(const MessageUnpinned&) const = default;
};

// A message that waited for the connection joins the conversation.
struct MessageSent {
    MessageId id;
    bool operator==(const MessageSent&) const = default;
};

// A message that waited for the connection was cancelled.
struct MessageWithdrawn {
    MessageId id;
    bool operator==(const MessageWithdrawn&) const = default;
};

// The tour was taken or declined: it is not offered again.
struct TourSeen {
    bool operator==(const TourSeen&) const = default;
};

// A new case of the forecast, or other figures under a name that is there already.
struct CaseSaved {
    SavedCase saved;
    bool operator==(const CaseSaved&) const = default;
};

struct CaseRemoved {
    std::string name;
    bool operator==(const CaseRemoved&) const = default;
};

struct CaseRenamed {
    std::string from;
    std::string to;
    bool operator==(const CaseRenamed&) const = default;
};

// Written by a newer version: kept word for word, without effect.
struct UnknownEvent {
    std::string kind;
    int version = 1;
    std::string data_json;
    bool operator==(const UnknownEvent&) const = default;
};

using Event = std::variant<ProfileSaved,
                           ProjectStarted,
                           ProjectRenamed,
                           ProjectStatusChanged,
                           ProjectArchived,
                           ProjectReopened,
                           MessageAdded,
                           DecisionRecorded,
                           TaskCompleted,
                           TaskReopened,
                           TaskSkipped,
                           TaskRestored,
                           TaskEstimated,
                           TaskAdded,
                           TaskEdited,
                           TaskRemoved,
                           TaskMoved,
                           PlanChangeNoted,
                           SuggestionMade,
                           SuggestionResolved,
                           DocumentSaved,
                           DocumentAccepted,
                           SessionResumed,
                           SessionPaused,
                           MilestoneReached,
                           SettingsChanged,
                           BatchUndone,
                           BatchRedone,
                           AssumptionChanged,
                           MessagesSetAside,
                           MessageShown,
                           MessagePinned,
                           MessageUnpinned,
                           MessageSent,
                           MessageWithdrawn,
                           TourSeen,
                           CaseSaved,
                           CaseRemoved,
                           CaseRenamed,
                           UnknownEvent>;

// An event with its place in history.
struct RecordedEvent {
    std::uint64_t seq = 0;  // 1, 2, 3, …
    Millis at = 0;
    BatchId batch;
    Event event;

    bool operator==(const RecordedEvent&) const = default;
};

// One line of JSON, without the line break:
// {"seq":7,"at":1795344000000,"batch":5,"v":1,"kind":"task-completed","data":{…}}
std::string json_from_event(const RecordedEvent& event);

// Reads such a line. An unknown kind becomes UnknownEvent; an older version is migrated forward.
Result<RecordedEvent> event_from_json(std::string_view line);

}  // namespace atrium::domain
