#include "core/domain/apply.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/domain/applier.h"
#include "core/domain/staleness.h"

namespace atrium::domain {

void Applier::operator()(const ProfileSaved& event) const {
    workspace.profile = event.profile;
}

void Applier::operator()(const ProjectStarted& event) const {
    Project project;
    project.id = event.id;
    project.name = event.name;
    project.start = event.start;
    workspace.projects.push_back(std::move(project));
    workspace.active = event.id;
    note_id(event.id.value);
}

void Applier::operator()(const ProjectRenamed& event) const {
    with_project([&](Project& project) { project.name = event.name; });
}

void Applier::operator()(const ProjectStatusChanged& event) const {
    with_project([&](Project& project) { project.status = event.status; });
}

void Applier::operator()(const ProjectArchived& event) const {
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

void Applier::operator()(const ProjectReopened& event) const {
    for (Project& project : workspace.projects) {
        if (project.id == event.id) {
            project.archived = false;
            workspace.active = event.id;
        }
    }
}

void Applier::operator()(const DecisionRecorded& event) const {
    note_id(event.decision.id.value);
    with_project([&](Project& project) {
        project.decisions.push_back(event.decision);
        project.decisions.back().batch = recorded.batch;
        close_suggestions<ProposedDecision>(project, [&](const ProposedDecision& proposed) {
            return category_of(proposed.slots) == category_of(event.decision.slots);
        });
    });
}

void Applier::operator()(const DocumentSaved& event) const {
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

void Applier::operator()(const DocumentAccepted& event) const {
    with_project([&](Project& project) {
        for (Document& document : project.documents) {
            if (document.id == event.id) {
                document.versions.back().under = event.under;
            }
        }
    });
}

void Applier::operator()(const MilestoneReached& event) const {
    with_project([&](Project& project) { project.milestones.push_back(event.milestone); });
}

void Applier::operator()(const SettingsChanged& event) const {
    workspace.settings = event.settings;
}

// EventStore acts on these; a workspace alone has nothing to change.
void Applier::operator()(const BatchUndone&) const {}

void Applier::operator()(const BatchRedone&) const {}

void Applier::operator()(const AssumptionChanged& event) const {
    with_project([&](Project& project) {
        if (event.value) {
            project.own_figures[event.key] = {*event.value, event.on};
        } else {
            project.own_figures.erase(event.key);
        }
    });
}

void Applier::operator()(const TourSeen&) const {
    workspace.tour_seen = true;
}

void Applier::operator()(const CaseSaved& event) const {
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

void Applier::operator()(const CaseRemoved& event) const {
    with_project([&](Project& project) {
        std::erase_if(project.saved_cases,
                      [&](const SavedCase& saved) { return saved.name == event.name; });
    });
}

void Applier::operator()(const CaseRenamed& event) const {
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

void Applier::operator()(const UnknownEvent&) const {}

void apply(Workspace& workspace, const RecordedEvent& recorded) {
    std::visit(Applier{workspace, recorded}, recorded.event);
}

}  // namespace atrium::domain
