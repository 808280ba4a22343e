#include "core/domain/saved_cases.h"

#include <algorithm>
#include <array>

#include "core/protocol/ascii.h"

namespace atrium::domain {

namespace {

constexpr std::size_t kMaxNameBytes = 80;
constexpr std::array<std::string_view, 3> kTaken = {"Low", "Base", "High"};

std::optional<Error> name_problem(std::string_view name) {
    if (ascii::is_blank(name) || name.size() > kMaxNameBytes) {
        return Error{"name-invalid", "Give the case a name of up to 80 characters.", ""};
    }
    if (std::find(kTaken.begin(), kTaken.end(), name) != kTaken.end()) {
        return Error{"name-invalid", "Low, base and high already exist. Choose another name.", ""};
    }
    return std::nullopt;
}

}  // namespace

const SavedCase* find_case(const Project& project, std::string_view name) {
    const auto found = std::find_if(project.saved_cases.begin(),
                                    project.saved_cases.end(),
                                    [&](const SavedCase& saved) { return saved.name == name; });
    return found == project.saved_cases.end() ? nullptr : &*found;
}

std::optional<Error> case_problem(const Project& project, const SavedCase& saved) {
    if (auto problem = name_problem(saved.name)) {
        return problem;
    }
    if (saved.figures.empty()) {
        return Error{"case-empty", "There is nothing to save.", ""};
    }
    if (project.saved_cases.size() >= kMostCases && find_case(project, saved.name) == nullptr) {
        return Error{"cases-full", "Up to 12 cases. Remove one that you do not need.", ""};
    }
    for (const CaseFigure& figure : saved.figures) {
        if (auto problem = assumption_problem(figure.key, figure.value)) {
            return problem;
        }
    }
    return std::nullopt;
}

std::optional<Error> rename_problem(const Project& project,
                                    std::string_view from,
                                    std::string_view to) {
    if (find_case(project, from) == nullptr) {
        return Error{"case-unknown", "This case no longer exists.", std::string(from)};
    }
    if (auto problem = name_problem(to)) {
        return problem;
    }
    if (from != to && find_case(project, to) != nullptr) {
        return Error{"name-taken",
                     "Another case already has this name. Choose another one.",
                     std::string(to)};
    }
    return std::nullopt;
}

Result<ForecastYear> case_year(const Workspace& workspace,
                               const Project& project,
                               const SavedCase& saved,
                               const Context& context) {
    const Result<Assumptions> basis =
        assumptions_of(workspace, trial_of(project, saved.figures, context), context);
    return basis ? forecast_year(basis.value(), ForecastCase::Base)
                 : Result<ForecastYear>(basis.error());
}

Project trial_of(const Project& project,
                 const std::vector<CaseFigure>& figures,
                 const Context& context) {
    Project trial;
    trial.id = project.id;
    trial.start = project.start;
    trial.status = project.status;
    trial.decisions = project.decisions;
    trial.own_figures = project.own_figures;
    for (const CaseFigure& figure : figures) {
        trial.own_figures[figure.key] = {figure.value, context.today};
    }
    return trial;
}

}  // namespace atrium::domain
