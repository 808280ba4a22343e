#include "core/domain/workspace.h"

#include <algorithm>

namespace atrium::domain {

const Project* active_project(const Workspace& workspace) {
    const auto project = std::find_if(workspace.projects.begin(),
                                      workspace.projects.end(),
                                      [&](const Project& p) { return p.id == workspace.active; });
    return workspace.active && project != workspace.projects.end() ? &*project : nullptr;
}

Project* active_project(Workspace& workspace) {
    return const_cast<Project*>(active_project(static_cast<const Workspace&>(workspace)));
}

const Decision* current_decision(const Project& project, DecisionCategory category) {
    const auto decision =
        std::find_if(project.decisions.rbegin(), project.decisions.rend(), [&](const Decision& d) {
            return category_of(d.slots) == category;
        });
    return decision == project.decisions.rend() ? nullptr : &*decision;
}

int decisions_made(const Project& project) {
    return static_cast<int>(std::count_if(
        kDecisionCategories.begin(), kDecisionCategories.end(), [&](DecisionCategory category) {
            return current_decision(project, category) != nullptr;
        }));
}

const Message* find_message(const Project& project, MessageId id) {
    const auto message = std::find_if(project.messages.rbegin(),
                                      project.messages.rend(),
                                      [&](const Message& m) { return m.id == id; });
    return message == project.messages.rend() ? nullptr : &*message;
}

bool is_pinned(const Project& project, MessageId id) {
    return std::find(project.pinned.begin(), project.pinned.end(), id) != project.pinned.end();
}

const Document* find_document(const Project& project, DocumentId id) {
    const auto document = std::find_if(project.documents.begin(),
                                       project.documents.end(),
                                       [&](const Document& d) { return d.id == id; });
    return document == project.documents.end() ? nullptr : &*document;
}

const Document* find_document(const Project& project,
                              std::string_view kind,
                              std::string_view task_id) {
    const auto document =
        std::find_if(project.documents.begin(), project.documents.end(), [&](const Document& d) {
            return d.kind == kind && d.task_id == task_id;
        });
    return document == project.documents.end() ? nullptr : &*document;
}

bool task_is_done(const Project& project, std::string_view task_id) {
    const auto record = project.tasks.find(std::string(task_id));
    return record != project.tasks.end() && record->second.done;
}

std::optional<Date> opening_day(const TimelineSlots& slots, Date said_on) {
    if (slots.date) {
        return slots.date;
    }
    if (slots.weeks || slots.days) {
        return Date{said_on.days + slots.weeks.value_or(0) * 7 + slots.days.value_or(0)};
    }
    return std::nullopt;
}

std::optional<Date> target_date(const Project& project) {
    const Decision* decision = current_decision(project, DecisionCategory::Timeline);
    if (decision == nullptr) {
        return std::nullopt;
    }
    return opening_day(std::get<TimelineSlots>(decision->slots), decision->on);
}

}  // namespace atrium::domain
