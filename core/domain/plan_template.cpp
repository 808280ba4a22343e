#include "core/domain/plan_template.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/domain/json_fields.h"
#include "core/domain/plan_template_checks.h"
#include "embedded_assets.h"

namespace atrium::domain {

namespace {

using nlohmann::json;

Phase read_phase(const json& entry, std::string& problem) {
    Phase phase;
    JsonFields fields(entry, "a phase", problem);
    fields.require("number", phase.number);
    fields.require("id", phase.id);
    fields.require("title", phase.title);
    fields.require("summary", phase.summary);
    return phase;
}

TaskSpec read_task(const json& entry, std::string& problem) {
    TaskSpec task;
    JsonFields head(entry, "a task", problem);
    head.require("id", task.id);
    JsonFields fields(entry, "task \"" + task.id + "\"", problem);
    fields.require("title", task.title);
    fields.require("short_title", task.short_title);
    fields.require("phase", task.phase);
    fields.require("hours", task.hours);
    fields.read("cost_usd", task.cost_usd);
    fields.read("cost_note", task.cost_note);
    fields.require("guidance", task.guidance);
    fields.require("deliverable", task.deliverable);
    fields.require("definition_of_done", task.definition_of_done);
    fields.read("checks", task.checks);
    fields.read("prerequisites", task.prerequisites);
    fields.require("discord_note", task.discord_note);
    fields.require("circle_note", task.circle_note);
    fields.read("document_kind", task.document_kind);
    fields.read("minimum_days", task.minimum_days);
    fields.read("days_after_opening", task.days_after_opening);
    return task;
}

DecisionOption read_option(const json& entry,
                           DecisionCategory category,
                           const std::string& place,
                           std::string& problem) {
    DecisionOption option;
    JsonFields fields(entry, "an option of " + place, problem);
    fields.require("id", option.id);
    fields.require("label", option.label);
    fields.require("reason", option.reason);
    const json* slots = fields.find("slots");
    const auto parsed = slots_from_json(category, slots ? slots->dump() : "");
    if (parsed) {
        option.slots = parsed.value();
    } else {
        fields.fail("slots", "cannot be read: " + parsed.error().message);
    }
    return option;
}

DecisionPoint read_decision(const json& entry, std::string& problem) {
    DecisionPoint point;
    std::string id;
    JsonFields head(entry, "a decision", problem);
    head.require("category", id);
    if (const auto category = category_from_id(id)) {
        point.category = *category;
    } else {
        head.fail("category", "is none of the five decisions");
    }
    const std::string place = "decision \"" + id + "\"";
    JsonFields fields(entry, place, problem);
    fields.require("title", point.title);
    fields.require("task_id", point.task_id);
    fields.require("minute_from", point.minute_from);
    fields.require("minute_to", point.minute_to);
    fields.require("question", point.question);
    fields.require("why", point.why);
    fields.require("changes", point.changes);
    fields.read("touches", point.touches);
    for (const json& option : fields.require_list("options")) {
        point.options.push_back(read_option(option, point.category, place, problem));
    }
    return point;
}

PlanTemplate read_template(const json& object, std::string& problem) {
    PlanTemplate plan;
    JsonFields fields(object, "the plan template", problem);
    fields.require("id", plan.id);
    fields.require("title", plan.title);
    fields.require("hours_note", plan.hours_note);
    for (const json& phase : fields.require_list("phases")) {
        plan.phases.push_back(read_phase(phase, problem));
    }
    for (const json& task : fields.require_list("tasks")) {
        plan.tasks.push_back(read_task(task, problem));
    }
    for (const json& decision : fields.require_list("decisions")) {
        plan.decisions.push_back(read_decision(decision, problem));
    }
    return plan;
}

}  // namespace

const TaskSpec* PlanTemplate::task(std::string_view task_id) const {
    const auto found = std::find_if(
        tasks.begin(), tasks.end(), [&](const TaskSpec& task) { return task.id == task_id; });
    return found == tasks.end() ? nullptr : &*found;
}

const Phase* PlanTemplate::phase(int number) const {
    const auto found = std::find_if(
        phases.begin(), phases.end(), [&](const Phase& phase) { return phase.number == number; });
    return found == phases.end() ? nullptr : &*found;
}

const DecisionPoint& PlanTemplate::decision(DecisionCategory category) const {
    const auto found =
        std::find_if(decisions.begin(), decisions.end(), [&](const DecisionPoint& point) {
            return point.category == category;
        });
    assert(found != decisions.end());
    return *found;
}

Result<PlanTemplate> plan_template_from_json(std::string_view text) {
    const json object = json::parse(text, nullptr, false);
    if (object.is_discarded()) {
        return Error{"template-invalid", "The plan template is not valid JSON.", ""};
    }
    std::string problem;
    PlanTemplate plan = read_template(object, problem);
    if (problem.empty()) {
        problem = template_problem(plan);
    }
    if (!problem.empty()) {
        return Error{"template-invalid", "The plan template has an error. " + problem, ""};
    }
    return plan;
}

const PlanTemplate& built_in_template() {
    static const PlanTemplate plan = [] {
        const auto read = plan_template_from_json(assets::premium_community_template_json);
        assert(read);
        return read ? read.value() : PlanTemplate{};
    }();
    return plan;
}

std::string fill_placeholders(std::string_view text, const Placeholders& values) {
    std::string filled;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        filled += text.substr(at, open - at);
        const auto value = values.find(text.substr(open + 1, close - open - 1));
        filled += value == values.end() ? std::string(text.substr(open, close - open + 1))
                                        : value->second;
        at = close + 1;
    }
    return filled + std::string(text.substr(at));
}

}  // namespace atrium::domain
