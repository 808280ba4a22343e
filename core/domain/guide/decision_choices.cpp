#include "core/domain/guide/decision_choices.h"

#include "core/domain/guide/facts.h"
#include "core/domain/guide/numbers.h"
#include "core/domain/guide/phrases.h"
#include "core/domain/guide/talk.h"
#include "core/domain/guide/values.h"
#include "core/domain/plan_template.h"

namespace atrium::domain {

std::vector<guide::Choice> decision_choices(const Workspace& workspace,
                                            DecisionCategory category,
                                            const Context& context) {
    const std::optional<guide::Talk> talk = guide::talk_of(workspace, context);
    if (!talk) {
        return {};
    }
    const guide::Numbers numbers = guide::numbers_of(*talk);
    return guide::choices_for(category, *talk, numbers, guide::facts_of(*talk, numbers));
}

std::string decision_reason(const Workspace& workspace,
                            DecisionCategory category,
                            const Context& context) {
    const std::optional<guide::Talk> talk = guide::talk_of(workspace, context);
    if (!talk) {
        return "";
    }
    const guide::Facts facts = guide::facts_of(*talk, guide::numbers_of(*talk));
    return guide::filled(built_in_template().decision(category).why, facts);
}

std::string standing_reason(const Workspace& workspace,
                            const Project& project,
                            const Decision& decision,
                            const Context& context) {
    if (!workspace.profile) {
        return decision.rationale;
    }
    guide::Talk talk;
    talk.workspace = &workspace;
    talk.project = &project;
    talk.profile = guide::profile_in(workspace, project);
    talk.context = context;
    return guide::standing_reason(guide::scene_of(talk, ""), decision);
}

}  // namespace atrium::domain
