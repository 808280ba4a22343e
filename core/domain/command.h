// What a person, or the program for them, may ask for. A command is checked by handle() against the
// state and becomes events and effects, or an Error that says why not.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/domain/workspace.h"

namespace atrium::domain {

struct SaveProfile {
    CreatorProfile profile;
};

// Starts a project with the saved profile: plan, clock and the personal welcome.
struct StartProject {
    std::string name;
};

struct RenameProject {
    std::string name;
};

struct ArchiveProject {};

struct ReopenProject {
    ProjectId id;
};

// When words go out: at once, to whoever answers now, or as soon as Claude can be reached.
enum class Delivery { AtOnce, WhenConnected };

// Sends a message; the reply streams in.
struct SendMessage {
    std::string text;
    Delivery delivery = Delivery::AtOnce;
};

// Sends a message that waits for the connection now, to whoever answers.
struct SendWaiting {
    MessageId id;
};

// Cancels a message that waits for the connection.
struct WithdrawMessage {
    MessageId id;
};

// Ends the reply that is being written and keeps its text.
struct StopReply {};

// Asks the last question again, however its answer ended; that answer is kept as another version.
struct RetryReply {};

// Sends an own message again in other words, from its place on; what followed is kept with the
// former words as another version.
struct EditMessage {
    MessageId id;
    std::string text;
    Delivery delivery = Delivery::AtOnce;
};

// Shows another version: of an answer, of an own message with what followed it, or whatever holds
// the message.
struct ShowMessage {
    MessageId id;
};

struct PinMessage {
    MessageId id;
};

struct UnpinMessage {
    MessageId id;
};

// A decision made by hand: from a card, the edit of a chip, or a quick choice.
struct RecordDecision {
    DecisionSlots slots;
    std::string rationale;
};

struct CompleteTask {
    std::string task_id;
    std::string note;
};

struct ReopenTask {
    std::string task_id;
};

struct SkipTask {
    std::string task_id;
    std::string reason;
};

struct RestoreTask {
    std::string task_id;
};

struct EstimateTask {
    std::string task_id;
    double hours = 0;
};

// A task of the creator's own. Title, phase and hours are checked; the id is given by the plan.
struct AddTask {
    std::string title;
    int phase = 1;
    double hours = 1;
    std::vector<std::string> prerequisites;
    std::string note;
};

// Only added tasks can be edited and removed; those of the template are estimated and skipped.
struct EditTask {
    std::string task_id;
    std::string title;
    int phase = 1;
    double hours = 1;
    std::vector<std::string> prerequisites;
    std::string note;
};

struct RemoveTask {
    std::string task_id;
};

// Moves a task within its phase, in front of another one; empty: to the end.
struct MoveTask {
    std::string task_id;
    std::string before;
};

struct ConfirmSuggestion {
    SuggestionId id;
};

struct DismissSuggestion {
    SuggestionId id;
};

struct SaveDocument {
    DocumentId id;  // none: a new document
    DocumentKind kind;
    std::string title;
    std::string task_id;
    std::string markdown;
};

// Writes the guide's draft of what a task of the template delivers: a new document, or a further
// version of the one there is.
struct DraftDocument {
    std::string task_id;
};

// Writes documents again from the guide's drafts with the present decisions: a new version of each,
// the old one is kept.
struct RefitDocuments {
    std::vector<DocumentId> ids;
};

// Leaves a document as it is although a decision it quotes has changed.
struct AcceptDocument {
    DocumentId id;
};

struct ResumeSession {};

struct PauseSession {};

struct ChangeSettings {
    Settings settings;
};

// Takes one batch back: the chip's own Undo. Messages stay.
struct UndoBatch {
    BatchId batch;
};

// Puts one batch back that was taken back: the chip's own Redo.
struct RedoBatch {
    BatchId batch;
};

// The newest batch that can be taken back, or put back.
struct Undo {};

struct Redo {};

// Replaces a figure of the forecast (assumptions.h has the keys), or without a value takes the
// published one again.
struct ChangeAssumption {
    std::string key;
    std::optional<double> value;
};

// The tour was taken or declined; it is offered once.
struct NoteTourSeen {};

// Keeps figures of the forecast under a name; a name that is there already gets the new ones.
struct SaveCase {
    std::string name;
    std::vector<CaseFigure> figures;
};

struct RemoveCase {
    std::string name;
};

struct RenameCase {
    std::string from;
    std::string to;
};

using Command = std::variant<SaveProfile,
                             StartProject,
                             RenameProject,
                             ArchiveProject,
                             ReopenProject,
                             SendMessage,
                             SendWaiting,
                             WithdrawMessage,
                             StopReply,
                             RetryReply,
                             EditMessage,
                             ShowMessage,
                             PinMessage,
                             UnpinMessage,
                             RecordDecision,
                             CompleteTask,
                             ReopenTask,
                             SkipTask,
                             RestoreTask,
                             EstimateTask,
                             AddTask,
                             EditTask,
                             RemoveTask,
                             MoveTask,
                             ConfirmSuggestion,
                             DismissSuggestion,
                             SaveDocument,
                             DraftDocument,
                             RefitDocuments,
                             AcceptDocument,
                             ResumeSession,
                             PauseSession,
                             ChangeSettings,
                             UndoBatch,
                             RedoBatch,
                             Undo,
                             Redo,
                             ChangeAssumption,
                             NoteTourSeen,
                             SaveCase,
                             RemoveCase,
                             RenameCase>;

}  // namespace atrium::domain
