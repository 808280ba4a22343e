#include "core/domain/assumptions.h"
#include "core/domain/handler.h"
#include "core/domain/saved_cases.h"

namespace atrium::domain {

Events Handler::operator()(const ChangeAssumption& command) const {
    return in_project([&](const Project& project) -> Events {
        if (const auto problem = assumption_problem(command.key, command.value)) {
            return *problem;
        }
        const auto own = project.own_figures.find(command.key);
        const bool known = own != project.own_figures.end();
        if (known == command.value.has_value() && (!known || own->second.value == *command.value)) {
            return std::vector<Event>{};
        }
        return one(AssumptionChanged{command.key, command.value, context.today});
    });
}

Events Handler::operator()(const SaveCase& command) const {
    return in_project([&](const Project& project) -> Events {
        if (const auto problem = case_problem(project, {command.name, command.figures})) {
            return *problem;
        }
        const SavedCase* known = find_case(project, command.name);
        const SavedCase saved{command.name, command.figures};
        return known != nullptr && *known == saved ? std::vector<Event>{}
                                                   : std::vector<Event>{CaseSaved{saved}};
    });
}

Events Handler::operator()(const RemoveCase& command) const {
    return in_project([&](const Project& project) -> Events {
        return find_case(project, command.name) == nullptr
                   ? std::vector<Event>{}
                   : std::vector<Event>{CaseRemoved{command.name}};
    });
}

Events Handler::operator()(const RenameCase& command) const {
    return in_project([&](const Project& project) -> Events {
        if (const auto problem = rename_problem(project, command.from, command.to)) {
            return *problem;
        }
        return command.from == command.to
                   ? std::vector<Event>{}
                   : std::vector<Event>{CaseRenamed{command.from, command.to}};
    });
}

}  // namespace atrium::domain
