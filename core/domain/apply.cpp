#include "core/domain/apply.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/domain/creator_task.h"
#include "core/domain/staleness.h"
#include "core/domain/versions.h"

namespace atrium::domain {
namespace {

// One overload per event: what it does to the workspace.
struct Applier {
    Workspace& workspace;
    const RecordedEvent& recorded;

    void operator()(const ProfileSaved& event) const { workspace.profile = event.profile; }

    void operator()(const ProjectStarted& event) const {
        Project project;
        project.id = event.id;
        project.name = event.name;
        project.start = event.start;
        workspace.projects.push_back(std::move(project));
        workspace.active = event.id;
        note_id(event.id.value);
    }

    void operator()(const ProjectRenamed& event) const {
        with_project([&](Project& project) { project.name = event.name; });
    }

    void operator()(const ProjectStatusChanged& event) const {
        with_project([&](Project& project) { project.status = event.status; });
    }

    void operator()(const ProjectArchived& event) const {
        for (Project& project : workspace.projects) {
            if (project.id == event.id) {
                project.archived = true;
                stop_clock(project);
            }
        }
        if (workspace.active == event.id) {
            workspace.active = ProjectId{};
        }
    }

    void operator()(const ProjectReopened& event) const {
        for (Project& project : workspace.projects) {
            if (project.id == event.id) {
                project.archived = false;
                workspace.active = event.id;
            }
        }
    }

    void operator()(const MessageAdded& event) const {
        note_id(event.message.id.value);
        with_project([&](Project& project) {
            const bool waits = event.message.status == MessageStatus::PendingOffline;
            (waits ? project.waiting : project.messages).push_back(event.message);
        });
    }

    void operator()(const MessagesSetAside& event) const {
        with_project([&](Project& project) { set_aside(project, event.from); });
    }

    void operator()(const MessageShown& event) const {
        with_project([&](Project& project) { show_message(project, event.id); });
    }

    void operator()(const MessagePinned& event) const {
        with_project([&](Project& project) {
            if (!is_pinned(project, event.id)) {
                project.pinned.push_back(event.id);
            }
        });
    }

    void operator()(const MessageUnpinned& event) const {
        with_project([&](Project& project) { std::erase(project.pinned, event.id); });
    }

    void operator()(const MessageSent& event) const {
        with_project([&](Project& project) {
            for (Message& message : take_waiting(project, event.id)) {
                message.status = MessageStatus::Complete;
                project.messages.push_back(std::move(message));
            }
        });
    }

    void operator()(const MessageWithdrawn& event) const {
        with_project([&](Project& project) { take_waiting(project, event.id); });
    }

    void operator()(const DecisionRecorded& event) const {
        note_id(event.decision.id.value);
        with_project([&](Project& project) {
            project.decisions.push_back(event.decision);
            project.decisions.back().batch = recorded.batch;
            close_suggestions<ProposedDecision>(project, [&](const ProposedDecision& proposed) {
                return category_of(proposed.slots) == category_of(event.decision.slots);
            });
        });
    }

    void operator()(const TaskCompleted& event) const {
        with_task(event.task_id, [&](TaskRecord& task) {
            task.done = true;
            task.via = event.via;
            task.at = recorded.at;
            task.message = event.message;
            task.confidence = event.confidence;
            task.note = event.note;
            task.batch = recorded.batch;
            task.skipped = false;
        });
        with_project([&](Project& project) {
            close_suggestions<ProposedTask>(project, [&](const ProposedTask& proposed) {
                return proposed.task_id == event.task_id;
            });
        });
    }

    void operator()(const TaskReopened& event) const {
        with_task(event.task_id, [](TaskRecord& task) { task.done = false; });
    }

    void operator()(const TaskSkipped& event) const {
        with_task(event.task_id, [&](TaskRecord& task) {
            task.skipped = true;
            task.skip_reason = event.reason;
            task.done = false;
        });
        with_project([&](Project& project) {
            close_suggestions<ProposedPlanChange>(project, [&](const ProposedPlanChange& proposed) {
                return proposed.change.task_id == event.task_id;
            });
        });
    }

    void operator()(const TaskRestored& event) const {
        with_task(event.task_id, [](TaskRecord& task) { task.skipped = false; });
    }

    void operator()(const TaskEstimated& event) const {
        with_task(event.task_id, [&](TaskRecord& task) { task.hours = event.hours; });
    }

    void operator()(const TaskAdded& event) const {
        note_id(added_number(event.task.id));
        with_project([&](Project& project) {
            if (added_number(event.task.id) > 0 && !has_task(project, event.task.id)) {
                project.added_tasks.push_back(event.task);
            }
        });
    }

    void operator()(const TaskEdited& event) const {
        with_project([&](Project& project) {
            for (AddedTask& task : project.added_tasks) {
                if (task.id == event.task.id) {
                    task = event.task;
                }
            }
        });
    }

    void operator()(const TaskRemoved& event) const {
        with_project([&](Project& project) {
            const std::string& id = event.task_id;
            std::erase_if(project.added_tasks,
                          [&](const AddedTask& task) { return task.id == id; });
            for (AddedTask& task : project.added_tasks) {
                std::erase(task.prerequisites, id);
            }
            std::erase(project.task_order, id);
            project.tasks.erase(id);
            close_suggestions<ProposedTask>(
                project, [&](const ProposedTask& proposed) { return proposed.task_id == id; });
        });
    }

