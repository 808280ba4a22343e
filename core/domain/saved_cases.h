// The forecast's figures under names of the creator's own: "My case" beside low, base and high.
//
//     for (const SavedCase& saved : project.saved_cases)
//         Result<ForecastYear> year = case_year(workspace, project, saved, context);
#pragma once

#include <optional>
#include <string_view>

#include "core/domain/context.h"
#include "core/domain/forecast.h"
#include "core/domain/workspace.h"

namespace atrium::domain {

inline constexpr std::size_t kMostCases = 12;

// Null when there is none of that name.
[[nodiscard]] const SavedCase* find_case(const Project& project, std::string_view name);

// Why a case cannot be saved: "name-invalid", "case-empty", "cases-full", or what assumption_problem
// says about one of its figures; nothing when it can.
[[nodiscard]] std::optional<Error> case_problem(const Project& project, const SavedCase& saved);

// Why a case cannot get another name: "name-invalid", "name-taken", "case-unknown"; nothing when it can.
[[nodiscard]] std::optional<Error> rename_problem(const Project& project,
                                                  std::string_view from,
                                                  std::string_view to);

// The year of a case: the base case with its figures in place of today's. What the case does not hold
// follows the launch: target, fees, opening day.
[[nodiscard]] Result<ForecastYear> case_year(const Workspace& workspace,
                                             const Project& project,
                                             const SavedCase& saved,
                                             const Context& context);

// As much of the project as a forecast reads, with these figures in it; the conversation may be long
// and is not copied.
[[nodiscard]] Project trial_of(const Project& project,
                               const std::vector<CaseFigure>& figures,
                               const Context& context);

}  // namespace atrium::domain
