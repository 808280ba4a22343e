// The plan every creator starts from: four phases, 22 tasks, five decisions, read from
// assets/premium_community_template.json. Hours and costs are our own estimates; the project keeps
// the creator's changes, the template never changes.
//
//     const PlanTemplate& plan = built_in_template();
//     plan.task("set-price")->guidance;
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/decision.h"
#include "core/protocol/result.h"

namespace atrium::domain {

// The tasks' ids are fixed: saved plans, the detector and the documents refer to them.
inline constexpr std::array<std::string_view, 22> kTaskIds = {
    "define-promise",   "pick-platform",      "set-price",         "design-structure",
    "plan-content",     "set-launch-date",    "create-space",      "set-up-channels",
    "connect-payments", "write-guidelines",   "set-up-onboarding", "seed-content",
    "build-waitlist",   "write-launch-posts", "invite-founders",   "run-beta",
    "rehearse-join",    "announce-launch",    "host-kickoff",      "welcome-members",
    "review-metrics",   "plan-next-month",
};

// Ids of tasks that a creator adds begin with this; no id of the template does.
inline constexpr std::string_view kAddedTaskPrefix = "own-";

// The phases before the doors open; the last phase begins on opening day.
inline constexpr int kOpeningPhase = 4;

struct Phase {
    int number = 0;  // 1..4
    std::string id;  // "foundation"
    std::string title;
    std::string summary;
};

struct TaskSpec {
    std::string id;
    std::string title;        // "Write the member promise"
    std::string short_title;  // for narrow lists: "Member promise"
    int phase = 0;
    double hours = 0.0;
    double cost_usd = 0.0;  // one-off money this task itself takes
    std::string cost_note;  // what the money is for, or why there is none; may be empty
    std::string guidance;   // two to four sentences
    std::string deliverable;
    std::string definition_of_done;
    std::vector<std::string> checks;         // three to five, each can be answered yes or no
    std::vector<std::string> prerequisites;  // task ids
    std::string discord_note;
    std::string circle_note;
    std::string document_kind;   // "member-promise"; empty when the task leaves no document
    int minimum_days = 1;        // calendar days it spans, however many hours a day has
    int days_after_opening = 0;  // phase 4: not planned earlier than this after opening day
};

// A suggestion that the built-in guide can make. Texts may hold placeholders in braces, such as
// {engaged} or {price}; whoever shows them fills these in from the creator's numbers.
struct DecisionOption {
    std::string id;
    std::string label;  // short enough for a quick reply
    std::string reason;
    DecisionSlots slots;
};

struct DecisionPoint {
    DecisionCategory category = DecisionCategory::Platform;
    std::string title;    // "Platform"
    std::string task_id;  // the task that this decision completes
    int minute_from = 0;  // its place in the 30-minute session
    int minute_to = 0;
    std::string question;
    std::string why;                   // why it matters
    std::string changes;               // what follows from it, and what a later change touches
    std::vector<std::string> touches;  // task ids whose work depends on the decision
    std::vector<DecisionOption> options;
};

struct PlanTemplate {
    std::string id;
    std::string title;
    std::string hours_note;  // says whose estimates the hours are
    std::vector<Phase> phases;
    std::vector<TaskSpec> tasks;           // in an order in which they can be done
    std::vector<DecisionPoint> decisions;  // in the order of kDecisionCategories

    // Null for an id that is not in the template.
    [[nodiscard]] const TaskSpec* task(std::string_view id) const;
    [[nodiscard]] const Phase* phase(int number) const;
    [[nodiscard]] const DecisionPoint& decision(DecisionCategory category) const;
};

// Reads and checks a whole template: exactly the 22 ids, each text present, hours and phases in
// range, prerequisites known and free of cycles, one point for each decision. The first thing wrong
// is the error "template-invalid", a sentence that names the task and the field.
[[nodiscard]] Result<PlanTemplate> plan_template_from_json(std::string_view json);

// The embedded template; it is checked by the tests, so it always loads.
[[nodiscard]] const PlanTemplate& built_in_template();

using Placeholders = std::map<std::string, std::string, std::less<>>;

// The text with each {name} replaced by its value; a name without a value stays as it is.
[[nodiscard]] std::string fill_placeholders(std::string_view text, const Placeholders& values);

}  // namespace atrium::domain
