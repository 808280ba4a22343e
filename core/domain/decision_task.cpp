#include "core/domain/decision_task.h"

#include <utility>

#include "core/domain/plan_template.h"

namespace atrium::domain {
namespace {

bool is_open(const Project& project, const std::string& task_id) {
    const auto record = project.tasks.find(task_id);
    return record == project.tasks.end() || (!record->second.done && !record->second.skipped);
}

}  // namespace

bool is_complete(const DecisionSlots& slots) {
    if (const auto* price = std::get_if<PricingSlots>(&slots)) {
        return price->amount || !price->tiers.empty();
    }
    if (const auto* structure = std::get_if<StructureSlots>(&slots)) {
        return structure->channels.has_value();
    }
    if (const auto* timeline = std::get_if<TimelineSlots>(&slots)) {
        return timeline->date || timeline->weeks || timeline->days;
    }
    if (const auto* content = std::get_if<ContentSlots>(&slots)) {
        return !content->cadence.empty() && !content->format.empty();
    }
    return true;
}

std::vector<Event> decision_events(const Project& project, Decision decision, CompletedVia via) {
    const DecisionCategory category = category_of(decision.slots);
    const std::string& task_id = built_in_template().decision(category).task_id;
    const bool completes = category != DecisionCategory::Content && is_complete(decision.slots) &&
                           is_open(project, task_id);
    TaskCompleted completed{task_id,
                            via,
                            decision.message,
                            decision.confidence,
                            "Decided: " + decision_label(decision.slots) + "."};
    std::vector<Event> events = {DecisionRecorded{std::move(decision)}};
    if (completes) {
        events.emplace_back(std::move(completed));
    }
    return events;
}

}  // namespace atrium::domain
