// What handle() is made of, for the files handle_*.cpp alone: a visitor with one overload per command,
// each defined in the file of its subject, and what several of these share.
#pragma once

#include <cassert>
#include <string_view>
#include <utility>
#include <vector>

#include "core/domain/command.h"
#include "core/domain/context.h"
#include "core/domain/event.h"
#include "core/domain/plan_change.h"
#include "core/domain/shared_errors.h"
#include "core/protocol/result.h"

namespace atrium::domain {

using Events = Result<std::vector<Event>>;

inline Events one(Event event) {
    return std::vector<Event>{std::move(event)};
}

// Neither blank nor longer than 200 bytes, as the name of a launch and the title of a document are.
bool is_name(std::string_view text);

struct Handler {
    const Workspace& workspace;
    const Context& context;

    // handle_workspace.cpp
    Events operator()(const SaveProfile& command) const;
    Events operator()(const ChangeSettings& command) const;
    Events operator()(const NoteTourSeen& command) const;

    // handle_project.cpp
    Events operator()(const StartProject& command) const;
    Events operator()(const RenameProject& command) const;
    Events operator()(const ArchiveProject& command) const;
    Events operator()(const ReopenProject& command) const;
    Events operator()(const ResumeSession& command) const;
    Events operator()(const PauseSession& command) const;

    // handle_message.cpp
    Events operator()(const WithdrawMessage& command) const;
    Events operator()(const PinMessage& command) const;
    Events operator()(const UnpinMessage& command) const;

    // handle_decision.cpp
    Events operator()(const RecordDecision& command) const;

    // handle_suggestion.cpp
    Events operator()(const ConfirmSuggestion& command) const;
    Events operator()(const DismissSuggestion& command) const;

    // handle_plan.cpp
    Events operator()(const CompleteTask& command) const;
    Events operator()(const ReopenTask& command) const;
    Events operator()(const SkipTask& command) const;
    Events operator()(const RestoreTask& command) const;
    Events operator()(const EstimateTask& command) const;
    Events operator()(const AddTask& command) const;
    Events operator()(const EditTask& command) const;
    Events operator()(const RemoveTask& command) const;
    Events operator()(const MoveTask& command) const;

    // handle_document.cpp
    Events operator()(const SaveDocument& command) const;
    Events operator()(const DraftDocument& command) const;
    Events operator()(const RefitDocuments& command) const;
    Events operator()(const AcceptDocument& command) const;

    // handle_forecast.cpp
    Events operator()(const ChangeAssumption& command) const;
    Events operator()(const SaveCase& command) const;
    Events operator()(const RemoveCase& command) const;
    Events operator()(const RenameCase& command) const;

    // Those of the Engine never get here.
    template <typename ConversationCommand>
    Events operator()(const ConversationCommand&) const {
        assert(!"conversation commands are the Engine's");
        return std::vector<Event>{};
    }

 private:
    // What `next` makes of the open launch, or why there is none.
    template <typename Next>
    Events in_project(const Next& next) const {
        const Project* project = active_project(workspace);
        return project != nullptr ? Events(next(*project)) : Events(no_project());
    }

    Events change_plan(const PlanChange& change) const;
};

}  // namespace atrium::domain
