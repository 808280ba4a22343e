#include "core/domain/handle.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "core/domain/assumptions.h"
#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/decision_task.h"
#include "core/domain/guide/draft.h"
#include "core/domain/saved_cases.h"
#include "core/domain/staleness.h"
#include "core/domain/versions.h"

namespace atrium::domain {
namespace {

using Events = Result<std::vector<Event>>;

constexpr std::size_t kMaxNameBytes = 200;
constexpr std::size_t kMaxDocumentBytes = 1'000'000;

Events one(Event event) {
    return std::vector<Event>{std::move(event)};
}

Error no_project() {
    return {"no-project", "No launch is open. Start one, or reopen an archived one.", ""};
}

Error unknown_document() {
    return {"document-unknown", "That document is not in this launch.", ""};
}

Error unknown_message() {
    return {"message-unknown", "That message is not in this conversation.", ""};
}

Error unknown_task(const std::string& task_id) {
    return {"task-unknown", "The plan has no such task.", task_id};
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// One overload per command; those of the Engine never get here.
struct Handler {
    const Workspace& workspace;
    const Context& context;

    Events operator()(const SaveProfile& command) const {
        const std::vector<FieldProblem> problems = profile_problems(command.profile);
        if (!problems.empty()) {
            return Error{"profile-invalid", problems.front().message, problems.front().field};
        }
        return one(ProfileSaved{command.profile});
    }

    Events operator()(const StartProject& command) const {
        if (!workspace.profile) {
            return Error{
                "profile-missing", "Tell us about yourself first; then the plan can start.", ""};
        }
        if (active_project(workspace) != nullptr) {
            return Error{"project-active",
                         "A launch is already open. Archive it first; it stays readable.",
                         ""};
        }
        if (is_blank(command.name) || command.name.size() > kMaxNameBytes) {
            return Error{"name-invalid", "Give the launch a name of up to 200 characters.", ""};
        }
        const ProjectId id{workspace.last_id + 1};
        return std::vector<Event>{ProjectStarted{id, command.name, context.today},
                                  SessionResumed{}};
    }

    Events operator()(const RenameProject& command) const {
        if (is_blank(command.name) || command.name.size() > kMaxNameBytes) {
            return Error{"name-invalid", "A name has between 1 and 200 characters.", ""};
        }
        return in_project([&](const Project&) { return one(ProjectRenamed{command.name}); });
    }

    Events operator()(const ArchiveProject&) const {
        return in_project([](const Project& project) { return one(ProjectArchived{project.id}); });
    }

    Events operator()(const ReopenProject& command) const {
        if (active_project(workspace) != nullptr) {
            return Error{"project-active", "Archive the open launch first.", ""};
        }
        const bool known = std::any_of(
            workspace.projects.begin(), workspace.projects.end(), [&](const Project& project) {
                return project.id == command.id;
            });
        if (!known) {
            return Error{"project-unknown", "That launch is not in this workspace.", ""};
        }
        return one(ProjectReopened{command.id});
    }

    Events operator()(const WithdrawMessage& command) const {
        return in_project([&](const Project& project) -> Events {
            const std::vector<Message>& waiting = project.waiting;
            if (std::none_of(waiting.begin(), waiting.end(), [&](const Message& message) {
                    return message.id == command.id;
                })) {
                return unknown_message();
            }
            std::vector<Event> events = {MessageWithdrawn{command.id}};
            // It may have been other words for a message that was set aside for it.
            const MessageId before = version_without_successor(project);
            if (before && waiting.size() == 1) {
                events.push_back(MessageShown{before});
            }
            return events;
        });
    }

    Events operator()(const PinMessage& command) const {
        return in_project([&](const Project& project) -> Events {
            if (find_in_versions(project, command.id) == nullptr) {
                return unknown_message();
            }
            return is_pinned(project, command.id) ? std::vector<Event>{}
                                                  : std::vector<Event>{MessagePinned{command.id}};
        });
    }

    Events operator()(const UnpinMessage& command) const {
        return in_project([&](const Project& project) -> Events {
            return is_pinned(project, command.id) ? std::vector<Event>{MessageUnpinned{command.id}}
                                                  : std::vector<Event>{};
        });
    }

    Events operator()(const RecordDecision& command) const {
        return in_project([&](const Project& project) -> Events {
            const Decision* current = current_decision(project, category_of(command.slots));
            if (current != nullptr && current->slots == command.slots) {
                return std::vector<Event>{};
            }
            Decision decision;
            decision.id = DecisionId{workspace.last_id + 1};
            decision.slots = command.slots;
            decision.rationale = command.rationale;
            decision.source = DecisionSource::Manual;
            decision.at = context.now;
            decision.on = context.today;
            return decision_events(project, std::move(decision), CompletedVia::Manual);
        });
    }

    Events operator()(const CompleteTask& command) const {
        return with_task(command.task_id, [&](const Project& project) -> Events {
            if (task_is_done(project, command.task_id)) {
                return std::vector<Event>{};
            }
            return one(TaskCompleted{command.task_id, CompletedVia::Manual, {}, 1, command.note});
        });
    }

    Events operator()(const ReopenTask& command) const {
        return with_task(command.task_id, [&](const Project& project) -> Events {
            if (!task_is_done(project, command.task_id)) {
                return std::vector<Event>{};
            }
            return one(TaskReopened{command.task_id});
        });
    }

    Events operator()(const SkipTask& command) const {
        PlanChange change{PlanChange::Kind::Skip, command.task_id};
        change.note = command.reason;
        return change_plan(change);
    }

    Events operator()(const RestoreTask& command) const {
        return change_plan({PlanChange::Kind::Restore, command.task_id});
    }

    Events operator()(const EstimateTask& command) const {
        PlanChange change{PlanChange::Kind::Estimate, command.task_id};
        change.hours = command.hours;
        return change_plan(change);
    }

    Events operator()(const AddTask& command) const {
        return change_plan({PlanChange::Kind::Add,
                            "",
                            command.title,
                            command.phase,
                            command.hours,
                            command.prerequisites,
                            command.note});
    }

    Events operator()(const EditTask& command) const {
        return change_plan({PlanChange::Kind::Edit,
                            command.task_id,
                            command.title,
                            command.phase,
                            command.hours,
                            command.prerequisites,
                            command.note});
    }

    Events operator()(const RemoveTask& command) const {
        return change_plan({PlanChange::Kind::Remove, command.task_id});
    }

    Events operator()(const MoveTask& command) const {
        PlanChange change{PlanChange::Kind::Move, command.task_id};
        change.before = command.before;
        return change_plan(change);
    }

    Events operator()(const ConfirmSuggestion& command) const {
        return with_open_suggestion(
            command.id, [&](const Project& project, const Suggestion& suggestion) -> Events {
                std::vector<Event> events = {
                    SuggestionResolved{suggestion.id, Suggestion::State::Confirmed}};
                if (const auto* proposed = std::get_if<ProposedDecision>(&suggestion.action)) {
                    Decision decision;
                    decision.id = DecisionId{workspace.last_id + 1};
                    decision.slots = proposed->slots;
                    decision.rationale = proposed->rationale;
                    // The creator's word has made it certain.
                    decision.confidence = 1;
                    decision.source = DecisionSource::User;
                    decision.message = suggestion.message;
                    decision.at = context.now;
                    decision.on = context.today;
                    for (Event& event :
                         decision_events(project, std::move(decision), CompletedVia::AiConfirmed)) {
                        events.push_back(std::move(event));
                    }
                } else if (const auto* task = std::get_if<ProposedTask>(&suggestion.action)) {
                    events.push_back(TaskCompleted{task->task_id,
                                                   CompletedVia::AiConfirmed,
                                                   suggestion.message,
                                                   1,
                                                   task->note});
                } else {
                    return confirmed_change(project, suggestion, std::move(events));
                }
                return events;
            });
    }

    Events operator()(const DismissSuggestion& command) const {
        return with_open_suggestion(command.id, [](const Project&, const Suggestion& suggestion) {
            return one(SuggestionResolved{suggestion.id, Suggestion::State::Dismissed});
        });
    }

    Events operator()(const SaveDocument& command) const {
        return in_project([&](const Project& project) -> Events {
            if (command.markdown.size() > kMaxDocumentBytes) {
                return Error{"document-too-long", "A document can hold up to one megabyte.", ""};
            }
            if (is_blank(command.title) || command.title.size() > kMaxNameBytes) {
                return Error{
                    "title-invalid", "Give the document a title of up to 200 characters.", ""};
            }
            const Document* known = find_document(project, command.id);
            if (command.id && known == nullptr) {
                return unknown_document();
            }
            if (known != nullptr && known->title == command.title &&
                known->latest().markdown == command.markdown) {
                return std::vector<Event>{};
            }
            const DocumentId id = known != nullptr ? known->id : DocumentId{workspace.last_id + 1};
            return one(DocumentSaved{id,
                                     command.kind,
                                     command.title,
                                     command.task_id,
                                     command.markdown,
                                     "creator",
                                     values_after_edit(project, known, command.markdown)});
        });
    }

    Events operator()(const RefitDocuments& command) const {
        return in_project([&](const Project& project) -> Events {
            std::vector<Event> events;
            for (const DocumentId id : command.ids) {
                const Document* document = find_document(project, id);
                if (document == nullptr) {
                    return unknown_document();
                }
                Result<std::string> markdown = draft_document(document->kind, workspace, context);
                if (!markdown) {
                    return Error{"draft-unknown",
                                 "\"" + document->title +
                                     "\" was not made from one of our drafts. Edit it by hand, or "
                                     "leave it as it is.",
                                 ""};
                }
                events.push_back(DocumentSaved{id,
                                               document->kind,
                                               document->title,
                                               document->task_id,
                                               std::move(markdown).value(),
                                               "guide",
                                               standing_values(project)});
            }
            return events;
        });
    }

    Events operator()(const AcceptDocument& command) const {
        return in_project([&](const Project& project) -> Events {
            const Document* document = find_document(project, command.id);
            if (document == nullptr) {
                return unknown_document();
            }
            return stale_reasons(project, *document).empty()
                       ? std::vector<Event>{}
                       : std::vector<Event>{DocumentAccepted{command.id, standing_values(project)}};
        });
    }

    Events operator()(const ResumeSession&) const {
        return in_project([](const Project& project) -> Events {
            return project.clock.running ? std::vector<Event>{}
                                         : std::vector<Event>{SessionResumed{}};
        });
    }

    Events operator()(const PauseSession&) const {
        return in_project([](const Project& project) -> Events {
            return project.clock.running ? std::vector<Event>{SessionPaused{}}
                                         : std::vector<Event>{};
        });
    }

    Events operator()(const ChangeSettings& command) const {
        if (command.settings == workspace.settings) {
            return std::vector<Event>{};
        }
        return one(SettingsChanged{command.settings});
    }

    Events operator()(const ChangeAssumption& command) const {
        return in_project([&](const Project& project) -> Events {
            if (const auto problem = assumption_problem(command.key, command.value)) {
                return *problem;
            }
            const auto own = project.own_figures.find(command.key);
            const bool known = own != project.own_figures.end();
            if (known == command.value.has_value() &&
                (!known || own->second.value == *command.value)) {
                return std::vector<Event>{};
            }
            return one(AssumptionChanged{command.key, command.value, context.today});
        });
    }

    Events operator()(const NoteTourSeen&) const {
        return workspace.tour_seen ? std::vector<Event>{} : std::vector<Event>{TourSeen{}};
    }

    Events operator()(const SaveCase& command) const {
        return in_project([&](const Project& project) -> Events {
            if (const auto problem = case_problem(project, {command.name, command.figures})) {
                return *problem;
            }
            const SavedCase* known = find_case(project, command.name);
            const SavedCase saved{command.name, command.figures};
            return known != nullptr && *known == saved ? std::vector<Event>{}
                                                       : std::vector<Event>{CaseSaved{saved}};
        });
    }

    Events operator()(const RemoveCase& command) const {
        return in_project([&](const Project& project) -> Events {
            return find_case(project, command.name) == nullptr
                       ? std::vector<Event>{}
                       : std::vector<Event>{CaseRemoved{command.name}};
        });
    }

    template <typename ConversationCommand>
    Events operator()(const ConversationCommand&) const {
        assert(!"conversation commands are the Engine's");
        return std::vector<Event>{};
    }

 private:
    template <typename Next>
    Events in_project(const Next& next) const {
        const Project* project = active_project(workspace);
        return project != nullptr ? Events(next(*project)) : Events(no_project());
    }

    template <typename Next>
    Events with_task(const std::string& task_id, const Next& next) const {
        return in_project([&](const Project& project) -> Events {
            return has_task(project, task_id) ? Events(next(project))
                                              : Events(unknown_task(task_id));
        });
    }

    Events change_plan(const PlanChange& change) const {
        return in_project([&](const Project& project) {
            return plan_change_events(workspace, project, change, "creator");
        });
    }

    Events confirmed_change(const Project& project,
                            const Suggestion& suggestion,
                            std::vector<Event> events) const {
        const PlanChange& change = std::get<ProposedPlanChange>(suggestion.action).change;
        Events changed = plan_change_events(workspace, project, change, "creator");
        if (!changed) {
            return changed;
        }
        for (Event& event : changed.value()) {
            events.push_back(std::move(event));
        }
        events.push_back(
            PlanChangeNoted{suggestion.message, plan_change_words(project, change), 1});
        return events;
    }

    template <typename Next>
    Events with_open_suggestion(SuggestionId id, const Next& next) const {
        return in_project([&](const Project& project) -> Events {
            for (const Suggestion& suggestion : project.suggestions) {
                if (suggestion.id == id && suggestion.state == Suggestion::State::Open) {
                    return next(project, suggestion);
                }
            }
            return Error{"suggestion-closed", "That suggestion has already been answered.", ""};
        });
    }
};

}  // namespace

Result<std::vector<Event>> handle(const Workspace& workspace,
                                  const Command& command,
                                  const Context& context) {
    return std::visit(Handler{workspace, context}, command);
}

}  // namespace atrium::domain
