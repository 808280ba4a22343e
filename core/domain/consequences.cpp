#include "core/domain/consequences.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/domain/creator_task.h"
#include "core/domain/decision_words.h"
#include "core/domain/guide/numbers.h"
#include "core/domain/number_text.h"
#include "core/domain/project_plan.h"

namespace atrium::domain {
namespace {

constexpr std::size_t kTitlesNamed = 3;

std::optional<DecisionSlots> slots_of(const Project& project, DecisionCategory category) {
    const Decision* decision = current_decision(project, category);
    return decision != nullptr ? std::optional<DecisionSlots>(decision->slots) : std::nullopt;
}

bool is_done(const Project& project, const std::string& id) {
    const auto record = project.tasks.find(id);
    return record != project.tasks.end() && record->second.done;
}

void compare_documents(Consequences& touched, const Project& after) {
    for (StaleDocument& stale : stale_documents(after)) {
        std::erase_if(stale.reasons, [&](const StaleReason& reason) {
            return reason.category != touched.category;
        });
        if (!stale.reasons.empty()) {
            touched.documents.push_back(std::move(stale));
        }
    }
}

void compare_tasks(Consequences& touched, const Workspace& before, const Workspace& after) {
    const Project& old_project = *active_project(before);
    const Project& new_project = *active_project(after);
    const std::vector<PlannedTask> old_hours = project_tasks(before, old_project);
    const std::vector<CreatorTask> old_tasks = creator_tasks(before, old_project);
    const std::vector<CreatorTask> new_tasks = creator_tasks(after, new_project);
    const std::vector<PlannedTask> new_hours = project_tasks(after, new_project);
    const std::string own_task = built_in_template().decision(touched.category).task_id;
    for (std::size_t i = 0; i < new_tasks.size() && i < old_tasks.size(); ++i) {
        const PlannedTask& task = new_hours[i];
        if (task.done || task.skipped || task.id == own_task) {
            continue;
        }
        TaskChange change{task.id, new_tasks[i].spec.title, old_hours[i].hours, task.hours, {}};
        const auto add_new = [&](const std::vector<std::string>& was,
                                 const std::vector<std::string>& now) {
            for (const std::string& step : now) {
                if (std::find(was.begin(), was.end(), step) == was.end()) {
                    change.new_steps.push_back(step);
                }
            }
        };
        add_new(old_tasks[i].platform_steps, new_tasks[i].platform_steps);
        add_new(old_tasks[i].steps, new_tasks[i].steps);
        if (change.hours_before != change.hours_after || !change.new_steps.empty()) {
            touched.tasks.push_back(std::move(change));
        }
    }
    for (const std::string& id : built_in_template().decision(touched.category).touches) {
        if (is_done(new_project, id)) {
            touched.look_again.push_back(id);
        }
    }
}

void compare_dates(Consequences& touched,
                   const Workspace& before,
                   const Workspace& after,
                   const Context& context) {
    const Schedule was = project_schedule(before, *active_project(before), context);
    const Schedule now = project_schedule(after, *active_project(after), context);
    touched.moves = moves_between(was, now);
    touched.target_before = was.target;
    touched.target_after = now.target;
    touched.earliest_before = was.earliest_opening;
    touched.earliest_after = now.earliest_opening;
    touched.slip_days_after = now.slip_days;
}

std::int64_t members_needed_in(const Workspace& workspace, const Context& context) {
    const std::optional<guide::Talk> talk = guide::talk_of(workspace, context);
    return talk ? guide::numbers_of(*talk).need.members : 0;
}

void compare_money(Consequences& touched,
                   const Workspace& before,
                   const Workspace& after,
                   const Context& context) {
    using Category = DecisionCategory;
    touched.forecast =
        touched.category != Category::Structure && touched.category != Category::Content;
    touched.blueprint = touched.category == Category::Platform ||
                        touched.category == Category::Structure ||
                        (touched.category == Category::Pricing && touched.before && touched.after &&
                         std::get<PricingSlots>(*touched.before).tiers.size() !=
                             std::get<PricingSlots>(*touched.after).tiers.size());
    if (touched.category == Category::Platform || touched.category == Category::Pricing) {
        touched.members_before = members_needed_in(before, context);
        touched.members_after = members_needed_in(after, context);
    }
}

Consequences compare(const Workspace& before,
                     const Workspace& after,
                     DecisionCategory category,
                     const Context& context) {
    Consequences touched;
    touched.category = category;
    touched.before = slots_of(*active_project(before), category);
    touched.after = slots_of(*active_project(after), category);
    if (touched.before == touched.after) {
        return touched;
    }
    compare_documents(touched, *active_project(after));
    compare_tasks(touched, before, after);
    compare_dates(touched, before, after, context);
    compare_money(touched, before, after, context);
    return touched;
}

// The workspace as it would be without one decision, and the task that came with it open again.
Workspace without(const Workspace& workspace, DecisionId id) {
    Workspace rest = workspace;
    Project& project = *active_project(rest);
    const auto decision = std::find_if(project.decisions.begin(),
                                       project.decisions.end(),
                                       [&](const Decision& one) { return one.id == id; });
    for (auto& [task_id, record] : project.tasks) {
        record.done = record.done && record.batch != decision->batch;
    }
    project.decisions.erase(decision);
    return rest;
}

const Decision* find_decision(const Workspace& workspace, DecisionId id) {
    const Project* project = active_project(workspace);
    if (project == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(project->decisions.begin(),
                                    project->decisions.end(),
                                    [&](const Decision& one) { return one.id == id; });
    return found == project->decisions.end() ? nullptr : &*found;
}

std::string named(const std::vector<std::string>& titles) {
    const std::size_t shown = titles.size() > kTitlesNamed + 1 ? kTitlesNamed : titles.size();
    std::string text;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == shown && shown == titles.size();
        text += (i == 0 ? "" : last ? " and " : ", ") + titles[i];
    }
    if (shown < titles.size()) {
        text += " and " + std::to_string(titles.size() - shown) + " more";
    }
    return text;
}

std::string documents_line(const Consequences& touched,
                           const Project& project,
                           const Formats& formats) {
    std::vector<std::string> titles;
    for (const StaleDocument& document : touched.documents) {
        titles.push_back(document.title);
    }
    const bool one = titles.size() == 1;
    if (!touched.before) {
        return named(titles) + (one ? " was" : " were") + " written while this was open.";
    }
    return named(titles) + (one ? " still rests on " : " still rest on ") +
           label_in_sentence(*touched.before, decision_label(project, *touched.before, formats)) +
           ".";
}

std::string tasks_line(const Consequences& touched, const Formats& formats) {
    double more = 0;
    std::vector<std::string> titles;
    for (const TaskChange& task : touched.tasks) {
        more += task.hours_after - task.hours_before;
        titles.push_back("\"" + task.title + "\"");
    }
    std::string line = named(titles) + (titles.size() == 1 ? " gets" : " get") + " other steps";
    if (std::abs(more) > 0.01) {
        line +=
            ", " + hours_text(std::abs(more), formats) + (more > 0 ? " more" : " less") + " in all";
    }
    return line + ".";
}

std::string dates_line(const Consequences& touched, const Formats& formats) {
    const auto furthest = std::max_element(
        touched.moves.begin(), touched.moves.end(), [](const TaskMove& a, const TaskMove& b) {
            return std::abs(a.days) < std::abs(b.days);
        });
    if (furthest == touched.moves.end()) {
        return "";
    }
    const int days = std::abs(furthest->days);
    const std::string moved_tasks = count_text(
        static_cast<std::int64_t>(touched.moves.size()), "task moves", "tasks move", formats);
    std::string line = moved_tasks + ", by up to " + count_text(days, "day", "days", formats);
    if (touched.earliest_before != touched.earliest_after) {
        line += "; the earliest opening is " + short_date(touched.earliest_after, formats) +
                " instead of " + short_date(touched.earliest_before, formats);
    }
    return line + ".";
}

}  // namespace

Consequences consequences_of(const Workspace& workspace,
                             const DecisionSlots& wanted,
                             const Context& context) {
    if (active_project(workspace) == nullptr) {
        return {};
    }
    Workspace after = workspace;
    Decision decision;
    decision.slots = wanted;
    decision.at = context.now;
    decision.on = context.today;
    active_project(after)->decisions.push_back(std::move(decision));
    return compare(workspace, after, category_of(wanted), context);
}

Consequences consequences_of_decision(const Workspace& workspace,
                                      DecisionId id,
                                      const Context& context) {
    const Decision* decision = find_decision(workspace, id);
    if (decision == nullptr) {
        return {};
    }
    return compare(without(workspace, id), workspace, category_of(decision->slots), context);
}

std::vector<std::string> consequence_lines(const Consequences& touched,
                                           const Project& project,
                                           const Formats& formats) {
    std::vector<std::string> lines;
    if (touched.slip_days_after > 0 && touched.target_after) {
        lines.push_back("The work does not fit before " +
                        short_date(*touched.target_after, formats) +
                        "; as planned, the doors could open " +
                        count_text(touched.slip_days_after, "day", "days", formats) + " later.");
    }
    if (!touched.documents.empty()) {
        lines.push_back(documents_line(touched, project, formats));
    }
    if (touched.members_before != touched.members_after && touched.members_after > 0 &&
        touched.members_before > 0) {
        lines.push_back("Your target takes " +
                        count_text(touched.members_after, "member", "members", formats) +
                        " instead of " + number_text(touched.members_before, formats) + ".");
    }
    if (!touched.tasks.empty()) {
        lines.push_back(tasks_line(touched, formats));
    }
    if (!touched.look_again.empty()) {
        std::vector<std::string> titles;
        for (const std::string& id : touched.look_again) {
            titles.push_back("\"" + task_title(project, id) + "\"");
        }
        lines.push_back("Already done, and worth another look: " + named(titles) + ".");
    }
    if (const std::string dates = dates_line(touched, formats); !dates.empty()) {
        lines.push_back(dates);
    }
    if (touched.blueprint && touched.before) {
        lines.push_back("The blueprint changes; export the kit again before you build from it.");
    }
    return lines;
}

}  // namespace atrium::domain