    void operator()(const TaskMoved& event) const {
        with_project([&](Project& project) {
            if (has_task(project, event.task_id)) {
                project.task_order =
                    moved(ordered_task_ids(project), project, event.task_id, event.before);
            }
        });
    }

    void operator()(const PlanChangeNoted& event) const {
        with_project([&](Project& project) {
            project.plan_notes.push_back(
                {event.message, event.words, event.confidence, recorded.batch});
        });
    }

    void operator()(const SuggestionMade& event) const {
        note_id(event.suggestion.id.value);
        with_project([&](Project& project) { project.suggestions.push_back(event.suggestion); });
    }

    void operator()(const SuggestionResolved& event) const {
        with_project([&](Project& project) {
            for (Suggestion& suggestion : project.suggestions) {
                if (suggestion.id == event.id) {
                    suggestion.state = event.state;
                }
            }
        });
    }

    void operator()(const DocumentSaved& event) const {
        note_id(event.id.value);
        with_project([&](Project& project) {
            const DocumentVersion version{event.markdown,
                                          recorded.at,
                                          event.author,
                                          event.under.value_or(standing_values(project))};
            for (Document& document : project.documents) {
                if (document.id == event.id) {
                    document.title = event.title;
                    document.versions.push_back(version);
                    return;
                }
            }
            project.documents.push_back(
                Document{event.id, event.kind, event.title, event.task_id, {version}});
        });
    }

    void operator()(const DocumentAccepted& event) const {
        with_project([&](Project& project) {
            for (Document& document : project.documents) {
                if (document.id == event.id) {
                    document.versions.back().under = event.under;
                }
            }
        });
    }

    void operator()(const SessionResumed&) const {
        with_project([&](Project& project) {
            if (!project.clock.running) {
                project.clock.running = true;
                project.clock.running_since = recorded.at;
            }
        });
    }

    void operator()(const SessionPaused&) const {
        with_project([&](Project& project) { stop_clock(project); });
    }

    void operator()(const MilestoneReached& event) const {
        with_project([&](Project& project) { project.milestones.push_back(event.milestone); });
    }

    void operator()(const SettingsChanged& event) const { workspace.settings = event.settings; }

    // EventStore acts on these; a workspace alone has nothing to change.
    void operator()(const BatchUndone&) const {}

    void operator()(const BatchRedone&) const {}

    void operator()(const AssumptionChanged& event) const {
        with_project([&](Project& project) {
            if (event.value) {
                project.own_figures[event.key] = {*event.value, event.on};
            } else {
                project.own_figures.erase(event.key);
            }
        });
    }

    void operator()(const TourSeen&) const { workspace.tour_seen = true; }

    void operator()(const CaseSaved& event) const {
        with_project([&](Project& project) {
            for (SavedCase& saved : project.saved_cases) {
                if (saved.name == event.saved.name) {
                    saved = event.saved;
                    return;
                }
            }
            project.saved_cases.push_back(event.saved);
        });
    }

    void operator()(const CaseRemoved& event) const {
        with_project([&](Project& project) {
            std::erase_if(project.saved_cases,
                          [&](const SavedCase& saved) { return saved.name == event.name; });
        });
    }

    void operator()(const CaseRenamed& event) const {
        with_project([&](Project& project) {
            const auto of = [&](const std::string& name) {
                return std::find_if(project.saved_cases.begin(),
                                    project.saved_cases.end(),
                                    [&](const SavedCase& saved) { return saved.name == name; });
            };
            const auto renamed = of(event.from);
            if (renamed != project.saved_cases.end() && of(event.to) == project.saved_cases.end()) {
                renamed->name = event.to;
            }
        });
    }

    void operator()(const UnknownEvent&) const {}

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

    // Out of those that wait: the one with this id, if it is there.
    static std::vector<Message> take_waiting(Project& project, MessageId id) {
        const auto rest = std::stable_partition(project.waiting.begin(),
                                                project.waiting.end(),
                                                [&](const Message& m) { return m.id != id; });
        std::vector<Message> taken(std::make_move_iterator(rest),
                                   std::make_move_iterator(project.waiting.end()));
        project.waiting.erase(rest, project.waiting.end());
        return taken;
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

    // A clock that was set back must not take time away from the session.
    void stop_clock(Project& project) const {
        if (project.clock.running) {
            project.clock.running = false;
            project.clock.elapsed += std::max<Millis>(0, recorded.at - project.clock.running_since);
        }
    }

    // The number in the id of an added task; 0 for any other id.
    static std::uint64_t added_number(std::string_view id) {
        std::uint64_t number = 0;
        if (id.substr(0, kAddedTaskPrefix.size()) == kAddedTaskPrefix) {
            const std::string_view digits = id.substr(kAddedTaskPrefix.size());
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        }
        return number;
    }

    void note_id(std::uint64_t id) const { workspace.last_id = std::max(workspace.last_id, id); }
};

}  // namespace

void apply(Workspace& workspace, const RecordedEvent& recorded) {
    std::visit(Applier{workspace, recorded}, recorded.event);
}

}  // namespace atrium::domain
