// What apply() is made of, for the files apply*.cpp alone: a visitor with one overload per event, each
// defined in the file of its subject, and what several of these share.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>

#include "core/domain/event.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

struct Applier {
    Workspace& workspace;
    const RecordedEvent& recorded;

    // apply.cpp
    void operator()(const ProfileSaved& event) const;
    void operator()(const ProjectStarted& event) const;
    void operator()(const ProjectRenamed& event) const;
    void operator()(const ProjectStatusChanged& event) const;
    void operator()(const ProjectArchived& event) const;
    void operator()(const ProjectReopened& event) const;
    void operator()(const DecisionRecorded& event) const;
    void operator()(const DocumentSaved& event) const;
    void operator()(const DocumentAccepted& event) const;
    void operator()(const MilestoneReached& event) const;
    void operator()(const SettingsChanged& event) const;
    void operator()(const BatchUndone& event) const;
    void operator()(const BatchRedone& event) const;
    void operator()(const AssumptionChanged& event) const;
    void operator()(const TourSeen& event) const;
    void operator()(const CaseSaved& event) const;
    void operator()(const CaseRemoved& event) const;
    void operator()(const CaseRenamed& event) const;
    void operator()(const UnknownEvent& event) const;

    // apply_conversation.cpp
    void operator()(const MessageAdded& event) const;
    void operator()(const MessagesSetAside& event) const;
    void operator()(const MessageShown& event) const;
    void operator()(const MessagePinned& event) const;
    void operator()(const MessageUnpinned& event) const;
    void operator()(const MessageSent& event) const;
    void operator()(const MessageWithdrawn& event) const;
    void operator()(const SuggestionMade& event) const;
    void operator()(const SuggestionResolved& event) const;
    void operator()(const SessionResumed& event) const;
    void operator()(const SessionPaused& event) const;

    // apply_plan.cpp
    void operator()(const TaskCompleted& event) const;
    void operator()(const TaskReopened& event) const;
    void operator()(const TaskSkipped& event) const;
    void operator()(const TaskRestored& event) const;
    void operator()(const TaskEstimated& event) const;
    void operator()(const TaskAdded& event) const;
    void operator()(const TaskEdited& event) const;
    void operator()(const TaskRemoved& event) const;
    void operator()(const TaskMoved& event) const;
    void operator()(const PlanChangeNoted& event) const;

 private:
    template <typename Change>
    void with_project(const Change& change) const {
        if (Project* project = active_project(workspace)) {
            change(*project);
        }
    }

    template <typename Change>
    void with_task(const std::string& task_id, const Change& change) const {
        with_project([&](Project& project) { change(project.tasks[task_id]); });
    }

    // What was decided or done meanwhile need not be asked any more.
    template <typename Proposed, typename Concerns>
    static void close_suggestions(Project& project, const Concerns& concerns) {
        for (Suggestion& suggestion : project.suggestions) {
            const auto* proposed = std::get_if<Proposed>(&suggestion.action);
            if (suggestion.state == Suggestion::State::Open && proposed != nullptr &&
                concerns(*proposed)) {
                suggestion.state = Suggestion::State::Dismissed;
            }
        }
    }

    void stop_clock(Project& project) const;

    void note_id(std::uint64_t id) const { workspace.last_id = std::max(workspace.last_id, id); }
};

}  // namespace atrium::domain
