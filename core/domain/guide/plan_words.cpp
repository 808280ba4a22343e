#include "core/domain/guide/plan_words.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/domain/creator_task.h"
#include "core/domain/guide/hours_said.h"
#include "core/domain/guide/plan_edits.h"
#include "core/domain/guide/reading.h"
#include "core/domain/guide/task_addition.h"
#include "core/domain/guide/words.h"

namespace atrium::domain::guide {
namespace {

using Kind = PlanChange::Kind;

constexpr double kAddConfidence = 0.93;

bool found(const std::vector<Pattern>& patterns, const std::vector<std::string>& words) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) {
        return pattern.found_in(words);
    });
}

// The task that a few words name: one of the creator's own by its title, else one of the template's.
std::optional<std::string> task_named(const Project& project, const std::string& words) {
    std::vector<std::string> named = read_message(words).tasks;
    const std::vector<std::string> said = words_of(words);
    std::string own;
    std::size_t most = 0;
    for (const AddedTask& task : project.added_tasks) {
        std::size_t shared = 0;
        for (const std::string& word : words_of(task.title)) {
            const bool telling = word.size() > 3;
            shared += telling && std::find(said.begin(), said.end(), word) != said.end() ? 1 : 0;
        }
        if (shared > most) {
            most = shared;
            own = task.id;
        }
    }
    if (!own.empty()) {
        return own;
    }
    for (const TaskSpec& spec : built_in_template().tasks) {
        if (plain(words).find(plain(spec.title)) != std::string::npos) {
            return spec.id;
        }
    }
    return named.size() == 1 ? std::optional<std::string>(named.front()) : std::nullopt;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to && i < words.size(); ++i) {
        text += (text.empty() ? "" : " ") + words[i];
    }
    return text;
}

// "the guidelines before the payments": what goes where.
std::optional<PlanChange> move_said(const Project& project, const std::vector<std::string>& words) {
    const auto order = std::find_if(words.begin(), words.end(), [](const std::string& word) {
        return word == "before" || word == "ahead" || word == "after";
    });
    const auto at = static_cast<std::size_t>(order - words.begin());
    const auto moved_task = task_named(project, joined(words, 0, at));
    const auto other = task_named(project, joined(words, at + 1, words.size()));
    if (order == words.end() || !moved_task || !other || *moved_task == *other) {
        return std::nullopt;
    }
    PlanChange change{Kind::Move, *moved_task};
    change.before = *other;
    if (*order == "after") {
        const std::vector<std::string> ids = ordered_task_ids(project);
        const auto next = std::find(ids.begin(), ids.end(), *other) + 1;
        const bool last =
            next == ids.end() || phase_of(project, *next) != phase_of(project, *other);
        change.before = last ? "" : *next;
    }
    return change;
}

std::optional<PlanChange> change_said(const Project& project,
                                      const PlanEdit& edit,
                                      const Clause& clause) {
    if (edit.kind == Kind::Move) {
        return move_said(project, clause.words);
    }
    const std::optional<std::string> task = task_named(project, clause.text);
    if (!task) {
        return std::nullopt;
    }
    PlanChange change{edit.kind, *task};
    const bool own = added_task(project, *task) != nullptr;
    if (edit.kind == Kind::Remove && !own) {
        change.kind = Kind::Skip;
    }
    if (change.kind == Kind::Skip) {
        change.note = "Left out by your own words.";
    }
    if (edit.kind == Kind::Estimate) {
        const double hours = hours_said(clause.text);
        if (hours <= 0) {
            return std::nullopt;
        }
        change.hours = hours;
    }
    return change;
}

}  // namespace

std::vector<ProposedPlanChange> plan_changes_said(const Project& project, std::string_view text) {
    constexpr std::size_t kMostChanges = 5;
    std::vector<ProposedPlanChange> changes;
    for (const Clause& clause : clauses_of(text)) {
        if (clause.question || changes.size() == kMostChanges) {
            continue;
        }
        if (std::optional<PlanChange> added = addition_said(project, clause)) {
            changes.push_back({std::move(*added), kAddConfidence});
            continue;
        }
        if (found(plan_edits().never, clause.words)) {
            continue;
        }
        for (const PlanEdit& edit : plan_edits().edits) {
            if (!found(edit.patterns, clause.words)) {
                continue;
            }
            if (std::optional<PlanChange> change = change_said(project, edit, clause)) {
                changes.push_back({std::move(*change), edit.confidence});
                break;
            }
        }
    }
    return changes;
}

}  // namespace atrium::domain::guide
