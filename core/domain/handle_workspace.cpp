#include "core/domain/handler.h"

namespace atrium::domain {

Events Handler::operator()(const SaveProfile& command) const {
    const std::vector<FieldProblem> problems = profile_problems(command.profile);
    if (!problems.empty()) {
        return Error{"profile-invalid", problems.front().message, problems.front().field};
    }
    return one(ProfileSaved{command.profile});
}

Events Handler::operator()(const ChangeSettings& command) const {
    if (command.settings == workspace.settings) {
        return std::vector<Event>{};
    }
    return one(SettingsChanged{command.settings});
}

Events Handler::operator()(const NoteTourSeen&) const {
    return workspace.tour_seen ? std::vector<Event>{} : std::vector<Event>{TourSeen{}};
}

}  // namespace atrium::domain
