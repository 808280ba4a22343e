// What the forecast screen remembers: figures that are being tried out, and the year that follows
// from them, reckoned again only when they or the launch have changed.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/forecast.h"

namespace atrium::shell {

struct ForecastMemory {
    std::map<std::string, double> tried;  // by the keys of assumptions.h; not used by the plan yet
    std::optional<domain::Forecast> year;
    std::map<std::string, std::string> conditions;  // by plan id, of those that have one
    std::string problem;                            // why there is none
    std::size_t history = 0;
    std::map<std::string, double> reckoned_with;
    bool all_figures = false;
    std::string open_condition;  // the plan whose condition is shown
    std::string editing;         // key of the figure whose dialog is open
    std::string typed;
    std::string wrong;
    bool naming = false;  // the dialog in which a case gets its name is open
    std::string case_name;
    std::string case_renamed;  // the case whose name is edited; empty: a new one is saved
    std::string case_wrong;
    std::vector<std::optional<domain::ForecastYear>> saved_years;  // as Project::saved_cases
};

}  // namespace atrium::shell
