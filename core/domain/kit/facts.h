// What every product of the launch kit is written from, worked out once: the state, the dated plan,
// the forecast, the run-book and the community.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/context.h"
#include "core/domain/event.h"
#include "core/domain/forecast.h"
#include "core/domain/kit/community.h"
#include "core/domain/project_plan.h"
#include "core/domain/run_book.h"
#include "core/domain/workspace.h"

namespace atrium::domain::kit {

struct KitFacts {
    const Workspace& workspace;
    const CreatorProfile& profile;
    const Project& project;
    const std::vector<RecordedEvent>& history;
    Context context;
    Community community;
    std::vector<PlannedTask> tasks;
    Schedule schedule;
    std::optional<Forecast> forecast;   // none where it cannot be reckoned …
    std::string forecast_problem;       // … and why
    std::vector<RunBookStep> run_book;  // empty without a forecast
};

}  // namespace atrium::domain::kit
