// Fits the template's tasks to one creator: hours and steps by profile and decisions. The rules are
// data, assets/plan_fit.json; each says for whom it holds, what it changes and why, so that the plan
// of a streamer with two tiers on Discord is not that of a writer with one on Circle. The hours are
// our own estimates, like the template's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/domain/profile.h"
#include "core/domain/workspace.h"
#include "core/protocol/result.h"

namespace atrium::domain {

struct TaskFit {
    double hours = 0;                         // of the template, fitted; never below half an hour
    std::vector<std::string> platform_steps;  // the decided platform's note, a sentence each
    std::vector<std::string> steps;           // for this audience, experience and decisions
    std::vector<std::string> because;         // "+1 h: each tier sees other places"

    bool operator==(const TaskFit&) const = default;
};

using PlanFits = std::map<std::string, TaskFit, std::less<>>;

// Every task of the template. Without a profile (null) only the decisions count.
[[nodiscard]] PlanFits fitted_tasks(const CreatorProfile* profile, const Project& project);

// What is wrong with the rules: empty when each names a known task and known facts. For the tests.
[[nodiscard]] std::vector<std::string> plan_fit_problems();

}  // namespace atrium::domain
